import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from "yaml";
import type { Channel } from "../channel/channel.ts";
import { findMarks, type Marks } from "../channel/marks.ts";
import type { Mentionable } from "../model/mentionable.ts";
import type { Problem } from "../model/problem.ts";
import { suggest } from "../model/similar.ts";
import { worded } from "../model/worded.ts";
import { faultsOf } from "./document.ts";

/** What a handle may be for: channels and accounts, each with what the network makes of a text. */
export type Places = ReadonlyMap<string, Pick<Channel, "label" | "marks">>;

export interface People {
  /** Without what has problems. */
  readonly people: readonly Mentionable[];
  readonly problems: readonly Problem[];
}

type Report = (at: unknown, problem: string, mend: string) => void;

/** Reads a list of people: `name`, `aliases`, and a handle for each channel or account. `known`: names to suggest. */
export function readPeople(text: string, file: string, places: Places, known: readonly string[]): People {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const faults = faultsOf(document, file, lines);
  if (faults.length > 0 || document.contents === null) return { people: [], problems: faults };
  const problems: Problem[] = [];
  const lineOf = (at: unknown): number | null =>
    hasRange(at) && at.range ? lines.linePos(at.range[0]).line : null;
  const report: Report = (at, problem, mend) =>
    problems.push({ path: file, line: lineOf(at), problem, mend });
  if (!isSeq(document.contents)) report(document.contents, worded`This is no list of people.`, listMend);
  const items: readonly unknown[] = isSeq(document.contents) ? document.contents.items : [];
  const taken = new Map<string, number | null>();
  const people = items.flatMap((item) => readPerson(item, { places, known, taken, lineOf, report }));
  return { people, problems };
}

const listMend = worded`Begin each person with “- name: …”.`;

const hasRange = (node: unknown): node is { range?: readonly [number, number, number] | null } =>
  typeof node === "object" && node !== null && "range" in node;

interface Reading {
  readonly places: Places;
  readonly known: readonly string[];
  /** Names so far, and their lines. */
  readonly taken: Map<string, number | null>;
  readonly lineOf: (at: unknown) => number | null;
  readonly report: Report;
}

function readPerson(item: unknown, reading: Reading): readonly Mentionable[] {
  if (!isMap(item)) {
    reading.report(item, worded`This is no person.`, listMend);
    return [];
  }
  const names = readNames(item, reading);
  const handles = item.items.flatMap(({ key, value }) => {
    const place = textOf(key) ?? "";
    if (place === "name" || place === "aliases") return [];
    const handle = readHandle(place, key, value, reading);
    return handle === undefined ? [] : [[place, handle] as const];
  });
  if (!item.has("name"))
    reading.report(item, worded`Somebody has no name.`, worded`Give name: and what they are called.`);
  return names.length > 0 ? [{ names, handles: Object.fromEntries(handles) }] : [];
}

const textOf = (node: unknown): string | undefined =>
  isScalar(node) && typeof node.value === "string" ? node.value.trim() : undefined;

/** Each name has one owner: the first. */
function readNames(item: YAMLMap, { taken, lineOf, report }: Reading): readonly string[] {
  const aliases: unknown = item.get("aliases", true) ?? [];
  const nodes: readonly unknown[] = [
    ...(item.has("name") ? [item.get("name", true)] : []),
    ...(isSeq(aliases) ? aliases.items : [aliases].flat()),
  ];
  return nodes.flatMap((node) => {
    const name = (textOf(node) ?? "").normalize("NFC").replace(/\s+/g, " ");
    const key = name.toLowerCase();
    const wrong = wrongName(name, taken.has(key) ? (taken.get(key) ?? 0) : undefined);
    if (wrong === undefined) taken.set(key, lineOf(node));
    else report(node, ...wrong);
    return wrong === undefined ? [name] : [];
  });
}

function wrongName(name: string, line: number | undefined): readonly [string, string] | undefined {
  if (!/^\p{L}.*[\p{L}\p{M}\p{N}.]$/u.test(name))
    return [
      worded`This is no name.`,
      worded`Write it as newsletters do, with two letters or more, and in quotes where it is a number.`,
    ];
  if (line === undefined) return undefined;
  return [
    worded`“${name}” is a name already, of line ${line}: nobody could tell which is meant.`,
    worded`Take one of the two out, or give each a fuller name.`,
  ];
}

function readHandle(
  place: string,
  key: unknown,
  value: unknown,
  { places, known, report }: Reading,
): string | undefined {
  const network = places.get(place);
  const written = textOf(value);
  if (network === undefined) {
    report(key, worded`There is no channel and no account “${place}”.`, suggest(place, known));
    return undefined;
  }
  const handle = written?.startsWith("@") ? written : `@${written ?? ""}`;
  const kind = network.marks?.mentions;
  if (kind === undefined || isHandle(handle, network.marks)) return handle;
  report(key, worded`This is no handle on ${network.label}.`, worded`Write it as "${examples[kind]}".`);
  return undefined;
}

const examples: Readonly<Record<NonNullable<Marks["mentions"]>, string>> = {
  name: "@name",
  server: "@name@server.example",
  domain: "@name.example",
};

function isHandle(handle: string, marks: Marks | undefined): boolean {
  const [mark] = findMarks(handle, marks);
  return mark?.kind === "mention" && mark.start === 0 && mark.end === handle.length;
}
