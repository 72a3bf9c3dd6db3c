import { inWords } from "../app/clock-words.ts";
import { writeMoney } from "../app/money.ts";
import { costOf, sumsOf, type PlanLine, type SimulatedPost, type Simulation } from "../model/simulation.ts";
import { indent, paint, table } from "./output.ts";

/** A calendar, a paragraph a day, with what it comes to. */
export function describeSimulation(simulation: Simulation): string {
  const { posts, never, zone } = simulation;
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" });
  const day = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    weekday: "short",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  const lines = table(posts.map((post) => cellsOf(post, clock)))
    .split("\n")
    .map((line) => line.trimEnd());
  const rows = posts.map((post, index) => ({ post, line: lines[index] ?? "" }));
  const days = Map.groupBy(rows, ({ post }) => day.format(new Date(post.dueAt)));
  const pages = [...days].map(([name, own]) =>
    [paint("bold", name), ...own.flatMap(({ post, line }) => [indent(line), ...remarkOf(post)])].join("\n"),
  );
  const asked = never.map((sentence) => paint("yellow", `Cannot be: ${sentence}`));
  return [...pages, ...(asked.length > 0 ? [asked.join("\n")] : []), sumUp(simulation)].join("\n\n");
}

function cellsOf(post: SimulatedPost, clock: Intl.DateTimeFormat): readonly string[] {
  const { dueAt, account, step, title, story, parts, cost, flags } = post;
  const about = story === null ? title : `· ${firstLine(parts[0]?.text ?? story)}`;
  return [
    clock.format(new Date(dueAt)),
    account,
    step,
    shorten(about, 44),
    paint("dim", lengthOf(parts)),
    cost === null ? "" : writeMoney(cost),
    flags.map((flag) => paint(flag === "sent" ? "green" : "yellow", flag)).join(", "),
  ];
}

const firstLine = (text: string): string => text.split("\n", 1)[0] ?? "";

const shorten = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

/** “234/500”, “3 parts, 480/500”: the fullest of them. */
function lengthOf(parts: SimulatedPost["parts"]): string {
  const [fullest] = parts.toSorted((a, b) => b.length / (b.limit || 1) - a.length / (a.limit || 1));
  if (fullest === undefined) return "";
  const size = fullest.limit > 0 ? `${fullest.length}/${fullest.limit}` : String(fullest.length);
  return parts.length === 1 ? size : `${parts.length} parts, ${size}`;
}

const remarkOf = ({ why }: SimulatedPost): readonly string[] =>
  why === null ? [] : [indent(paint("dim", why), 9)];

/** “12 posts: fosstodon 6, x 6 (1.20 USD).” */
function sumUp(simulation: Simulation): string {
  const { posts, zone } = simulation;
  if (posts.length === 0) return "Nothing goes out in that time.";
  const sums = sumsOf(posts).map(
    ({ account, posts: many, cost }) => `${account} ${many}${cost ? ` (${writeMoney(cost)})` : ""}`,
  );
  const flags = Map.groupBy(
    posts.flatMap((post) => post.flags),
    (flag) => flag,
  );
  const marked = [...flags].map(([flag, all]) => `${flag} ${all.length}`);
  const cost = costOf(posts);
  return [
    `${posts.length} ${posts.length === 1 ? "post" : "posts"}: ${sums.join(", ")}.`,
    ...(marked.length > 0 ? [`Marked: ${marked.join(", ")}.`] : []),
    ...(cost === null ? [] : [`Together these cost ${writeMoney(cost)}.`]),
    paint("dim", `Times are those of ${zone}. Nothing was sent, and nothing was changed.`),
  ].join("\n");
}

const verbs: Readonly<Record<PlanLine["kind"], string>> = {
  add: "add",
  move: "move",
  cancel: "cancel",
  hold: "hold",
  revive: "bring back",
  reword: "say anew",
  keep: "leave",
  never: "cannot be",
};

/** What a plan would change, a post a line, each with its reason. */
export function describeChanges(lines: readonly PlanLine[], now: Date, zone: string): string {
  if (lines.length === 0) return "The next planning changes nothing.";
  const when = (at: string): string => inWords(new Date(at), now, zone);
  const time = ({ kind, from, to }: PlanLine): string =>
    kind === "move" && from !== null && to !== null
      ? `${when(from)} → ${when(to)}`
      : (to ?? from) === null
        ? ""
        : when(to ?? from ?? "");
  const rows = lines.map((line) => [
    paint(line.kind === "cancel" || line.kind === "hold" ? "yellow" : "bold", verbs[line.kind]),
    line.account,
    line.step,
    shorten(line.title, 40),
    [time(line), paint("dim", line.why)].filter(Boolean).join(". "),
  ]);
  const ends = "Nothing was changed: `carillon once`, or the running service, does it.";
  return `${table(rows)}\n\n${ends}`;
}
