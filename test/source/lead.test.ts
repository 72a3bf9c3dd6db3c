import { describe, expect, it } from "vitest";
import { readNewsletter } from "../../src/source/newsletter.ts";

/** Markdown's links, for readability; the lead is the one marked with `!`. */
function leadOf(markdown: string): [string | null | undefined, string | undefined] {
  const expected = /!\[[^\]]*\]\(([^)]+)\)/.exec(markdown)?.[1];
  const html = markdown.replace(/!?\[([^\]]*)\]\(([^)]+)\)/g, '<a href="$2">$1</a>');
  const { sections } = readNewsletter(
    `<h2>News</h2><ul><li>${html}</li></ul>`,
    "https://news.example/7/",
    "t",
  );
  return [sections[0]?.stories[0]?.link, expected];
}

describe("the lead link", () => {
  it.each([
    [
      "is the version, not the project's page",
      "[Loom](https://loom.example) has released ![2.1](https://loom.example/blog/loom-2-1).",
    ],
    [
      "is the version, not the source code",
      "[Loom](https://codeberg.org/ada/loom/src/branch/main/README.md) version ![2.1](https://codeberg.org/ada/loom/releases/tag/2.1) is out.",
    ],
    [
      "is the last of several versions",
      "Loom [1.0.1](https://f.example/l/releases/tag/1.0.1), [1.0.2](https://f.example/l/releases/tag/1.0.2) and ![1.1.0](https://f.example/l/releases/tag/1.1.0)",
    ],
    [
      "is the newest month",
      "Loom writes monthly: [October](https://l.example/post/2019-11-06-news-october/) and ![November](https://l.example/post/2019-11-25-news-november/).",
    ],
    [
      "is no reference",
      "Loom speaks [XEP-0384](https://x.example/xep-0384.html), see ![how](https://loom.example/how).",
    ],
    [
      "is the reference where there is no other",
      "Version 0.3 of ![XEP-0384 (OMEMO)](https://x.example/xep-0384.html) is out.",
    ],
    [
      "is no change log",
      "Loom ![2.1](https://l.example/2.1) is out, see its [changelog](https://l.example/releases/tag/CHANGELOG.md/).",
    ],
    ["is no person", "![A talk on looms](https://v.example/w/1) by [Ada](https://v.example/users/ada/)."],
    [
      "is of the first sentence that tells something",
      "Guild released ![version 4.5](https://g.example/t/four-five-is-out/1). Its plugin got [version 1.4](https://g.example/t/one-four-is-out/2).",
    ],
    [
      "is what happens after what happened",
      "After the [flaw](https://d.example/a-flaw-was-found-there/1), the guild made ![a patch](https://g.example/news/patch).",
    ],
    [
      "is the headline that a story begins with",
      "![Why you should weave](https://v.example/watch?v=1), by the [Loom 2.0](https://l.example/releases/tag/2.0) team",
    ],
    [
      "is not an earlier issue",
      "As told in the [April newsletter](https://news.example/2021/04/newsletter-04-april/), Ada made ![a loom](https://a.example/loom).",
    ],
    ["is any there is", "The ![Loom](https://loom.example/) team met."],
  ])("%s", (_, markdown) => {
    const [found, expected] = leadOf(markdown);
    expect(found).toBe(expected);
  });
});
