import { onTestFinished } from "vitest";
import type { Reading } from "../../src/web/reading.ts";
import { serve } from "../../src/web/serve.ts";
import { createSite } from "../../src/web/site.ts";

/** The address of a running site, closed when the test ends. */
export async function open(reading: Reading, report?: (error: Error) => void): Promise<string> {
  const served = await serve(createSite(reading, report), { port: 0, host: "127.0.0.1" });
  if ("problem" in served) throw new Error(served.problem);
  onTestFinished(() => served.close());
  return `http://127.0.0.1:${served.port}`;
}

export async function read(address: string): Promise<string> {
  return (await fetch(address)).text();
}
