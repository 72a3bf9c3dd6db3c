import { AsyncLocalStorage } from "node:async_hooks";
import { worded } from "../model/worded.ts";

/**
 * How long one publish may begin to write to the network. A worker that stood still for longer may have lost its lease, and
 * another may have published meanwhile. Two clocks tell: the wall's, which goes on while a machine sleeps, and one that nobody sets.
 */
export interface Term {
  /** Right before anything is written. Throws TermOverError where it is too late. */
  begin(): void;
  /** Nobody waits for it any more: nothing begins from here on. */
  end(): void;
  /** Something was to be written when it was too late, and nothing had been before. */
  untouched(): boolean;
}

/** Thrown instead of writing. Not for requests that are under way. */
class TermOverError extends Error {
  override readonly name = "TermOverError";
  readonly code = "ERR_TERM_OVER";
  constructor() {
    super(worded`This machine stood still for too long: nothing more was sent.`);
  }
}

const terms = new AsyncLocalStorage<Term>();

/** Everything that `act` does, however late, is bound by the term. */
export const bound = <T>(term: Term, act: () => Promise<T>): Promise<T> => terms.run(term, act);

/** The term that is asked before each write; undefined outside a publish. A channel with a connection of its own asks by itself. */
export const currentTerm = (): Term | undefined => terms.getStore();

/** `limit`: seconds, from now. */
export function termOf(limit: number, now: () => Date): Term {
  const [wall, steady] = [now().getTime(), performance.now()];
  let [begun, refused, ended] = [false, false, false];
  const passed = (): number => Math.max(now().getTime() - wall, performance.now() - steady);
  return {
    begin: () => {
      refused = ended || passed() > limit * 1000;
      if (refused) throw new TermOverError();
      begun = true;
    },
    end: () => {
      ended = true;
    },
    untouched: () => refused && !begun,
  };
}
