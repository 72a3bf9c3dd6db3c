import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { builtIn } from "../../channels/index.ts";
import type { Channel } from "../../src/channel/channel.ts";

const readme = await readFile(new URL("../../channels/README.md", import.meta.url), "utf8");
const rows = readme
  .split("\n")
  .filter((line) => /^\| `\w+` \|/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()));

/** The row that a channel must have: its name, what makes the link preview, and its abilities. */
function rowOf({ id, card, abilities }: Channel): readonly string[] {
  const { thread, edit, remove, metrics, language, altText } = abilities;
  const able = [thread, edit, remove, metrics, language, altText].map((yes) => (yes ? "yes" : "no"));
  return [`\`${id}\``, card, ...able];
}

test.each(Object.entries(builtIn))("the README's table says what %s can", async (name, load) => {
  const [, id = "", , ...cells] = rows.find((row) => row[1] === `\`${name}\``) ?? [];
  expect([id, ...cells.slice(0, 7)]).toEqual(rowOf((await load()).default));
});

test.each(Object.keys(builtIn))("the README says how to set %s up", (name) => {
  expect(readme).toContain(`\n### ${name}\n`);
});

const sectionOf = (name: string): string => readme.split(`\n### ${name}\n`)[1]?.split("\n### ")[0] ?? "";

test.each(Object.entries(builtIn))("the README says which rights %s asks for", async (name, load) => {
  const { connect } = (await load()).default;
  const ways = [{}, { organization: "1" }, { flair: "News" }];
  const asked = ways.flatMap((settings) => connect?.scopes(settings).map((scope) => scope.name) ?? []);
  const section = sectionOf(name);
  expect(asked.filter((scope) => !section.includes(`\`${scope}\``))).toEqual([]);
  expect(section.includes("carillon accounts connect NAME")).toBe(connect !== undefined);
});
