import type { Answer } from "../app/correct.ts";
import { correctionJson, type OpenCorrection } from "../app/corrections.ts";
import type { Outcome } from "../app/decisions.ts";
import type { App } from "../app.ts";
import type { Stretch } from "../model/difference.ts";
import { CommandError, elsewhere, whoami, withApp, type Common } from "./context.ts";
import { tellAll } from "./decide.ts";
import { answer, answerJson, indent, paint } from "./output.ts";

interface Options extends Common {
  readonly as?: string;
  readonly by?: string;
  readonly byHand?: boolean;
}

const ways = ["edit", "reply", "replace", "leave"] as const;

/** What changed after it was posted, word by word. */
export async function showCorrections(id: string | undefined, options: Options): Promise<boolean> {
  return withApp(
    options,
    async (app) => {
      const { openCorrections } = await import("../app/corrections.ts");
      const open = await openCorrections(app, id);
      if (options.json) answerJson(open.map(correctionJson));
      else answer(open.length === 0 ? nothing : open.map(written).join("\n\n"));
      return true;
    },
    { quiet: true },
  );
}

const nothing = "Nothing is to be corrected: what went out says what its entries say.";

/** Answers what is offered, by deliveries' or entries' ids. False where one could not be carried out. */
export async function correctPosts(ids: readonly string[], options: Options): Promise<boolean> {
  const by = wayOf(options.by);
  const { correct } = await import("../app/correct.ts");
  return decideEach(ids, options, (app, id, who) => correct(app, id, by, who));
}

function wayOf(by: string | undefined): Answer {
  const way = ways.find((one) => one === by);
  if (by !== undefined && way === undefined)
    throw new CommandError(`--by takes ${ways.slice(0, -1).join(", ")} or ${ways.at(-1)}, not ${by}.`);
  return way ?? null;
}

/** False where something is still live, or may be. */
export async function retractPosts(ids: readonly string[], options: Options): Promise<boolean> {
  const remote = options.byHand ? undefined : await elsewhere(options);
  if (remote) {
    const { decideThere, remoteActs } = await import("./remote-decide.ts");
    return tellAll(await decideThere(remote, ids, remoteActs.plain("retract")), options);
  }
  const { retract, retractedByHand } = await import("../app/retract.ts");
  return decideEach(ids, options, options.byHand ? retractedByHand : retract);
}

type Each = (app: App, id: string, who: string) => Promise<readonly Outcome[]>;

async function decideEach(ids: readonly string[], options: Options, decide: Each): Promise<boolean> {
  return withApp(
    options,
    async (app) => {
      const outcomes: Outcome[] = [];
      for (const id of ids) outcomes.push(...(await decide(app, id, whoami(options))));
      return tellAll(outcomes, options);
    },
    { quiet: true },
  );
}

function written(one: OpenCorrection): string {
  const { correction, delivery, title, text, link } = one;
  const { id, account, step, part, parts, receipt } = delivery;
  const which = parts > 1 ? ` ${part}/${parts}` : "";
  const head = `${paint("yellow", correction.state)} ${paint("bold", id)} ${account} ${step}${which} ${receipt?.permalink ?? ""}`;
  const lines = [
    ...line("title", title),
    ...line("link", link),
    ...(correction.posts.length === 0 ? [] : [marked(text)]),
    correction.reason ?? "",
    whatCanBeDone(one),
  ].filter((some) => some !== "");
  return `${head.trimEnd()}\n${indent(lines.join("\n"))}`;
}

const line = (name: string, stretches: readonly Stretch[]): readonly string[] =>
  stretches.some(({ kind }) => kind !== "same") ? [`${name}  ${marked(stretches)}`] : [];

/** What is gone in [-…-], what is new in {+…+}, also where there are no colours. */
function marked(stretches: readonly Stretch[]): string {
  return stretches
    .map(({ kind, text }, index) => {
      const [, words = "", space = ""] = /^(.*?)(\s*)$/s.exec(text) ?? [];
      const after = stretches[index + 1]?.kind === "new" ? " " : space;
      if (kind === "gone") return `${paint("red", `[-${words}-]`)}${after}`;
      return kind === "new" ? `${paint("green", `{+${words}+}`)}${space}` : text;
    })
    .join("")
    .trimEnd();
}

export function whatCanBeDone({ correction, delivery, ways: can, best, byHand }: OpenCorrection): string {
  const { id } = delivery;
  if (correction.state === "wanted" || correction.state === "doing")
    return `${correction.who ?? "Somebody"} decided: ${correction.remedy ?? ""}. It is carried out as soon as it can be.`;
  if (can.length === 0) return "";
  if (best !== null)
    return `carillon correct ${id}  (${best}; --by ${can.filter((way) => way !== best).join(", ")})`;
  const where = delivery.receipt?.permalink ? ` at ${delivery.receipt.permalink}` : "";
  return `${byHand ?? ""} By hand${where}; then: carillon correct ${id} --by leave`.trim();
}
