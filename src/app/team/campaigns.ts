import type { App } from "../../app.ts";
import { describeTemplate, pickTemplate } from "../../compose/pick.ts";
import type { Templates } from "../../compose/template.ts";
import { showPart } from "../../config/shown.ts";
import type { Campaign, Step } from "../../model/campaign.ts";
import { adviceOn, placeOf } from "../../plan/advice.ts";
import { offsetsOf } from "../../plan/zones.ts";
import type { CampaignRow, Campaigns, CampaignsView, StepRow } from "../../web/team/campaigns.ts";
import { templatesOf } from "../composing.ts";
import { brokenIn } from "./broken.ts";
import { showingOf, type Showing } from "./configuration.ts";

export function campaignsOf(app: App): Campaigns {
  const showing = showingOf(app);
  return { all: () => viewAll(app, showing) };
}

async function viewAll(app: App, showing: Showing): Promise<CampaignsView> {
  const { campaigns } = app.config;
  const { templates } = await templatesOf(app.config);
  const rows = await Promise.all(
    campaigns.map(async (campaign) => ({
      campaign,
      steps: await Promise.all(campaign.steps.map((step) => viewStep(app, templates, step))),
      problems: await problemsOf(app, campaign),
      next: await nextOf(app, campaign.name),
      configuration: showing((manuscript) => showPart(manuscript, ["campaigns", campaign.name], defaults)),
    })),
  );
  return { rows, broken: brokenIn(app.problems, "campaigns", campaigns) };
}

const defaults = { review: "none", "wait.live": "false" };

/** Entries that are looked at for what a campaign asks of them, and posts of each that are shown. */
const few = 6;

async function problemsOf(app: App, campaign: Campaign): Promise<CampaignRow["problems"]> {
  const { config, ledger, problems } = app;
  const entries = (await ledger.plans.newest(campaign.source, few)).map(({ entry }) => entry);
  const mine = problems.filter(({ path }) => path.startsWith(`campaigns.${campaign.name}.`));
  return [
    ...mine.map(({ path, problem, mend }) => ({ path, step: stepIn(path), text: `${problem} ${mend}` })),
    ...adviceOn([campaign], entries, offsetsOf(config.site.timezone), app.now()).map((one) => ({
      path: placeOf(one),
      step: one.step,
      text: one.text,
    })),
  ];
}

/** `campaigns.letter.steps.reminder.to` */
function stepIn(path: string): string | null {
  const [, , kind, step] = path.split(".");
  return (kind === "steps" ? step : null) ?? null;
}

async function nextOf(app: App, name: string): Promise<CampaignRow["next"]> {
  const next = await app.ledger.outlook.ofCampaign(name, app.now(), few);
  const titles = await app.ledger.entries.titles([...new Set(next.map(({ entry }) => entry))]);
  return next.map(({ id, account, step, dueAt, entry }) => ({
    id,
    account,
    step,
    dueAt,
    entryTitle: titles.get(entry) ?? "",
  }));
}

async function viewStep(app: App, templates: Templates, step: Step): Promise<StepRow> {
  const story = step.each === "story" || step.before !== undefined;
  const named = step.template ?? [null];
  const used = new Map<string, Set<string>>();
  for (const account of step.to) {
    const channel = await app.desk.channelOf(account);
    if (channel === undefined) continue;
    for (const name of named) {
      const template = pickTemplate(templates, step, channel.id, story, name);
      const file = template && describeTemplate(templates, template)?.name;
      if (file !== undefined) used.set(file, (used.get(file) ?? new Set()).add(account));
    }
  }
  return { step, templates: [...used].map(([name, accounts]) => ({ name, accounts: [...accounts] })) };
}
