import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openApp, type App } from "../../src/app.ts";
import { previewsOf } from "../../src/app/previews.ts";
import { readSource } from "../../src/app/read.ts";
import { round } from "../../src/app/round.ts";
import type { Config } from "../../src/config/config.ts";
import type { MarkdownSource } from "../../src/model/source.ts";
import { someConfig } from "../fixtures/app.ts";
import { clock, someCampaign, someStep } from "../fixtures/plan.ts";
import { noon } from "../fixtures/shop.ts";

const site = "https://bells.example.org";
const files: MarkdownSource = {
  kind: "markdown",
  name: "bells",
  markdown: "",
  site,
  permalink: "/:title/",
  first: "announce",
  poll: "*/15 * * * *",
  only: { newsletter: false },
  brake: 10,
  maxAge: 30,
  language: "en",
  translates: null,
};

const tower = { name: "tower", channel: "mastodon", settings: {} };
const river = { name: "river", channel: "bluesky", settings: {} };
const people = [
  { names: ["Ada Quill"], handles: { mastodon: "@ada@bells.example", bluesky: "@ada.bells.example" } },
];
const later = { kind: "clock", clock: clock(23) } as const;
const announcement = someStep({ name: "announcement", to: ["tower", "river"], at: later });

/** A folder of Markdown that a test writes, and the program looking at it. */
function someBells(changes: Partial<Config> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "bells-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const source = { ...files, markdown: join(folder, "*.md") };
  const config = someConfig({
    sources: [source],
    accounts: [tower, river],
    campaigns: [{ ...someCampaign([announcement]), source: "bells" }],
    people,
    ...changes,
  });
  const write = (name: string, fields: string): void =>
    writeFileSync(
      join(folder, `${name}.md`),
      `---\ntitle: ${name}\ndate: 2026-03-10\n${fields}\n---\nA story of bells, told by Ada Quill.\n`,
    );
  const inApp = async <T>(act: (app: App) => Promise<T>): Promise<T> => {
    const app = await openApp({ config, problems: [], now: () => noon });
    try {
      return await act(app);
    } finally {
      await app.close();
    }
  };
  const look = () => inApp((app) => round(app, () => undefined));
  const waiting = () =>
    inApp(async (app) =>
      (await app.ledger.deliveries.list({ states: ["scheduled", "draft"] }))
        .map(({ account, part, post }) => `${account} ${part}: ${post.text.replaceAll("\n", " ")}`)
        .toSorted(),
    );
  return { write, look, waiting, inApp, config, source };
}

const own = (lines: string): string => `carillon:\n  text: "Hear Ada Quill. ${site}/rings/"\n${lines}`;

test("posts are said as the author, the account and the step want them", async () => {
  const accounts = [
    { ...tower, utm: { source: "{account}" } },
    { ...river, mentions: false, link: "reply" } as const,
  ];
  const { write, look, waiting } = someBells({ accounts });
  write("rings", own("  river: { text: Only here. Ada Quill. }"));
  await look();
  expect(await waiting()).toEqual([
    "river 1: Only here. Ada Quill.",
    `river 2: ${site}/rings/`,
    `tower 1: Hear @ada@bells.example. ${site}/rings/?utm_source=tower`,
  ]);
});

test("what an author leaves out is not planned, and what waits for it is taken back", async () => {
  const { write, look, waiting } = someBells();
  write("rings", own("  skip: [bluesky]"));
  await look();
  expect((await waiting()).map((one) => one.split(" ")[0])).toEqual(["tower"]);
  write("rings", own("  skip: true"));
  await look();
  expect(await waiting()).toEqual([]);
});

test("an author's new words alone are a change", async () => {
  const { write, look, waiting } = someBells();
  write("rings", "");
  await look();
  write("rings", "carillon: { tower: Hear! }");
  await look();
  expect(await waiting()).toContain("tower 1: Hear!");
});

test("templates are taken in turn by account, and kept when the entry changes", async () => {
  const template = ["announcement", "reminder"];
  const { write, look, inApp } = someBells({
    campaigns: [{ ...someCampaign([{ ...announcement, template }]), source: "bells" }],
  });
  const made = () =>
    inApp(async (app) =>
      (await app.ledger.deliveries.list({ account: "tower" }))
        .map(({ post }) => `${post.template} ${post.link}: ${post.text.split("\n")[0]}`)
        .toSorted(),
    );
  write("rings", "");
  await look();
  write("tolls", "");
  await look();
  expect(await made()).toEqual([
    `announcement ${site}/rings/: rings`,
    `reminder ${site}/tolls/: In case you missed it: tolls`,
  ]);
  write("rings", "summary: Another one.");
  write("tolls", "summary: Another one.");
  await look();
  expect((await made()).map((one) => one.split(" ")[0])).toEqual(template);
});

test("a preview tells what was done to the words", async () => {
  const { write, source, config, inApp } = someBells({
    accounts: [{ ...tower, utm: { source: "bell" } }, river],
  });
  write("rings", own(""));
  const read = await readSource(config, noon, source, null);
  const [entry] = read.kind === "entries" ? read.entries : [];
  const previews = await inApp((app) =>
    previewsOf(app, { entry: entry!, account: "tower", others: false, offline: true }),
  );
  expect(previews.map(({ notes }) => notes)).toEqual([
    [
      "The words are the author’s own, from the entry’s front matter.",
      "“Ada Quill” is mentioned as @ada@bells.example.",
      "Links to bells.example.org have utm_source=bell.",
    ],
  ]);
});

test("a name that is no step, channel or account is told with the file and its line", async () => {
  const { write, source, config } = someBells();
  write("rings", "carillon:\n  towr: Hear!");
  const read = await readSource(config, noon, source, null);
  expect(read).toMatchObject({
    kind: "entries",
    problems: [
      {
        path: expect.stringMatching(/rings\.md$/),
        line: 5,
        problem: "carillon → towr: There is no step, channel or account “towr”.",
        mend: "Did you mean “tower”?",
      },
    ],
  });
});
