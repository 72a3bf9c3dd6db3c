import { dirname, join, resolve } from "node:path";
import { worded } from "../model/worded.ts";
import type { Channels } from "./accounts.ts";
import type { Account } from "../model/account.ts";
import type { Written } from "./document.ts";
import type { People, Places } from "./people.ts";

interface Asked {
  /** As the configuration has it; undefined for `people.yaml` beside it, where there is one. */
  readonly people: string | undefined;
  readonly accounts: readonly Account[];
  /** The configuration's own, absolute. */
  readonly file: string;
  readonly document: Written;
  readonly channels: Channels;
  readonly read: (file: string) => string | undefined;
}

/** The people whom texts may name. What is wrong with their file keeps nothing else back. */
export async function readPeopleFile({
  people,
  accounts,
  file,
  document,
  channels,
  read,
}: Asked): Promise<People> {
  const path = people === undefined ? join(dirname(file), "people.yaml") : resolve(dirname(file), people);
  const text = read(path);
  if (text === undefined && people === undefined) return { people: [], problems: [] };
  if (text === undefined) return { people: [], problems: [missing(document.lineOf(["people"]))] };
  const { readPeople } = await import("./people.ts");
  const known = [...channels.known, ...accounts.flatMap(({ name, channel }) => [name, channel])];
  return readPeople(text, path, await placesOf(text, accounts, channels), [...new Set(known)]);
}

const missing = (line: number | null) => ({
  path: "people",
  line,
  problem: worded`There is no such file.`,
  mend: worded`Make it, or take this setting out.`,
});

/** The channels and accounts that the file speaks of: to load all takes time at every start. */
async function placesOf(
  text: string,
  accounts: readonly Account[],
  { find, known }: Channels,
): Promise<Places> {
  const pairs = [
    ...[...known, ...accounts.map(({ channel }) => channel)].map((name) => [name, name] as const),
    ...accounts.map(({ name, channel }) => [name, channel] as const),
  ];
  const named = pairs.filter(([name]) => text.includes(`${name}:`) || text.includes(`${name}":`));
  const found = await Promise.all(named.map(async ([name, channel]) => [name, await find(channel)] as const));
  return new Map(found.flatMap(([name, channel]) => (channel ? [[name, channel] as const] : [])));
}
