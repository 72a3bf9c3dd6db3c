import type { App } from "../../app.ts";
import type { Channel } from "../../channel/channel.ts";
import { compareRights } from "../../connect/rights.ts";
import { showAccount } from "../../config/shown.ts";
import type { Delivery } from "../../model/delivery.ts";
import type { Account } from "../../model/account.ts";
import { worded } from "../../model/worded.ts";
import type {
  Channels,
  ChannelsView,
  ChannelRow,
  ChannelView,
  Span,
  TestView,
} from "../../web/team/channels.ts";
import { testAccount } from "../account-test.ts";
import { disconnect } from "../connecting.ts";
import { no, yes, type Outcome } from "../decisions.ts";
import { beginFor } from "../reception.ts";
import { standingsOf } from "../standing.ts";
import { sendTestPost } from "../test-post.ts";
import { brokenIn } from "./broken.ts";
import { rowOf } from "./channel-row.ts";
import { showingOf, type Showing } from "./configuration.ts";

export function channelsOf(app: App): Channels {
  const showing = showingOf(app);
  return {
    all: () => viewAll(app),
    one: (name) => viewOne(app, name, showing),
    connect: (name, port, by) => beginFor(app, name, port, by.login),
    disconnect: async (name, by) => writtenOf(await disconnect(app, name, by.login)),
    test: async (name, by) => writtenOf(await test(app, name, by.login)),
    release: async (name, by) => writtenOf(await release(app, name, by.login)),
    sendTest: async (name, by) => writtenOf(await sendTestPost(app, name, by.login)),
  };
}

const writtenOf = ({ done, text }: Outcome) => ({ done, lines: [text] });

async function rowsOf(app: App, wanted?: string): Promise<readonly ChannelRow[]> {
  const [standings, states, said] = await Promise.all([
    standingsOf(app),
    app.ledger.accounts.all(),
    app.ledger.allowances.all(),
  ]);
  const some = standings.filter(({ account }) => wanted === undefined || account === wanted);
  return Promise.all(
    some.map((one) => rowOf(app, one, states.get(one.account), said.get(one.account) ?? [])),
  );
}

async function viewAll(app: App): Promise<ChannelsView> {
  const rows = await rowsOf(app);
  return { rows, broken: brokenIn(app.problems, "accounts", rows), span: spanOf(rows, app.now()) };
}

const day = 86_400_000;

/** From now to a little after all that there is to see, at least a month and at most a quarter of a year. */
function spanOf(rows: readonly ChannelRow[], now: Date): Span {
  const last = rows
    .flatMap(({ outlook, ends }) => [outlook.times.at(-1) ?? "", ends ?? ""])
    .toSorted()
    .at(-1);
  const reach = last ? Date.parse(last) - now.getTime() : 0;
  const length = Math.min(Math.max(reach * 1.05, 30 * day), 100 * day);
  return { from: now.toISOString(), to: new Date(now.getTime() + length).toISOString() };
}

/** Test posts that are shown. */
const some = 3;

async function viewOne(app: App, name: string, showing: Showing): Promise<ChannelView | undefined> {
  const [row] = await rowsOf(app, name);
  const account = app.desk.account(name);
  const channel = await app.desk.channelOf(name);
  if (row === undefined || account === undefined || channel === undefined) return undefined;
  const token = (await app.ledger.tokens.all()).get(name);
  return {
    ...row,
    span: spanOf([row], app.now()),
    configuration: showing((manuscript) => showAccount(manuscript, account, channel, token !== undefined)),
    scopes: scopesOf(account, channel, token?.scopes),
    connectable: channel.connect !== undefined && account.handoff === undefined,
    connected: token !== undefined,
    needsApp: channel.connect?.app !== null,
    tests: row.test ? (await app.ledger.testPosts.of(name, some)).map(viewTest) : [],
  };
}

function scopesOf(
  { settings }: Account,
  { connect }: Channel,
  granted: readonly string[] | undefined,
): ChannelView["scopes"] {
  const asked = connect?.scopes(settings) ?? [];
  const has = new Set(compareRights(asked, granted ?? []).granted);
  return asked.map((scope) => ({
    name: scope.name,
    what: scope.what,
    granted: granted === undefined ? null : has.has(scope),
  }));
}

const viewTest = ({ id, dueAt, state, receipt, reason, attempts }: Delivery): TestView => ({
  id,
  at: dueAt,
  state,
  permalink: receipt?.permalink ?? null,
  reason: reason ?? attempts.at(-1)?.reason ?? null,
});

/** It goes on where it works, which is a decision as well. */
async function test(app: App, name: string, who: string): Promise<Outcome> {
  const outcome = await testAccount(app, name);
  if (outcome.done) app.dispatcher.wake();
  await note(app, name, who, "sign in", outcome.text);
  return outcome;
}

async function release(app: App, name: string, who: string): Promise<Outcome> {
  if (!(await app.ledger.accounts.release(name))) return no(name, worded`It does not wait.`);
  await note(app, name, who, "release account", null);
  app.dispatcher.wake();
  return yes(name, worded`It goes on.`);
}

const note = ({ ledger, now }: App, subject: string, who: string, action: string, detail: string | null) =>
  ledger.audit.write({ at: now().toISOString(), who, action, subject, detail });
