import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { readLittle, writeLittle } from "../../channels/linkedin/little.ts";
import { showLittle } from "../bench/linkedin-little.ts";

describe("the stand-in server reads LinkedIn's markup", () => {
  const cuts = ["|", "{", "}", "@", "[", "]", "(", ")", "<", ">", "*", "_", "~", "\\", "# "];
  test.each(cuts)("ending a text at a bare %s", (character) => {
    expect(showLittle(`Before ${character}after`)).toBe("Before ");
  });

  test("with its elements", () => {
    const little = "Hello @[Acme\\_Corp](urn:li:organization:1234), #bells and {hashtag|\\#|my\\_tag}!";
    expect(showLittle(little)).toBe("Hello Acme\\_Corp, #bells and #my_tag!");
  });
});

describe("linkedin writes texts", () => {
  test.each([..."\\|{}@[]()<>#*_~"])("with a backslash before %s", (character) => {
    expect(writeLittle(`a ${character} b`)).toBe(`a \\${character} b`);
    expect(showLittle(writeLittle(`a ${character} b`))).toBe(`a ${character} b`);
  });

  test.each([
    ["#XMPP", "{hashtag|\\#|XMPP}"],
    ["News: #open_source, (#chat)", "News: {hashtag|\\#|open\\_source}, \\({hashtag|\\#|chat}\\)"],
    ["#Größe #日本語 #2026er", "{hashtag|\\#|Größe} {hashtag|\\#|日本語} {hashtag|\\#|2026er}"],
  ])("with the hashtags of %s", (text, little) => {
    expect(writeLittle(text)).toBe(little);
    expect(showLittle(little)).toBe(text);
  });

  test.each([
    ["issue #42 and C# and a#b", "issue \\#42 and C\\# and a\\#b"],
    ["https://example.org/a_(b)/#top", "https://example.org/a\\_\\(b\\)/\\#top"],
    ["#", "\\#"],
  ])("without any where %s has none", (text, little) => expect(writeLittle(text)).toBe(little));

  test("without mentions, whatever a text looks like", () => {
    const text = "Hi @[Acme](urn:li:organization:1), @ada, ada@example.org, {hashtag|\\#|no}";
    expect(writeLittle(text)).not.toMatch(/(?<!\\)[@[\](|]|(?<!\\)\{/);
    expect(showLittle(writeLittle(text))).toBe(text);
  });

  test("so that followers read any text as it was, and a look-up too", () => {
    const awkward = constantFrom(
      ..."\\|{}@[]()<>#*_~ \nab1é日🔔",
      "{hashtag|\\#|x}",
      "@[A](urn:li:person:1)",
    );
    const text = oneof(
      string({ unit: "binary" }),
      array(awkward).map((pieces) => pieces.join("")),
    );
    assert(
      property(text, (written) => {
        expect(showLittle(writeLittle(written))).toBe(written);
        expect(readLittle(writeLittle(written))).toBe(written);
      }),
      { numRuns: 2000 },
    );
  });
});
