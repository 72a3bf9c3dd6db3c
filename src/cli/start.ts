import type { App } from "../app.ts";
import { CommandError, withApp, type Common } from "./context.ts";
import { answer, complain, inOneLine, paint } from "./output.ts";
import { previewsOf } from "../app/previews.ts";
import { errandsOf, type Errands } from "../app/errands.ts";
import type { Round } from "../app/round.ts";
import { statusOf } from "../app/status.ts";
import { freeSoon } from "../app/memory.ts";
import { tellerOf, work } from "./work.ts";
import { lookerOf } from "../app/urgent.ts";
import { startSubscribing } from "../app/websub.ts";
import { describeChange, describeMended } from "./words.ts";
import { needsPerson } from "../model/delivery.ts";

interface Options extends Common {
  readonly role: string;
}

/** Runs until it is told to end. */
export async function start(options: Options): Promise<boolean> {
  if (!["all", "web", "worker"].includes(options.role))
    throw new CommandError(`There is no role ${options.role}: all, web or worker.`);
  return withApp(options, (app) => run(app, options.role), {
    thorough: true,
    tellMended: (delivery, correction) => say(describeMended(delivery, correction)),
    tell: ({ account, step }, { outcome, reason }) =>
      say(`${account} ${step}: ${outcome}${reason ? `: ${reason}` : ""}`),
  });
}

const say = (text: string): void =>
  answer(`${paint("dim", new Date().toISOString().slice(11, 19))} ${inOneLine(text)}`);

const warn = (text: string): void => complain(inOneLine(text));

async function run(app: App, role: string): Promise<boolean> {
  // From here on: who ends it while it starts is heard as well. A second time ends it at once.
  const ended = signal();
  const errands = role === "worker" ? null : errandsOf(lookerOf(app, sayRound(app), failed));
  const door = errands && (await openDoor(app, errands));
  const stopWork = role === "web" ? null : await work(app, { round: sayRound(app), problem: warn, failed });
  const stopSubscribing = door && startSubscribing(app, failed);
  await greet(app, door);
  freeSoon();
  await ended;
  say("Ending: what is under way is finished first.");
  await errands?.stop();
  await stopSubscribing?.();
  await stopWork?.();
  await door?.close();
  return true;
}

interface Door {
  readonly url: string;
  close(): Promise<void>;
}

/** Where the door cannot be opened the rest goes on: posts are worth more than pages. */
async function openDoor(app: App, errands: Errands): Promise<Door | null> {
  const [{ createSite }, { serve }, { readingOf }, { receptionOf }, { teamOf }, { hooksOf }] =
    await Promise.all([
      import("../web/site.ts"),
      import("../web/serve.ts"),
      import("../app/reading.ts"),
      import("../app/reception.ts"),
      import("../app/team/team.ts"),
      import("../app/hooks.ts"),
    ]);
  const site = createSite(await readingOf(app), report, receptionOf(app), teamOf(app), hooksOf(app, errands));
  const served = await serve(site, { port: app.config.site.port });
  if (!("problem" in served)) return served;
  complain(`${served.problem} Everything but the pages goes on.`);
  return null;
}

const report = (error: Error): void => warn(`A page failed: ${error.message}`);

const failed = tellerOf(warn, Date.now);

const sayRound =
  (app: App) =>
  ({ polls, planned, moved }: Round): void => {
    for (const one of moved) say(describeChange(one, app.now(), app.config.site.timezone));
    for (const { source, reasons } of polls) for (const reason of reasons) warn(`${source}: ${reason}`);
    for (const { source, news, held } of polls)
      if (news + held > 0) say(`${source}: ${news} new, ${held} held`);
    if (polls.some(({ seen }) => seen > 0)) freeSoon();
    if (planned > 0) say(`${planned} ${planned === 1 ? "post" : "posts"} planned`);
  };

async function greet(app: App, door: Door | null): Promise<void> {
  const { counts, problems } = await statusOf(app);
  const [newest] = await app.ledger.entries.list(["news"], 1);
  const lines = newest
    ? await welcome(app, newest.entry.title, newest.entry)
    : ["Nothing is news yet: what the sources held at the first look is not announced."];
  const waiting = needsPerson.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  const ledger = `${counts["sent"] ?? 0} sent, ${counts["scheduled"] ?? 0} scheduled, ${waiting + problems.length} need a person`;
  const address = door
    ? [
        `Open ${paint("bold", door.url)} for the public page, ${paint("bold", `${door.url}/desk`)} for the team.`,
        // What cannot be written now has been said, and is no reason to end.
        ...(await welcomeFirst(app, door.url).catch(() => [])),
      ]
    : [];
  answer(
    [
      paint("bold", `Carillon for ${app.config.site.name}`),
      ...lines,
      `Ledger: ${ledger}.`,
      ...address,
      "Stop with Ctrl-C.",
    ].join("\n"),
  );
}

/** Nobody can sign in to the pages yet: the link for whoever comes first. */
async function welcomeFirst(app: App, url: string): Promise<readonly string[]> {
  if ((await app.ledger.people.all()).length > 0) return [];
  const { invite } = await import("../app/team/admission.ts");
  const secret = await invite(app, "administrator", "carillon");
  return [
    `To sign in to the team's pages, join as the first administrator: ${paint("bold", `${url}/join/${secret}`)}`,
  ];
}

async function welcome(
  app: App,
  title: string,
  entry: Parameters<typeof previewsOf>[1]["entry"],
): Promise<readonly string[]> {
  const previews = await previewsOf(app, { entry, others: true, offline: true });
  const without = previews.filter(({ account }) => account === null).map(({ label }) => label);
  const stories = entry.sections.reduce((sum, section) => sum + section.stories.length, 0);
  const read = `Read “${title}”: ${entry.sections.length} sections, ${stories} stories.`;
  return without.length === 0
    ? [read]
    : [
        read,
        `Composed as well for ${without.join(", ")} (no accounts yet): \`npm run -s carillon preview\` shows them, and how to add one.`,
      ];
}

function signal(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => resolve());
  });
}
