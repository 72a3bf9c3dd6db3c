import type { Person } from "../../model/person.ts";
import type { AccountSum, Excerpt, PlanLine, SimulatedPost, Simulation } from "../../model/simulation.ts";

/** What would go out, before it does. */
export interface Simulate {
  readonly accounts: readonly string[];
  readonly campaigns: readonly string[];
  /** The days that are shown where nobody says which. */
  usual(): { readonly from: string; readonly to: string };
  /** All of it. */
  run(ask: SimulateAsk): Promise<SimulateAnswer>;
  /** A page of it. */
  page(ask: SimulateAsk, place: SimulationPlace): Promise<SimulationPage | NoSimulation>;
  /** What the next planning changes. */
  changes(): Promise<readonly PlanLine[]>;
  /** The file of the configuration was changed since this process read it. */
  isEdited(): boolean;
  /** The secret of a link that shows a simulation as it is now, for a week. */
  share(ask: SimulateAsk, by: Person): Promise<{ readonly secret: string } | NoSimulation>;
  /** Undefined where the link has ended. */
  shared(secret: string, place: SimulationPlace): Promise<SharedView | undefined>;
  links(): Promise<readonly SimulateLink[]>;
  endLink(id: string, by: Person): Promise<void>;
}

/** Days are `2026-12-24`, both meant whole. */
export interface SimulateAsk {
  readonly from?: string;
  readonly to?: string;
  readonly account?: string;
  readonly campaign?: string;
}

export type SimulateAnswer = { readonly simulation: Simulation } | NoSimulation;

/** What is wrong with the days that were asked for. */
export interface NoSimulation {
  readonly wrong: "time" | "order" | "length";
}

/** Where a page goes on: after which post, and after which change. */
export interface SimulationPlace {
  readonly after?: string | null;
  readonly past?: string | null;
}

export interface SimulationPage extends Omit<Simulation, "posts"> {
  readonly posts: Excerpt<SimulatedPost>;
  /** Of all posts, whichever are shown. */
  readonly sums: readonly AccountSum[];
  /** What the next planning changes. */
  readonly changes: Excerpt<PlanLine>;
}

export interface SharedView {
  readonly madeBy: string;
  readonly until: string;
  readonly page: Omit<SimulationPage, "changes">;
}

export interface SimulateLink {
  readonly id: string;
  readonly madeBy: string;
  readonly madeAt: string;
  readonly until: string;
}
