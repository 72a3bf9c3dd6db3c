import type { App } from "../app.ts";
import { type Manner, plainManner } from "../compose/manner.ts";
import { stepName } from "../model/booking.ts";
import type { Step } from "../model/campaign.ts";
import { isNote } from "../model/correction.ts";

/** For whom words are, and whose turn it is. */
export interface Occasion {
  /** Null for a channel that has no account yet. */
  readonly account: string | null;
  /** Of the steps' posts there; absent for the first. */
  readonly turn?: number;
  /** The template that the post was made with before. */
  readonly template?: string | undefined;
}

/** How a step is said on an account, by the configuration. A note below a post, without a step, calls nobody. */
export function mannerOf(
  { config, desk }: App,
  { account, turn = 0, template }: Occasion,
  step: Step | null,
): Manner {
  const own = account === null ? undefined : desk.account(account);
  const mentions = step !== null && step.mentions !== false && own?.mentions !== false;
  return {
    ...plainManner,
    account,
    people: mentions ? (config.people ?? []) : [],
    link: step === null ? null : (step.link ?? own?.link ?? null),
    utm: own?.utm ?? null,
    turn,
    template: template ?? null,
  };
}

/** Counts the turns of steps with several templates: those that the ledger has, and what was counted since. */
export type Turns = (
  account: string,
  campaign: string,
  step: Step,
) => Promise<{ readonly turn: number; take(): void }>;

export function turnsOf(app: App): Turns {
  const counted = new Map<string, number>();
  return async (account, campaign, step) => {
    if ((step.template?.length ?? 0) < 2) return { turn: 0, take: () => undefined };
    const label = JSON.stringify([account, campaign, step.name]);
    const turn = counted.get(label) ?? (await countPosts(app, account, campaign, step.name));
    counted.set(label, turn);
    return { turn, take: () => void counted.set(label, turn + 1) };
  };
}

async function countPosts(app: App, account: string, campaign: string, step: string): Promise<number> {
  const steps = [...(await app.ledger.history.steps(account, campaign))];
  const own = steps.filter(([name]) => !isNote({ step: name }) && stepName(name) === step);
  return own.reduce((sum, [, many]) => sum + many, 0);
}
