import { describe, expect, test } from "vitest";
import { writeMarkdown } from "../../channels/reddit/markdown.ts";
import { readMarkdown } from "../bench/reddit-text.ts";

describe("Markdown reads as the text was written:", () => {
  test.each([
    "*stars*, **more**, _lines_ and snake_case_names",
    "some_one@example.org writes a_b c_d _e_ and u/_f_",
    "`code` and ``` fences",
    "[words](https://example.org/) and ![pictures](x.png)",
    "# no heading",
    "#no heading",
    "a # b #c",
    "- no list\n- at all",
    "+ nor this",
    "1. nor\n2) that",
    "1984. A novel",
    "> no quotation",
    ">!no spoiler!<",
    "Title\n===",
    "Title\n---",
    "***",
    "a | b\n--|--\n1 | 2",
    "~~not struck~~ and ~5",
    "2^10 and x^(y)",
    "\\ and \\* and \\",
    "AT&T &amp; &lt;b&gt; &#42; & co",
    "<b>no tag</b> a < b > c",
    "https://example.org/a_b_c?x=1&y=(2)*#top, https://example.org/~me_too.",
    "(https://example.org/a_(b))",
    "One line\nand the next\n\nA paragraph\nof two",
    "• a point\n• another",
    "Grüße 👩‍💻 日本語 “quotes”",
  ])("%j", (text) => {
    expect(readMarkdown(writeMarkdown(text))).toBe(text);
  });

  test("lines that are set in are no code", () => {
    expect(readMarkdown(writeMarkdown("so\n\n    many spaces\n\tand tabs"))).toBe(
      "so\n\nmany spaces\nand tabs",
    );
  });

  test("names of people and subreddits stay as they are", () => {
    const names = "u/some_one in r/bells_and_gongs, www.example.org/~a_b";
    expect(writeMarkdown(`${names} _now_`)).toBe(`${names} \\_now\\_`);
    expect(readMarkdown(writeMarkdown(`${names} _now_`))).toBe(`${names} _now_`);
  });

  test("addresses stay as they are", () => {
    const link = "https://example.org/a_b*c*?d=[e]&f=~g~^";
    expect(writeMarkdown(`See ${link}, *now*`)).toBe(`See ${link}, \\*now\\*`);
  });
});

test("the stand-in sees marks that were not escaped", () => {
  expect(["*a*", "- a", "# a", "a^b", "~~a~~", "`a`"].map(readMarkdown)).not.toContainEqual(
    expect.stringMatching(/^(\*a\*|- a|# a|a\^b|~~a~~|`a`)$/),
  );
});
