import { expect, test } from "vitest";
import { findMarks, type Marks } from "../../src/channel/marks.ts";

const found = (text: string, marks?: Marks): string[] =>
  findMarks(text, marks).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

test("a network that says nothing links addresses with their scheme alone", () => {
  expect(found("See https://bells.org, bells.org, #Bells and @anna.")).toEqual(["link https://bells.org"]);
});

test.each([
  [{ tags: true }, "#Bells #2026 #2026bells a#b &#x; #a_b.", ["tag #Bells", "tag #2026bells", "tag #a_b"]],
  [{ mentions: "name" }, "@anna and b@c.de, @anna_of_the_long_name_", ["mention @anna"]],
  [{ mentions: "server" }, "@anna @bo.b@bells.org. a@b.c", ["mention @bo.b@bells.org"]],
  [{ mentions: "domain" }, "@anna @anna.bells.org! a@b.de", ["mention @anna.bells.org"]],
  [{ bare: true }, "bells.com/x and readme.nothing", ["link bells.com/x"]],
] satisfies [Marks, string, string[]][])("with %j what it links is found in %j", (marks, text, expected) => {
  expect(found(text, marks)).toEqual(expected);
});

test("nothing is found inside a link", () => {
  expect(found("https://fedi.org/@anna#Bells", { tags: true, mentions: "name" })).toEqual([
    "link https://fedi.org/@anna#Bells",
  ]);
});
