import type { Pace } from "./slot.ts";

/** What a person wrote for one account in the configuration, secrets resolved. */
export interface Account {
  readonly name: string;
  readonly channel: string;
  /** By the channel's own `settings`, defaults filled in. */
  readonly settings: SettingValues;
  /** Its posts are made by hand: who is called when one is due. Absent: Carillon publishes. */
  readonly handoff?: Person;
  /** The most that its posts may cost in a calendar month. Absent: as much as they cost. */
  readonly budget?: Money;
  /** Where it keeps other times than the site. */
  readonly pace?: Partial<Pace>;
  /** BCP 47: translations into this language are for it. */
  readonly language?: string;
  /** It is there for tests: nobody minds what is said there. */
  readonly test?: boolean;
  /** Where the link stands; absent: where the network wants it. */
  readonly link?: Placement;
  /** False: nobody is mentioned there. */
  readonly mentions?: boolean;
  /** Said to the site's own pages about where readers came from. */
  readonly utm?: Utm;
  /** Whether what its posts came to is counted; absent: where that costs nothing. */
  readonly results?: boolean;
}

/** text: in the words. reply: in the first reply. card: only where the network shows it beside the words. */
export type Placement = "text" | "reply" | "card";

/** By the parameter's name without `utm_`. `{campaign}`, `{step}`, `{account}`, `{channel}` and `{entry}` are filled in. */
export type Utm = Readonly<Record<string, string>>;

export interface Person {
  /** Null: whoever of the team sees it first. */
  readonly name: string | null;
}

export interface Money {
  readonly amount: number;
  readonly currency: "USD";
}

export type SettingValue = string | number | boolean | undefined;
export type SettingValues = Readonly<Record<string, SettingValue>>;
