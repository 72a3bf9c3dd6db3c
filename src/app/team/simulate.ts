import { statSync } from "node:fs";
import type { App } from "../../app.ts";
import { worded } from "../../model/worded.ts";
import { dateOfDay, dayOf } from "../../plan/clock.ts";
import { offsetsOf } from "../../plan/zones.ts";
import type { NoSimulation, Simulate, SimulateAsk } from "../../web/team/simulate.ts";
import { changesAhead } from "../simulate/changes.ts";
import { pageIn, simulatePage } from "../simulate/page.ts";
import type { Request } from "../simulate/rehearsal.ts";
import { simulate } from "../simulate/simulate.ts";
import { readSpan } from "../simulate/span.ts";
import { hashSecret, makeSecret } from "../secret.ts";

/** Days that a link lasts, and that are shown where nobody says how many. */
const linkDays = 7;
const usualDays = 30;

export function simulateOf(app: App): Simulate {
  const { simulations, audit } = app.ledger;
  const begun = Date.now();
  const note = (who: string, action: string, subject: string, detail: string | null): Promise<void> =>
    audit.write({ at: app.now().toISOString(), who, action, subject, detail });
  return {
    accounts: app.config.accounts.map(({ name }) => name),
    campaigns: app.config.campaigns.map(({ name }) => name),
    usual: () => usualSpan(app),
    run: async (ask) => {
      const request = requestOf(app, ask);
      return "wrong" in request ? request : { simulation: await simulate(app, request) };
    },
    page: async (ask, place) => {
      const request = requestOf(app, ask);
      return "wrong" in request ? request : simulatePage(app, request, place);
    },
    changes: () => changesAhead(app),
    isEdited: () => (statSync(app.config.file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > begun,
    share: async (ask, by) => {
      const request = requestOf(app, ask);
      if ("wrong" in request) return request;
      const simulation = await simulate(app, request);
      const secret = makeSecret();
      const until = new Date(app.now().getTime() + linkDays * 86_400_000).toISOString();
      const shared = {
        id: hashSecret(secret),
        madeBy: by.login,
        madeAt: simulation.madeAt,
        until,
        simulation,
      };
      await simulations.share(shared);
      await note(by.login, "share simulation", shared.id, worded`Until ${until}.`);
      return { secret };
    },
    shared: async (secret, place) => {
      const shared = await simulations.get(hashSecret(secret), app.now());
      return shared && { ...shared, page: pageIn(shared.simulation, place) };
    },
    links: () => simulations.list(app.now()),
    endLink: async (id, by) => {
      if (await simulations.end(id)) await note(by.login, "end shared simulation", id, null);
    },
  };
}

function usualSpan(app: App): { from: string; to: string } {
  const today = dayOf(app.now().getTime(), offsetsOf(app.config.site.timezone));
  return { from: dateOfDay(today), to: dateOfDay(today + usualDays) };
}

function requestOf(app: App, { from, to, account, campaign }: SimulateAsk): Request | NoSimulation {
  const span = readSpan(from, to, app.now(), app.config.site.timezone);
  return "wrong" in span ? span : { ...span, ...(account && { account }), ...(campaign && { campaign }) };
}
