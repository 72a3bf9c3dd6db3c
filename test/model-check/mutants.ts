import { key, lookUp, nothing, rkey } from "./kinds.ts";
import type { Rules } from "./rules.ts";
import type { Kind } from "./world.ts";

/** A protocol, or a network, with one thing left out. */
export interface Mutant {
  readonly name: string;
  readonly rules?: Partial<Rules>;
  readonly kind: Kind;
  /** The parts of the deliveries; one post where absent. */
  readonly parts?: readonly number[];
}

const twice = "two posts are visible";
const together = "two workers publish on one account";

/** And what comes of it. */
export const mutants: readonly (readonly [Mutant, string])[] = [
  [{ name: "arms without asking who holds it", rules: { armAsksHolder: false }, kind: lookUp }, together],
  [{ name: "writes its request however late", rules: { term: null }, kind: lookUp }, twice],
  [{ name: "writes late where nobody can look", rules: { term: null }, kind: nothing }, twice],
  [{ name: "goes by a verdict of long ago", rules: { verdictsAge: false }, kind: key }, twice],
  [{ name: "publishes again without a look", rules: { looks: false }, kind: lookUp }, twice],
  [{ name: "publishes again where nobody can look", rules: { looks: false }, kind: nothing }, twice],
  [{ name: "takes a look left out for one that saw nothing", rules: { finds: false }, kind: lookUp }, twice],
  [
    { name: "does not wait for what is under way", kind: { ...lookUp, repeat: { find: true, settling: 0 } } },
    twice,
  ],
  [{ name: "waits from arming on, not from the end", rules: { settlesFromEnd: false }, kind: lookUp }, twice],
  [{ name: "takes an old look for a new one", rules: { looksAge: false }, kind: lookUp }, twice],
  [
    { name: "believes that a second refusal is about the first", rules: { doubts: false }, kind: rkey },
    twice,
  ],
  [{ name: "believes it of a key", rules: { doubts: false }, kind: key }, twice],
  [{ name: "takes leases that have not ended", rules: { claimAsksLease: false }, kind: lookUp }, together],
  [{ name: "ends leases of the living", rules: { expiresDeadOnly: false }, kind: lookUp }, together],
  [{ name: "has leases shorter than a publish", rules: { lease: 2 }, kind: lookUp }, together],
  [
    { name: "writes before it arms", rules: { memoFirst: false }, kind: lookUp },
    "a request is written whose memo is not in the ledger",
  ],
  [
    { name: "does not wait for the part before", rules: { inOrder: false }, kind: key, parts: [2, 1] },
    "a part of a thread goes out before the part before it",
  ],
  [{ name: "meets a network that forgets keys too soon", kind: { ...key, memory: 1 } }, twice],
  [{ name: "meets a network where requests live longer than settling", kind: { ...lookUp, life: 3 } }, twice],
];
