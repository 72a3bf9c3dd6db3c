import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Entry } from "../../src/model/entry.ts";
import type { Problem } from "../../src/model/problem.ts";
import { readMarkdown, readMarkdownFiles } from "../../src/source/markdown.ts";

const context = {
  site: "https://news.example",
  permalink: "/:year/:month/:title/",
  source: "drafts",
  language: "en",
};
type Read = { entry?: Entry; problem?: Problem; problems?: readonly Problem[] };
const read = (text: string, file = "content/blog/issue.md", changes = {}): Read =>
  readMarkdown(text, { ...context, file, ...changes });
const withFields = (fields: string, body = "Hello") =>
  `---\ndate: 2026-03-02\ntitle: The May Digest\n${fields}\n---\n${body}\n`;

describe("front matter", () => {
  it("gives an entry what it says", () => {
    const fields = `lastmod: 2026-03-04T10:00:00+02:00\ncategories: [Newsletter]\ntags: ["#weaving", Newsletter]\nsummary: All of it.\nlang: pt-br\naliases: /old/\nimages: [/a.png]\nimage_alt: A loom\ndraft: false`;
    expect(read(withFields(fields)).entry).toMatchObject({
      id: "https://news.example/2026/03/the-may-digest/",
      title: "The May Digest",
      published: "2026-03-02T00:00:00.000Z",
      updated: "2026-03-04T08:00:00.000Z",
      tags: ["Newsletter", "weaving"],
      newsletter: true,
      summary: "All of it.",
      language: "pt-BR",
      aliases: ["https://news.example/old/"],
      image: { url: "https://news.example/a.png", alt: "A loom" },
    });
  });

  it("may be TOML, or end with the file", () => {
    expect(read(`+++\ntitle = "A loom"\ndate = 2026-03-02T07:00:00+01:00\n+++\nHello`).entry).toMatchObject({
      title: "A loom",
      published: "2026-03-02T06:00:00.000Z",
      url: "https://news.example/2026/03/a-loom/",
    });
    expect(read(`---\ntitle: A\ndate: 2026-03-02\n---`).entry?.title).toBe("A");
    expect(read(`\uFEFF---\r\ntitle: A\r\ndate: 2026-03-02\r\n---\r\nHello`).entry?.summary).toBe("Hello");
  });

  it("may be missing, where the file's name and first heading say enough", () => {
    expect(read("# A loom\n\nHello", "blog/2026-03-02-loom.md").entry).toMatchObject({
      title: "A loom",
      url: "https://news.example/2026/03/a-loom/",
      summary: "Hello",
    });
  });

  it("holds its author's own words, and tells what of them cannot be understood, and where", () => {
    const fields = `carillon:\n  announcement: "Out now"\n  reminder.hook: Still\n  highlights: { hook: "Look" }\n  limit: 3`;
    const { entry, problems } = read(withFields(fields));
    expect(entry?.overrides).toEqual({
      announcement: { text: "Out now" },
      "reminder.hook": { text: "Still" },
      "highlights.hook": { text: "Look" },
    });
    const line = withFields(fields).split("\n").indexOf("  limit: 3") + 1;
    expect(problems).toEqual([
      {
        path: "content/blog/issue.md",
        line,
        problem: "carillon → limit: This is no text and no group of settings.",
        mend: "Write a text, or text: and others below it.",
      },
    ]);
  });

  it.each([
    ["broken YAML", `---\ntitle: A\ndate: [2026\nx: y\n---\nHello`, 4, /cannot be read/],
    ["broken TOML", `+++\ntitle = "A"\ndate = \n+++\nHello`, 3, /cannot be read/],
    ["an end that is missing", `---\ntitle: A\n\nHello`, 1, /has no end/],
    ["something other than keys", `---\n- a\n- b\n---\nHello`, 1, /not a list of keys/],
    [
      "aliases that multiply",
      `---\na: &a [1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c]\n---`,
      1,
      /keys/,
    ],
    ["no date, which the address needs", `---\ntitle: A\n---\nHello`, 1, /no date/],
  ])("with %s is a problem with its line and mend", (_, text, line, problem) => {
    const found = read(text).problem;
    expect(found).toMatchObject({ path: "content/blog/issue.md", line });
    expect(found?.problem).toMatch(problem);
    expect(found?.mend).toMatch(/\.$/);
  });

  it("of a draft says that it is one", () => {
    expect(read(withFields("draft: true"))).toMatchObject({
      draft: true,
      entry: { title: expect.any(String) },
    });
  });
});

