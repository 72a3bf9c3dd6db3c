import { dirname, resolve } from "node:path";
import type { Account } from "../model/account.ts";
import type { Campaign, Review, Step, Success } from "../model/campaign.ts";
import { eventTypes } from "../model/event.ts";
import type { Source } from "../model/source.ts";
import type { Config } from "./config.ts";
import { quietOf } from "./pace.ts";
import type { Parsed, ParsedCampaign, ParsedSource, ParsedStep } from "./schema.ts";

/** The configuration that the program works with. `parsed` has no problems, and `file` is absolute. */
export function normalise(parsed: Parsed, accounts: readonly Account[], file: string): Config {
  const place = (path: string): string => resolve(dirname(file), path);
  const sources = Object.entries(parsed.sources).map(([name, source]) =>
    normaliseSource(name, source, place),
  );
  const campaigns = Object.entries(parsed.campaigns)
    .filter(([, { source }]) => source in parsed.sources)
    .map(([name, campaign]) => normaliseCampaign(name, campaign, parsed.groups));
  return {
    file,
    site: normaliseSite(parsed.site),
    ledger: /^postgres(ql)?:\/\//.test(parsed.ledger) ? parsed.ledger : place(parsed.ledger),
    retention: parsed.retention ?? null,
    network: parsed.network,
    templates: parsed.templates === undefined ? null : place(parsed.templates),
    sources,
    accounts,
    alarm: parsed.alarm ?? null,
    campaigns,
    ...(parsed.report?.on.kind === "monthly" && { report: { ...parsed.report, on: parsed.report.on } }),
    ...(parsed.signIn && { signIn: parsed.signIn }),
    ...(parsed.events.length > 0 && {
      events: parsed.events.map(({ types = eventTypes, formerSecret, ...receiver }) => ({
        ...receiver,
        types,
        ...(formerSecret !== undefined && { formerSecret }),
      })),
    }),
  };
}

function normaliseSite({ url, quiet, ...site }: Parsed["site"]): Config["site"] {
  return {
    ...site,
    url: url ?? `http://localhost:${site.port}`,
    ...(quiet && { quiet: quietOf(quiet) }),
  };
}

function normaliseSource(name: string, source: ParsedSource, place: (path: string) => string): Source {
  const { poll, only, brake, maxAge } = source;
  const common = {
    name,
    poll,
    only,
    brake,
    maxAge,
    language: source.language ?? null,
    translates: source.translates ?? null,
    ...(source.hook && { hook: source.hook }),
  };
  if (source.markdown === undefined)
    return { ...common, kind: "feed", feed: source.feed ?? "", websub: source.websub };
  return {
    ...common,
    kind: "markdown",
    markdown: place(source.markdown),
    site: source.site ?? "",
    permalink: source.permalink ?? "/:year/:month/:title/",
    first: source.first ?? "baseline",
  };
}

function normaliseCampaign(name: string, campaign: ParsedCampaign, groups: Parsed["groups"]): Campaign {
  const { source, review, wait, expect } = campaign;
  return {
    name,
    source,
    review: review === "none" ? null : normaliseReview(review),
    wait,
    ...(expect && { expect: { entry: expect.entry ?? null, confirmed: expect.confirmed } }),
    steps: Object.entries(campaign.steps).map(([key, step]) => normaliseStep(key, step, groups)),
  };
}

function normaliseReview({ approvals, expires, span }: Exclude<ParsedCampaign["review"], "none">): Review {
  return { approvals, expires: expires ?? null, ...(span !== undefined && { span }) };
}

function normaliseStep(name: string, step: ParsedStep, groups: Parsed["groups"]): Step {
  const { order, days, on, before, of, repeat, unless, expires, late, template, link, mentions } = step;
  return {
    name,
    to: [...new Set(step.to.flatMap((one) => groups[one] ?? [one]))],
    at: step.at,
    after: step.after,
    each: step.each,
    sections: step.sections ?? [],
    every: step.every ?? null,
    limit: step.limit ?? null,
    thread: step.thread ?? (step.each === "section" ? "numbered" : null),
    ...(order && { order }),
    ...(days && { days }),
    ...(on && { on }),
    ...(before && { before }),
    ...(of && { of }),
    ...(repeat && { repeat }),
    ...(unless && { unless: successOf(unless) }),
    ...(expires !== undefined && { expires }),
    ...(late && { late }),
    ...(template !== undefined && { template: [template].flat() }),
    ...(link && { link }),
    ...(mentions === false && { mentions }),
  };
}

function successOf({ likes, reposts, replies }: NonNullable<ParsedStep["unless"]>): Success {
  return {
    ...(likes !== undefined && { likes }),
    ...(reposts !== undefined && { reposts }),
    ...(replies !== undefined && { replies }),
  };
}
