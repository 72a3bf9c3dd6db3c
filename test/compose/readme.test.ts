import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { helpers } from "../../src/compose/helpers.ts";
import { type Shape, vocabulary } from "../../src/compose/vocabulary.ts";
import { ask, builtIn, channels, issue, stories } from "./fixtures.ts";
import { saidBy } from "./saying.ts";

const readme = await readFile(join(builtIn, "README.md"), "utf8");
const named = new Set(readme.match(/\p{L}+/gu));

/** Names that stand in a group or list, with the names before them. */
const pathsOf = (shape: Shape, before: string): string[] => {
  if (shape === "text") return [before];
  if (shape.kind === "list") return [before, ...pathsOf(shape.of, "").filter((name) => name !== "")];
  return Object.entries(shape.names).flatMap(([name, one]) =>
    pathsOf(one, before === "" ? name : `${before}.${name}`),
  );
};

const isNamed = (path: string): boolean => path.split(".").every((part) => named.has(part));

/** A template that prints all of a shape. */
const print = (shape: Shape, path: string): string => {
  if (shape === "text") return `{{${path}}}`;
  if (shape.kind === "list") return `{{#each ${path}}}${print(shape.of, "this")}{{/each}}`;
  const names = Object.entries(shape.names).map(([name, one]) =>
    print(one, path === "" ? name : `${path}.${name}`),
  );
  return shape.optional ? `{{#if ${path}}}${names.join("")}{{/if}}` : names.join("");
};

test("the README names every variable", () => {
  const paths = pathsOf(vocabulary, "");
  expect(paths.length).toBeGreaterThan(30);
  expect(paths.filter((path) => !isNamed(path))).toEqual([]);
});

test("the README shows every helper and each of its options", () => {
  const shown = (name: string): boolean => new RegExp(`(?:\\{\\{#?|\\()${name}[ })]`).test(readme);
  expect(Object.keys(helpers).filter((name) => !shown(name))).toEqual([]);
  const options = Object.values(helpers).flatMap((helper) => helper.options ?? []);
  expect(options.filter((option) => !named.has(option))).toEqual([]);
});

test("every name of the vocabulary has a value in a post about a story", async () => {
  const request = ask({
    story: stories.picture,
    entry: issue,
    step: { name: "story", thread: null },
    channel: channels.plain,
  });
  const { posts, problems } = await saidBy({ "story.hbs": print(vocabulary, "") }, request);
  expect(problems).toEqual([]);
  expect(posts[0]?.text).toContain("newsletterstory");
});
