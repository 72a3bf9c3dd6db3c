import type { Answer } from "../app/correct.ts";
import { correctionJson } from "../app/corrections.ts";
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
  const remote = await elsewhere(options);
  if (remote) {
    const of = id === undefined ? "" : `?of=${encodeURIComponent(id)}`;
    tellCorrections((await remote.get(`/corrections${of}`)) as readonly Line[], options);
    return true;
  }
  return withApp(
    options,
    async (app) => {
      const { openCorrections } = await import("../app/corrections.ts");
      tellCorrections((await openCorrections(app, id)).map(correctionJson), options);
      return true;
    },
    { quiet: true },
  );
}

type Line = ReturnType<typeof correctionJson>;

function tellCorrections(open: readonly Line[], { json }: Options): void {
  if (json) answerJson(open);
  else answer(open.length === 0 ? nothing : open.map(written).join("\n\n"));
}

const nothing = "Nothing is to be corrected: what went out says what its entries say.";

/** Answers what is offered, by deliveries' or entries' ids. False where one could not be carried out. */
export async function correctPosts(ids: readonly string[], options: Options): Promise<boolean> {
  const by = wayOf(options.by);
  const remote = await elsewhere(options);
  if (remote)
    return tellAll(await (await import("./remote-correct.ts")).correctThere(remote, ids, by), options);
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
  const remote = await elsewhere(options);
  if (remote) {
    const { retractThere } = await import("./remote-correct.ts");
    return tellAll(await retractThere(remote, ids, options.byHand === true), options);
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

function written(one: Line): string {
  const { delivery, account, step, part, parts, permalink, state, words, now, reason } = one;
  const which = parts > 1 ? ` ${part}/${parts}` : "";
  const head = `${paint("yellow", state)} ${paint("bold", delivery)} ${account} ${step}${which} ${permalink ?? ""}`;
  const lines = [
    ...line("title", words.title),
    ...line("link", words.link),
    ...(now === null ? [] : [marked(words.text)]),
    reason ?? "",
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

export function whatCanBeDone({
  delivery,
  permalink,
  state,
  who,
  by,
  ways: can,
  best,
  byHand,
}: Line): string {
  if (state === "wanted" || state === "doing")
    return `${who ?? "Somebody"} decided: ${by ?? ""}. It is carried out as soon as it can be.`;
  if (can.length === 0) return "";
  if (best !== null)
    return `carillon correct ${delivery}  (${best}; --by ${can.filter((way) => way !== best).join(", ")})`;
  const where = permalink ? ` at ${permalink}` : "";
  return `${byHand ?? ""} By hand${where}; then: carillon correct ${delivery} --by leave`.trim();
}
