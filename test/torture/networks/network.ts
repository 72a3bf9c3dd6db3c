import type { Request } from "../../bench/bench-server.ts";
import type { Step } from "../preload/steps.ts";
import type { Seen } from "../../../src/channel/contract.ts";

/** What a network has against a second post, from the strongest to none. */
export const classes = ["key", "rkey", "two-phase", "look-up", "nothing"] as const;
export type Class = (typeof classes)[number];

export interface Network {
  readonly name: string;
  readonly class: Class;
  /** As the configuration names it: built in, or a module's address. */
  readonly channel: string;
  readonly threads: boolean;
  readonly edits: boolean;
  readonly removes: boolean;
  /** Steps that only its sessions take. */
  readonly steps?: readonly Step[];
  /** Whether followers see something once the request is taken. */
  isPublish(request: Pick<Request, "method" | "path" | "headers">): boolean;
  /** Where a person would see the post; absent where nothing is ever unsure. */
  permalinkOf?(id: string): string;
  /** Why it cannot be had here; undefined where it can. */
  missing?(): Promise<string | undefined>;
  start(): Promise<Place>;
}

/** One account on a network, with a server of its own that keeps every visible act. */
export interface Place {
  readonly url: string;
  /** Where its browser is sent back to, where it is signed in by one. */
  readonly port?: number;
  /** What the account is given, where its server is reached at `url`. */
  settings(url: string): Readonly<Record<string, string>>;
  /** What followers see, oldest first. */
  visible(): Promise<readonly Seen[]>;
  close(): Promise<void>;
}
