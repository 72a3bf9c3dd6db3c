import { classes } from "./networks/network.ts";
import type { Report } from "./scene.ts";

/** One line a class, and one for all. */
export function tableOf(reports: readonly Report[]): string {
  const groups = classes
    .map((name) => ({ name: name as string, of: reports.filter(({ scenario }) => scenario.class === name) }))
    .filter(({ of }) => of.length > 0);
  const rows = [...groups, { name: "all", of: reports }].map(({ name, of }) => lineOf(name, of));
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  ");
  return [line(heads), ...rows.map(line)].join("\n");
}

const heads = [
  "class",
  "scenes",
  "planned",
  "seen once",
  "twice or more",
  "lost",
  "unsure",
  "failed",
  "left",
  "unexplained",
  "kills",
  "settled after (median, longest)",
  "broken",
];

function lineOf(name: string, reports: readonly Report[]): readonly string[] {
  const sum = (of: (report: Report) => number): string =>
    String(reports.reduce((total, report) => total + of(report), 0));
  return [
    name,
    String(reports.length),
    sum(({ planned }) => planned),
    sum(({ once }) => once),
    sum(({ twice }) => twice),
    sum(({ none }) => none),
    sum(({ unsure }) => unsure),
    sum(({ failed }) => failed.length),
    sum(({ left }) => left),
    sum(({ unexplained }) => unexplained),
    sum(({ kills }) => kills),
    settledOf(reports),
    sum(({ breaches }) => breaches.length),
  ];
}

function settledOf(reports: readonly Report[]): string {
  const times = reports.map(({ settled }) => settled).toSorted((a, b) => a - b);
  return `${lengthOf(times[times.length >> 1] ?? 0)}, ${lengthOf(times.at(-1) ?? 0)}`;
}

const lengthOf = (milliseconds: number): string =>
  milliseconds < 120_000
    ? `${Math.round(milliseconds / 1000)} s`
    : `${Math.round(milliseconds / 60_000)} min`;

/** What happened how often, over all scenes. */
export function happeningsOf(reports: readonly Report[]): string {
  const counts = new Map<string, number>();
  for (const [name, count] of reports.flatMap(({ log }) => log))
    counts.set(name, (counts.get(name) ?? 0) + count);
  for (const reason of reports.flatMap(({ failed }) => failed))
    counts.set(`failed: ${reason}`, (counts.get(`failed: ${reason}`) ?? 0) + 1);
  return [...counts]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([name, count]) => `${String(count).padStart(6)}  ${name}`)
    .join("\n");
}
