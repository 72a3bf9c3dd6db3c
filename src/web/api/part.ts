import type { Money } from "../../model/account.ts";
import type { Delivery, State } from "../../model/delivery.ts";
import type { Person } from "../../model/person.ts";
import type { Card, Media } from "../../model/post.ts";
import type { Written } from "../team/posts.ts";

/** What programs ask for beside what the team's pages know, in the shapes of the commands' `--json`. */
export interface ApiPart {
  status(): Promise<Answer>;
  /** In the order in which they are due. */
  deliveries(filter: DeliveryAsk): Promise<readonly DeliveryAnswer[]>;
  /** What the campaigns would make of an entry now; undefined where there is none. */
  preview(entry: string, account: string | null): Promise<readonly PreviewAnswer[] | undefined>;
  /** Of one entry or post, or of all. */
  corrections(of: string | undefined): Promise<readonly Answer[]>;
  /** Other words for a part that is live. */
  reword(id: string, text: string, by: Person): Promise<Written>;
  /** A person took it down there. */
  takenDown(id: string, by: Person): Promise<Written>;
  retractEntry(id: string, by: Person): Promise<Written>;
  /** All that is held of it; undefined where there is none of that name. */
  releaseSource(name: string, by: Person): Promise<Written | undefined>;
  /** Gives a post, all its parts, another time: ISO 8601, or `plan` for the plan's own. */
  move(id: string, to: string, by: Person): Promise<Written>;
  readonly once: Once;
}

/** JSON that is not looked into. */
type Answer = Readonly<Record<string, unknown>>;

export interface DeliveryAsk {
  readonly account?: string | undefined;
  readonly entry?: string | undefined;
  readonly state?: State | undefined;
  readonly limit: number;
}

export interface DeliveryAnswer extends Pick<
  Delivery,
  | "id"
  | "entry"
  | "story"
  | "campaign"
  | "step"
  | "part"
  | "account"
  | "channel"
  | "state"
  | "dueAt"
  | "attempts"
  | "reason"
> {
  readonly text: string;
  readonly receipt: {
    readonly remoteId: string;
    readonly permalink: string | null;
    readonly at: string;
    readonly confirmedBy?: string | undefined;
  } | null;
}

export interface PreviewAnswer {
  readonly account: string | null;
  readonly channel: string;
  readonly step: string;
  readonly entry: string;
  readonly story: string | null;
  readonly title: string | null;
  readonly parts: readonly { readonly text: string; readonly length: number; readonly limit: number }[];
  readonly card: Card | null;
  readonly media: readonly Media[];
  readonly language: string | null;
  readonly dueAt: string | null;
  /** Why it is in its place. */
  readonly why: string | null;
  readonly cost: Money | null;
  /** Who posts it by hand; null where nobody has to. */
  readonly handoff: { readonly name: string | null } | null;
  readonly notes: readonly string[];
  readonly problems: readonly string[];
  /** What it would wait for. */
  readonly waitsFor: readonly string[];
}

/** One answer a key: whoever asks again hears the same again, and nothing is done twice. */
export interface Once {
  begin(asking: Asking): Promise<Begun>;
  keep(asking: Asking, answered: Answered): Promise<void>;
  forget(asking: Asking): Promise<void>;
}

export interface Asking {
  readonly caller: string;
  readonly key: string;
  /** Of all that was asked. */
  readonly digest: string;
}

export interface Answered {
  readonly status: number;
  readonly body: string;
}

export type Begun = "free" | "other" | "busy" | Answered;
