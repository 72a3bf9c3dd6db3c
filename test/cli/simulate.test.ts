import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { someCarillon } from "../fixtures/carillon.ts";

const config = `site: { timezone: Europe/Berlin }
ledger: ./data/carillon.db
sources:
  news: { feed: "https://127.0.0.1/feed.xml" }
accounts:
  here: { channel: page }
campaigns:
  gazette: { source: news, steps: { announcement: { to: [here], at: "next 16:00" } } }
`;

const feedOf = (title: string, day: string): string =>
  `<rss version="2.0"><channel><title>x</title><link>https://127.0.0.1/</link><description>x</description>${
    title &&
    `<item><title>${title}</title><link>https://127.0.0.1/1/</link><guid>1</guid><pubDate>${day}</pubDate><description>What rang.</description></item>`
  }</channel></rss>`;

function someFeeds() {
  const carillon = someCarillon(config);
  mkdirSync(join(carillon.folder, "feeds"));
  const write = (name: string, text: string): void =>
    writeFileSync(join(carillon.folder, "feeds", name), text);
  write("2026-03-09.xml", feedOf("", ""));
  write("2026-03-10.xml", feedOf("The Bell Gazette", "Tue, 10 Mar 2026 08:00:00 GMT"));
  return carillon;
}

it("recorded feeds are shown as a calendar, and no ledger is made", async () => {
  const carillon = someFeeds();
  const said = await carillon.run("simulate", "--feed-at", "feeds");
  expect(said).toMatchObject({ code: 0, err: "" });
  expect(said.out).toBe(`Tue, 10 March 2026
  16:00  here  announcement  The Bell Gazette  10/20000

1 post: here 1.
Times are those of Europe/Berlin. Nothing was sent, and nothing was changed.
`);
  expect(readdirSync(carillon.folder).toSorted()).toEqual(["carillon.yaml", "feeds"]);
});

it("the same as JSON is a list of posts", async () => {
  const posts = await someFeeds().json<readonly unknown[]>("simulate", "--feed-at", "feeds");
  expect(posts).toEqual([
    {
      dueAt: "2026-03-10T15:00:00.000Z",
      account: "here",
      channel: "page",
      campaign: "gazette",
      step: "announcement",
      entry: expect.any(String),
      story: null,
      parts: [{ text: "What rang.", length: 10, limit: 20_000 }],
      cost: null,
      flags: [],
      why: null,
    },
  ]);
});

it("without recordings the ledger as it is goes on, and what the next planning changes can be asked for", async () => {
  const carillon = someCarillon(config);
  expect((await carillon.run("simulate")).out).toBe("Nothing goes out in that time.\n");
  expect((await carillon.run("simulate", "--difference")).out).toBe("The next planning changes nothing.\n");
  expect(await carillon.json("simulate", "--difference")).toEqual([]);
});

it.each([
  [["--from", "soon"], "“soon” is no time: write 2026-12-24, 2026-12-24 10:00 or 10:00."],
  [["--account", "her"], "There is no account her: here."],
  [["--campaign", "gazete"], "There is no campaign gazete: gazette."],
  [
    ["--feed-at", "nowhere"],
    "There is no folder nowhere: give --feed-at one with the feed as it was, a file a day.",
  ],
  [["--feed-at", ".", "--difference"], "--difference is about the ledger as it is: leave --feed-at out."],
])("%j is answered by one sentence", async (args, sentence) => {
  expect(await someCarillon(config).run("simulate", ...args)).toMatchObject({
    code: 1,
    out: "",
    err: `${sentence}\n`,
  });
});
