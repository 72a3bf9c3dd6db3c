import type { Campaign, Step } from "../../model/campaign.ts";
import type { ConfigurationPart } from "./channels.ts";

/** What is said about entries, in the configuration's order. */
export interface Campaigns {
  all(): Promise<CampaignsView>;
}

export interface CampaignsView {
  readonly rows: readonly CampaignRow[];
  /** Campaigns that the file has and that cannot be understood now: what they have planned stays. */
  readonly broken: readonly { readonly name: string; readonly problems: readonly string[] }[];
}

export interface CampaignRow {
  readonly campaign: Campaign;
  readonly steps: readonly StepRow[];
  /** What is wrong or will never come: where in the configuration, in which step if in one, and sentences. */
  readonly problems: readonly {
    readonly path: string;
    readonly step: string | null;
    readonly text: string;
  }[];
  readonly next: readonly {
    readonly id: string;
    readonly account: string;
    readonly step: string;
    readonly dueAt: string;
    readonly entryTitle: string;
  }[];
  readonly configuration: ConfigurationPart;
}

export interface StepRow {
  readonly step: Step;
  /** Files that its posts are made by, with the accounts that each is for. */
  readonly templates: readonly { readonly name: string; readonly accounts: readonly string[] }[];
}
