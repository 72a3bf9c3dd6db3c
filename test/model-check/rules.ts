import { limit } from "../../src/deliver/publish.ts";
import { begins, lease } from "../../src/deliver/workshop.ts";
import { tick } from "./world.ts";

/** What the protocol does to be safe. A mutant leaves one of it out. Times in ticks. */
export interface Rules {
  readonly lease: number;
  /** How long a worker waits for an answer. */
  readonly limit: number;
  /** A request may begin only so long after its worker asked to arm. Null: whenever its worker gets to it. */
  readonly term: number | null;
  /** A claim takes nothing whose lease has not ended. */
  readonly claimAsksLease: boolean;
  /** Arming is compare-and-set on who holds the delivery. */
  readonly armAsksHolder: boolean;
  /** What a look has allowed is allowed for as long as a lease. */
  readonly verdictsAge: boolean;
  /** Arming commits the memo before the request is written. */
  readonly memoFirst: boolean;
  /** What was armed is looked at, before it is published again. */
  readonly looks: boolean;
  /** The look itself is not left out. */
  readonly finds: boolean;
  /** Settling counts from the end of the try, not from arming. */
  readonly settlesFromEnd: boolean;
  /** What a look has shown is as old as its beginning. */
  readonly looksAge: boolean;
  /** A second publish that fails says nothing about the first. */
  readonly doubts: boolean;
  /** Only a worker that is gone loses its lease early. */
  readonly expiresDeadOnly: boolean;
  /** Parts of a thread wait for the part before. */
  readonly inOrder: boolean;
  /** Who has tried for a day leaves it to a person. */
  readonly tires: boolean;
  /** The last word on one delivery, and the claim and the arming of the next, share one commit. */
  readonly chains: boolean;
}

export const protocol: Rules = {
  lease: lease / tick,
  limit: limit / 1000 / tick,
  term: begins / tick,
  claimAsksLease: true,
  armAsksHolder: true,
  verdictsAge: true,
  memoFirst: true,
  looks: true,
  finds: true,
  settlesFromEnd: true,
  looksAge: true,
  doubts: true,
  expiresDeadOnly: true,
  inOrder: true,
  tires: true,
  chains: false,
};