describe("an address", () => {
  const addressOf = (fields: string, permalink: string, file = "site/content/blog/2026/issue-3.md") =>
    read(withFields(fields), file, { permalink }).entry?.url.replace("https://news.example", "");

  it.each([
    ["", "/:year/:month/:day/:title/", "/2026/03/02/the-may-digest/"],
    ["slug: Digest No. 3!", "/:year/:slug/", "/2026/digest-no.-3/"],
    ["", "/:sections/:filename/", "/blog/2026/issue-3/"],
    ["", "/:section/:slugorfilename", "/blog/issue-3"],
    ["", "/:monthname/:weekdayname/:yearday/:weekday/", "/March/Monday/61/1/"],
    ["url: /own/place.html", "/:year/:title/", "/own/place.html"],
    ["title: 'C# — It''s 100% über/done! (v1.2)'", "/:title/", "/c%23-its-100-%C3%BCber/done-v1.2/"],
  ])("of %s by %s is %s", (fields, permalink, url) => {
    const own = fields.startsWith("title") ? `---\ndate: 2026-03-02\n${fields}\n---\n` : withFields(fields);
    const found = read(own, "site/content/blog/2026/issue-3.md", { permalink }).entry?.url;
    expect(found).toBe(`https://news.example${url}`);
  });

  it("has the language of the file's name in front, once", () => {
    expect(addressOf("", "/:year/:title/", "blog/issue.de.md")).toBe("/de/2026/the-may-digest/");
    expect(addressOf("", "/de/:year/:title/", "blog/issue.de.md")).toBe("/de/2026/the-may-digest/");
    expect(addressOf("", "/:filename/", "blog/issue.pt-br.md")).toBe("/pt-br/issue/");
    expect(read(withFields(""), "blog/issue.pt-br.md").entry?.language).toBe("pt-BR");
    expect(addressOf("", "/:filename/", "blog/may/index.md")).toBe("/may/");
  });
});

describe("Markdown", () => {
  const storiesOf = (body: string) =>
    read(withFields("", body)).entry?.sections.flatMap(({ stories }) => stories);

  it("is read as the HTML that it becomes, with the site's own links", () => {
    const body = `## News\n\n- [Loom](/loom/) **2.0**\n  is ~~not~~ out\n- https://bells.example/new-bells\n`;
    expect(storiesOf(body)).toMatchObject([
      { text: "Loom 2.0 is not out", link: "https://news.example/loom/" },
      { text: "https://bells.example/new-bells", link: "https://bells.example/new-bells" },
    ]);
  });

  it("has pictures from shortcodes, and only the inside of others", () => {
    const body = `## News\n\n- [A](/a)\n\n{{< figure src="/a.png" alt="A \\"loom\\"" caption="Ignored" >}}\n\n- [B](/b) {{% note %}}twice{{% /note %}}\n\n{{< figure src=/b.png
  caption=\`Bells & co\` />}}\n\n{{< newsletter-subscribe >}}\n\n- [C](/c) {{< unknown x="y" >}}\n`;
    expect(storiesOf(body)).toMatchObject([
      { text: "A", image: { url: "https://news.example/a.png", alt: 'A "loom"' } },
      { text: "B twice", image: { url: "https://news.example/b.png", alt: "Bells & co" } },
      { text: "C", image: null },
    ]);
  });
});

describe("a folder of Markdown", () => {
  let folder = "";
  let outside = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "carillon-markdown-"));
    outside = await mkdtemp(join(tmpdir(), "carillon-outside-"));
    await writeFile(join(outside, "secret.md"), withFields("title: Secret"));
    await writeFile(join(folder, "b.md"), withFields("slug: b"));
    await writeFile(join(folder, "a.md"), withFields("slug: a"));
    await writeFile(join(folder, "broken.md"), "---\ntitle: [\n---\n");
    await writeFile(join(folder, "notes.txt"), "no");
    await symlink(join(outside, "secret.md"), join(folder, "link.md"));
  });
  afterAll(() => Promise.all([folder, outside].map((path) => rm(path, { recursive: true }))));

  it("is read in order; what is broken or leads out of it is a problem each, and stops nothing", async () => {
    const { entries, problems } = await readMarkdownFiles(join(folder, "*.md"), {
      ...context,
      permalink: "/:slug/",
    });
    expect(entries.map(({ url }) => url)).toEqual(["https://news.example/a/", "https://news.example/b/"]);
    expect(problems.map(({ path }) => path)).toEqual([join(folder, "broken.md"), join(folder, "link.md")]);
    expect(problems[1]?.problem).toMatch(/leads out/);
  });

  it("may be empty, but not missing", async () => {
    expect(await readMarkdownFiles(join(folder, "*.markdown"), context)).toEqual({
      entries: [],
      problems: [],
    });
    const { problems } = await readMarkdownFiles(join(folder, "none/*.md"), context);
    expect(problems.map(({ problem }) => problem)).toEqual(["There is no such folder."]);
  });

  it("may be one file", async () => {
    const { entries } = await readMarkdownFiles(join(folder, "a.md"), context);
    expect(entries).toHaveLength(1);
  });
});
