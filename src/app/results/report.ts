import type { App } from "../../app.ts";
import type { Limits } from "../../channel/channel.ts";
import { fits } from "../../channel/measure.ts";
import { calls } from "../../model/delivery.ts";
import type { Counts } from "../../model/result.ts";
import type { Post } from "../../model/post.ts";
import { occurrencesOf } from "../../plan/calendar.ts";
import { offsetsOf } from "../../plan/zones.ts";
import type { Month } from "../../web/team/results.ts";
import { shortenText } from "../../web/text.ts";
import { nameMonth } from "../../web/time.ts";
import { chooseWords } from "../../web/words/choose.ts";
import { writeCounts, writeNumber } from "../../web/team/counts.ts";
import type { Words } from "../../web/words/words.ts";
import { noticeOf } from "../notice.ts";
import { monthBefore, monthResults } from "./month.ts";
import { reactionsOf } from "./tallies.ts";

/** Milliseconds by which a report may be late; then it is not sent any more. */
const lateness = 86_400_000;

/** Plans the monthly report where its time has come, once: the ledger has one place for each month's. True where it was planned now. */
export async function sendReport(app: App): Promise<boolean> {
  const { config, ledger, desk } = app;
  const due = dueReport(app);
  if (due === null) return false;
  const step = `report-${due.month}`;
  if (await ledger.messages.isPlanned(due.to, step)) return false;
  const channel = await desk.channelOf(due.to);
  const month = await monthResults(app, due.month);
  if (channel === undefined || channel.abilities.local || month === undefined || month.posts === 0)
    return false;
  const words = chooseWords(config.site.language, undefined);
  const post = postOf(month, words, config.site, await desk.limitsOf(due.to, channel));
  const what = { campaign: calls, step, account: due.to, channel: channel.id, post };
  const about = { id: "(results)", title: words.results.title };
  return ledger.messages.plan(about, noticeOf(what, app.now()), app.now());
}

/** Null where none was due in the last day. */
function dueReport({ config, now }: App): { readonly to: string; readonly month: string } | null {
  const { report, site } = config;
  if (report === undefined) return null;
  const at = now().getTime();
  const [due] = occurrencesOf(report.on, at - lateness, at, offsetsOf(site.timezone));
  return due ? { to: report.to, month: monthBefore(new Date(due.at), site.timezone) } : null;
}

interface Place {
  readonly name: string;
  readonly url: string;
}

/** As much as the channel takes of: the sums, those of the month before, the best post, where to read all. */
function postOf(month: Month, words: Words, site: Place, limits: Limits): Post {
  const said = words.results.report;
  const title = said.title(site.name, nameOf(month.month, words));
  const link = `${site.url}/desk/results/${month.month}`;
  const sums = `${said.posts(words.results.posts(month.posts))} ${said.line(countsOf(month.counts, words))}`;
  const all = said.all(link);
  const ways = [
    [title, sums, ...beforeOf(month, words), ...bestOf(month, words), all],
    [title, sums, ...beforeOf(month, words), all],
    [title, sums, all],
    [title, all],
  ].map((lines) => lines.join("\n\n"));
  const text = ways.find((way) => limits.text.every((measure) => fits(way, measure))) ?? link;
  const named = limits.title && title;
  return { title: named, text, link, card: null, media: [], language: words.code, tags: [] };
}

const nameOf = (month: string, { code }: Words): string => nameMonth(`${month}-01`, code);

const countsOf = (counts: Counts, words: Words): string => writeCounts(counts, words);

function beforeOf({ before }: Month, words: Words): readonly string[] {
  if (before === null) return [];
  const counts = countsOf(before.counts, words);
  return [words.results.report.before(nameOf(before.month, words), counts)];
}

function bestOf({ best: [best] }: Month, words: Words): readonly string[] {
  if (best === undefined) return [];
  const said = words.results.report;
  const reactions = said.reactions(writeNumber(reactionsOf(best.counts) ?? 0, words));
  const excerpt = shortenText(best.text.replaceAll(/\s+/gu, " "), 140);
  const lines = [said.best(best.account, reactions), excerpt, best.permalink ?? ""];
  return [lines.filter((line) => line !== "").join("\n")];
}
