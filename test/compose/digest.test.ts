import { expect, test } from "vitest";
import { fits, type Measure } from "../../src/channel/measure.ts";
import { compose, type Request } from "../../src/compose/compose.ts";
import type { Entry } from "../../src/model/entry.ts";
import { ask, channels, issue, stories } from "./fixtures.ts";

const digest = { name: "digest", thread: "numbered", each: "section" } as const;
const compress = (entry: Entry, channel: Request["channel"] = channels.roomy) =>
  compose(ask({ entry, step: digest, channel }));
const textsOf = (entry: Entry): readonly string[] => compress(entry).posts.map(({ text }) => text);

test("a digest is the issue as one thread: what is in it, then a part a section, numbered", () => {
  const texts = textsOf(issue);
  expect(texts).toHaveLength(3);
  expect(texts[0]).toContain("The Bell Newsletter May 2026");
  expect(texts[0]).toContain(issue.url);
  expect(texts.map((text) => /\d\/\d$/.exec(text)?.[0])).toEqual(["1/3", "2/3", "3/3"]);
  expect(texts[1]).toContain("Articles");
  expect(texts[1]).toContain("Harbours and Handshakes");
  expect(texts[2]).toContain("Clients");
  expect(texts[2]).toContain("Lantern 2.4.1 has been released");
  expect(texts.join(" ")).not.toContain("free to share");
});

test("every part fits every network, however much a section says, and none is left out for another", () => {
  const many = Array.from({ length: 30 }, (_, at) => ({ ...stories.talk, id: `talk-${at}` }));
  const sections = ["One", "Two", "Three"].map((name) => ({
    path: [name],
    kind: "stories" as const,
    stories: name === "Two" ? many : [stories.long],
  }));
  for (const channel of Object.values(channels)) {
    const { posts, problems } = compress({ ...issue, sections }, channel);
    expect(problems).toEqual([]);
    const measures: readonly Measure[] = channel.limits.text;
    for (const { text } of posts) expect(measures.filter((one) => !fits(text, one))).toEqual([]);
  }
  const texts = textsOf({ ...issue, sections });
  for (const name of ["One", "Two", "Three"])
    expect(texts.filter((text) => text.includes(name)).length).toBeGreaterThan(0);
});

test("an issue of one section is a thread of two, and one that tells nothing is one post without a number", () => {
  const articles = issue.sections.find(({ path }) => path[0] === "Articles");
  expect(textsOf({ ...issue, sections: [articles!] })).toHaveLength(2);
  const [only, ...rest] = textsOf({ ...issue, sections: [] });
  expect(rest).toEqual([]);
  expect(only).not.toMatch(/1\/1/);
});
