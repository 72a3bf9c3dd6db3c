import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Milliseconds: by then the parser's thread has ended too. */
const after = 12_000;

/**
 * Gives back what large documents and the start itself have taken. V8 looks for garbage only when more memory is asked for, and in a service
 * that waits that may be hours later.
 */
export function freeSoon(): void {
  setTimeout(collect, after).unref();
}

function collect(): void {
  setFlagsFromString("--expose-gc");
  const gc = runInNewContext("gc") as () => void;
  gc();
}
