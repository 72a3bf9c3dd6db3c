import { expect, test } from "vitest";
import { compose } from "../../src/compose/compose.ts";
import { loadTemplates } from "../../src/compose/template.ts";
import { ask, builtIn, channels, stories } from "./fixtures.ts";
import { type Files, folderOf, saidBy } from "./saying.ts";

const saidWith = async (files: Files, change: Parameters<typeof ask>[0] = {}): Promise<string[]> => {
  const { posts, problems } = await saidBy(files, ask(change));
  expect(problems).toEqual([]);
  return posts.map(({ text }) => text);
};

test("the built-in templates have no problems", async () => {
  const { templates, problems } = await loadTemplates([builtIn]);
  expect(problems).toEqual([]);
  expect(templates.folders[0]?.size).toBeGreaterThan(5);
});

test("an operator's template goes before every built-in one of its step", async () => {
  const files = { "announcement.hbs": "ours: {{entry.title}}" };
  expect(await saidWith(files)).toEqual(["ours: The Bell Newsletter May 2026"]);
  expect(await saidWith(files, { channel: channels.tight })).toEqual(["ours: The Bell Newsletter May 2026"]);
});

test("a channel's own template goes before its step's", async () => {
  const files = { "announcement.hbs": "for all", "announcement.twitter.hbs": "for one" };
  expect(await saidWith(files, { channel: channels.tight })).toEqual(["for one"]);
  expect(await saidWith(files)).toEqual(["for all"]);
});

test("a step without a template is told as a story or an announcement", async () => {
  const files = { "story.hbs": "story: {{story.lead}}", "announcement.hbs": "issue: {{step}}" };
  const step = { name: "spotlight", thread: null };
  expect(await saidWith(files, { step, story: stories.release })).toEqual([
    "story: Lantern 2.4.1 has been released.",
  ]);
  expect(await saidWith(files, { step })).toEqual(["issue: spotlight"]);
});

test("parts and words of the operator's own go before the built-in ones", async () => {
  const files = {
    "_contents.hbs": "our contents\n",
    "words.yaml": 'en: { out: "{title}: read it!" }\nsv: { out: "{title} är här!" }',
  };
  const [text] = await saidWith(files);
  expect(text).toContain("The Bell Newsletter May 2026: read it!\n\nour contents");
  const [swedish] = await saidWith(files, { entry: { ...ask().entry, language: "sv" } });
  expect(swedish).toContain("The Bell Newsletter May 2026 är här!");
});

test("all problems of all files come at once, and what a broken template would say waits", async () => {
  const folder = await folderOf({
    "announcement.hbs": "{{entry.titel}}",
    "reminder.hbs": "\n{{#if entry}}",
    "_part.hbs": "{{nobody}}",
    "words.yaml": "en:\n  out: [1]\n",
  });
  const { templates, problems } = await loadTemplates([folder, builtIn]);
  const places = problems.map(({ path, line }) => `${path.slice(folder.length + 1)}:${line}`);
  expect(places.toSorted()).toEqual(["_part.hbs:1", "announcement.hbs:1", "reminder.hbs:2", "words.yaml:2"]);
  expect(compose(ask({ templates }))).toMatchObject({
    posts: [],
    problems: [expect.stringContaining("announcement.hbs (line")],
  });
});

test("a folder that is not there is a problem with a mend", async () => {
  const { problems } = await loadTemplates(["/nowhere/templates", builtIn]);
  expect(problems).toEqual([
    expect.objectContaining({ path: "/nowhere/templates", problem: expect.stringContaining("ENOENT") }),
  ]);
});

test("texts of an entry cannot pass for marks or reach beyond their names", async () => {
  const entry = { ...ask().entry, title: "Bells \ufdd01\ufdd1gone\ufdd2 {{link}}\u0000" };
  expect(await saidWith({ "announcement.hbs": "{{entry.title}}" }, { entry })).toEqual([
    "Bells 1gone {{link}}",
  ]);
});

test("a story's template without a story is a problem, not a crash", async () => {
  const { templates } = await loadTemplates([await folderOf({ "announcement.hbs": "{{story.text}}" })]);
  expect(compose(ask({ templates })).problems[0]).toMatch(/does not suit this entry/);
});
