import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { builtIn } from "../../../channels/index.ts";
import { sentences, terms } from "../../../src/web/words/de/sentences.ts";
import { openTranslation } from "../../../src/web/words/translate.ts";
import { joined } from "./said.ts";
import { findTagged } from "./tagged.ts";

const ours = findTagged(["src"]).filter(({ file }) => !file.startsWith("src/channel/contract"));
const holesOf = (text: string): number => text.split("{}").length - 1;

const germanOf = async (name: string): Promise<Readonly<Record<string, string>>> =>
  (await (await builtIn[name]?.())?.default.words?.["de"]?.())?.default ?? {};

const channels = await Promise.all(
  Object.keys(builtIn).map(async (name) => ({
    name,
    said: findTagged([`channels/${name}`]),
    german: await germanOf(name),
  })),
);

it("finds the sentences at all", () => {
  expect(ours.length).toBeGreaterThan(300);
  expect(channels.flatMap(({ said }) => said).length).toBeGreaterThan(150);
});

it("has German for every sentence of Carillon's own", () => {
  expect(ours.filter(({ pattern }) => !(pattern in sentences))).toEqual([]);
});

it("has German for nothing that nobody says", () => {
  const said = new Set(ours.map(({ pattern }) => pattern));
  expect(Object.keys(sentences).filter((one) => !said.has(one))).toEqual([]);
});

it("has German for every sentence of the channels, and for no other", () => {
  for (const { name, said, german } of channels) {
    expect({ name, said: [...new Set(said.map(({ pattern }) => pattern))].toSorted() }).toEqual({
      name,
      said: Object.keys(german).toSorted(),
    });
  }
});

it("never has two holes beside each other, of which nobody could tell where one ends", () => {
  const all = [...ours, ...channels.flatMap(({ said }) => said)];
  expect(all.filter(({ pattern }) => pattern.includes("{}{}"))).toEqual([]);
});

it("fills no hole that the English does not have", () => {
  const all = [sentences, ...channels.map(({ german }) => german)].flatMap((one) => Object.entries(one));
  const wrong = all.filter(([english, german]) =>
    [...german.matchAll(/\{(\d)/gu)].some(([, number]) => Number(number) > holesOf(english)),
  );
  expect(wrong).toEqual([]);
});

it("leaves nothing English of any of them, whatever others fit as well", () => {
  const tell = openTranslation({
    sentences: Object.assign({}, sentences, ...channels.map(({ german }) => german)),
    terms,
  });
  const all = [...ours, ...channels.flatMap(({ said }) => said)].map(({ pattern }) => pattern);
  const wrong = all.filter((pattern) => {
    const text = pattern.replaceAll("{}", "x");
    return joined(tell(text)) === text || tell(text).some(({ own }) => !own);
  });
  expect(wrong.filter((one) => !same.has(one))).toEqual([]);
});

/** Alike in both languages. */
const same = new Set(["{} likes"]);

/** Where people decide and posts are delivered, every reason is a sentence that pages must say. */
const rooms = [
  "src/app",
  "src/app/team",
  "src/deliver",
  "src/watch",
  "src/plan",
  "src/connect",
  "channels/*",
];
const untagged =
  /\b(?:reason|text|problem|mend|detail|why): (?:"[A-Z]|`[A-Z“])|\b(?:yes|no)\((?:[^"`]*, )?(?:"[A-Z]|`[A-Z“])|lines: \[["`]/u;

it("tags whatever is given as a reason, an answer or an alarm", () => {
  const files = rooms.flatMap((room) => globSync(`${room}/*.ts`));
  const found = files.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .flatMap((line) => (untagged.test(line) ? [`${file}: ${line.trim()}`] : [])),
  );
  expect(found).toEqual([]);
});
