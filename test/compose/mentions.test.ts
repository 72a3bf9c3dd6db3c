import { expect, test } from "vitest";
import type { Marks } from "../../src/channel/marks.ts";
import { markFlexible, markList, printPieces, readParts } from "../../src/compose/marks.ts";
import { mentionPeople } from "../../src/compose/mentions.ts";

const people = [
  {
    names: ["Ada Quill", "Ada"],
    handles: {
      tower: "@ada@bells.example",
      river: "@ada.bells.example",
      hill: "@ada_q",
      own: "@ada@own.example",
    },
  },
  { names: ["Ada Quill-Meyer"], handles: { tower: "@meyer@bells.example" } },
  { names: ["Noor Ferris"], handles: { hill: "@noor" } },
];

const kinds: Readonly<Record<string, Marks>> = {
  tower: { tags: true, mentions: "server" },
  river: { bare: true, tags: true, mentions: "domain" },
  hill: { bare: true, tags: true, mentions: "name", addressed: true },
  plain: { tags: true },
};

const said = (text: string, channel = "tower", account: string | null = null): string =>
  mentionPeople(readParts(text), people, { account, channel, marks: kinds[channel] })
    .parts.map(printPieces)
    .join(" | ");

test.each([
  ["tower", "By @ada@bells.example and Noor Ferris."],
  ["river", "By @ada.bells.example and Noor Ferris."],
  ["hill", "By @ada_q and @noor."],
  ["plain", "By Ada Quill and Noor Ferris."],
])("on %s people become its mentions, where they have a handle there", (channel, text) => {
  expect(said("By Ada Quill and Noor Ferris.", channel)).toBe(text);
});

test("an account's own handle goes before its channel's", () => {
  expect(said("By Ada Quill.", "tower", "own")).toBe("By @ada@own.example.");
});

test("only the first time, in whatever part and under whatever name", () => {
  const text = `Ada Quill rings; Ada rings again.\ufdd6So says Ada Quill.`;
  expect(said(text)).toBe("@ada@bells.example rings; Ada rings again. | So says Ada Quill.");
});

test("not where the person is mentioned already", () => {
  expect(said("Ada Quill (@ada@bells.example) rings.")).toBe("Ada Quill (@ada@bells.example) rings.");
});

test.each([
  ["in a link", "See https://bells.example/Ada and bells.example/Ada."],
  ["in a hashtag", "See #Ada for more."],
  ["in a word", "The Adage of Adam, by McAda Quillson."],
  ["in another's name", "By Ada Baumann, and by Jean Ada."],
  ["in another's name that is known", "By Noor Ada-Lise."],
  ["after a quotation mark, where some networks make no mention of it", "“Ada Quill” rings."],
])("a name stays plain %s", (_, text) => {
  expect(said(text)).toBe(text);
});

test("the longest name goes first", () => {
  expect(said("By Ada Quill-Meyer.")).toBe("By @meyer@bells.example.");
});

test.each([
  ["tower", "@ada@bells.example’s tower, (@noor) no"],
  ["river", "@ada.bells.example’s tower, (@noor) no"],
])("what stands around a name on %s stays", (channel, text) => {
  expect(said("Ada Quill’s tower, (@noor) no", channel)).toBe(text);
});

test("a post does not begin with a mention where that would make it an answer", () => {
  expect(said("Ada Quill rings. Ada is glad.", "hill")).toBe("Ada Quill rings. @ada_q is glad.");
});

test("names in what may give way and in lists are names too, and no mark is one", () => {
  const list = markList({
    style: "lines",
    language: "en",
    more: "Ada",
    items: ["• Noor Ferris digs", "• Ada Quill rings"],
    shown: 2,
  });
  expect(said(markFlexible(1, false, `In this issue:\n${list}`), "hill")).toBe(
    "In this issue:\n• @noor digs\n• @ada_q rings",
  );
});

test("nobody is mentioned where nobody is known", () => {
  const { parts, mentions } = mentionPeople(readParts("Ada"), [], {
    account: null,
    channel: "tower",
    marks: kinds["tower"],
  });
  expect([parts.map(printPieces), mentions]).toEqual([["Ada"], []]);
});
