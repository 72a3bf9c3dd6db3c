import { dirname } from "node:path";
import { expect, it } from "vitest";
import { builtInNames, findChannel } from "../../src/registry.ts";
import { loadConfig } from "../../src/config/load.ts";
import { write } from "./write.ts";

/** What a configuration that names this file makes of it. */
async function peopleIn(text: string, name: string) {
  const people = write(text, name);
  const file = write(
    `people: ./${name}\naccounts: { fosstodon: { channel: mastodon, server: "https://fosstodon.org", accessToken: t } }`,
    `${name}.config.yaml`,
  );
  const { config, problems } = await loadConfig(file, {}, findChannel, builtInNames);
  const lines = problems.map(({ line, problem, mend }) => `${line}: ${problem} ${mend}`);
  return { people: config?.people, lines, files: problems.map(({ path }) => path === people) };
}

it("one person has a handle on every network, by channel or account, with or without its @", async () => {
  const text = `
- name: Ada Quill
  aliases: [Ada, "Ada M. Quill"]
  mastodon: "@ada@bells.example"
  fosstodon: ada@fosstodon.org
  bluesky: ada.bells.example
  twitter: "@ada"
  linkedin: ada-quill
- name: Noor Ferris
`;
  expect(await peopleIn(text, "good.yaml")).toEqual({
    people: [
      {
        names: ["Ada Quill", "Ada", "Ada M. Quill"],
        handles: {
          mastodon: "@ada@bells.example",
          fosstodon: "@ada@fosstodon.org",
          bluesky: "@ada.bells.example",
          twitter: "@ada",
          linkedin: "@ada-quill",
        },
      },
      { names: ["Noor Ferris"], handles: {} },
    ],
    lines: [],
    files: [],
  });
});

it("everything that is wrong is told with its line and mend, and what is right stays", async () => {
  const text = `- name: Ada Quill
  aliases: Ada
  mastodn: "@ada@bells.example"
  mastodon: "@ada"
  bluesky: ada
  twitter: "@a name"
- name: Ada
  twitter: "@other"
- aliases: [Noor]
- 7
- name: 7
- name: Ines
  twitter: "@ines"
`;
  const { people, lines, files } = await peopleIn(text, "bad.yaml");
  expect(lines).toEqual([
    "3: There is no channel and no account “mastodn”. Did you mean “mastodon”?",
    '4: This is no handle on Mastodon. Write it as "@name@server.example".',
    '5: This is no handle on Bluesky. Write it as "@name.example".',
    '6: This is no handle on Twitter. Write it as "@name".',
    "7: “Ada” is a name already, of line 2: nobody could tell which is meant. Take one of the two out, or give each a fuller name.",
    "9: Somebody has no name. Give name: and what they are called.",
    "10: This is no person. Begin each person with “- name: …”.",
    "11: This is no name. Write it as newsletters do, with two letters or more, and in quotes where it is a number.",
  ]);
  expect(files).not.toContain(false);
  expect(people?.map(({ names }) => names[0])).toEqual(["Ada Quill", "Noor", "Ines"]);
});

it.each([
  ["a group", "name: Ada", "1: This is no list of people. Begin each person with “- name: …”."],
  [
    "no YAML",
    "- name: [Ada",
    "1: A bracket, brace or quote that is opened here or above is not closed. Close it, or put the value into double quotes.",
  ],
])("a file that is %s is told, and the rest of the configuration holds", async (what, text, line) => {
  const { lines, people } = await peopleIn(text, `${what.replace(" ", "-")}.yaml`);
  expect(lines).toEqual([line]);
  expect(people).toBeUndefined();
});

it("a file that is named must be there; people.yaml beside the configuration may be", async () => {
  const missing = write("people: ./nobody.yaml", "missing.yaml");
  const { config, problems } = await loadConfig(missing, {}, findChannel, builtInNames);
  expect(config).not.toBeNull();
  expect(problems).toMatchObject([{ path: "people", line: 1, problem: "There is no such file." }]);
  const plain = write("site: { name: Bells }", "plain.yaml");
  write('- name: Ada Quill\n  twitter: "@ada"\n', "people.yaml");
  expect(dirname(plain)).toBe(dirname(missing));
  expect((await loadConfig(plain, {}, findChannel, builtInNames)).config?.people).toHaveLength(1);
});
