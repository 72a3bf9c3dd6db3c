import { protocol } from "./rules.ts";
import { tick, type Kind } from "./world.ts";

/** A request that was written is done within this time, or never: less than settling. */
const life = 1;
const short = 2 * tick;
/** What a network's memory must have over what the channel promises: a verdict holds for a lease, then a publish begins. */
const slack = protocol.lease + (protocol.term ?? 0) + life;

/** Channels that keep a key for some time. */
export const key: Kind = { name: "key", repeat: { sameFor: short }, memory: short / tick + slack, life };
const keyAndLook: Kind = {
  ...key,
  name: "key and look-up",
  repeat: { ...key.repeat, find: true, settling: 60 },
};
/** The post's place is the key: made there, or there already. */
export const rkey: Kind = { name: "rkey", repeat: { sameFor: Infinity, find: true }, memory: Infinity, life };
/** What was made out of sight is shown once. */
const twoPhase: Kind = { name: "two-phase", repeat: { sameFor: Infinity }, memory: Infinity, life };
export const lookUp: Kind = { name: "look-up", repeat: { find: true }, memory: 0, life };
export const nothing: Kind = { name: "nothing", repeat: {}, memory: 0, life };

export const kinds: readonly Kind[] = [key, keyAndLook, rkey, twoPhase, lookUp, nothing];
