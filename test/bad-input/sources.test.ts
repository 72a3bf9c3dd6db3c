import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it, onTestFinished } from "vitest";
import { body, cutOff, drip, type Manner, startFeedServer, status } from "../bench/feed-server.ts";
import { someCarillon } from "../fixtures/carillon.ts";
import { byName, expectSentences, feedOf, markdownBelfry, note, type Row, type Shown } from "./belfry.ts";

/** Runs out of patience after 2.5 seconds where it would after half a minute. */
const impatient = `--import=data:text/javascript,${encodeURIComponent(
  "const wait = setTimeout; globalThis.setTimeout = Object.assign((run, ms, ...rest) => wait(run, ms === 30_000 ? 2500 : ms, ...rest), wait);",
)}`;

const january = feedOf(["January", "December"]);
const page =
  "<!doctype html><html><head><link rel=alternate type=application/rss+xml href=/feed.xml></head></html>";

/** What a source serves that served a good feed before, and what is said of it. */
const bad: Readonly<Record<string, readonly [Manner, RegExp]>> = {
  page: [body(page), /^The address answers with a web page, not a feed\..*\/feed\.xml$/],
  truncated: [body(january.slice(0, -40)), /^The feed ends in the middle, so none of it is used/],
  broken: [cutOff(january, 1000), /broke off \(UND_ERR_SOCKET\)/],
  tenMegabytes: [body("x".repeat(10_000_000)), /is no RSS, Atom, RDF or JSON Feed/],
  tooLarge: [body("x".repeat(21_000_000)), /sends more than 20 MB/],
  bomb: [body(gzipSync(Buffer.alloc(30_000_000)), { "content-encoding": "gzip" }), /more than 20 MB/],
  deep: [body(`<rss><channel>${"<a>".repeat(10_000)}`), /nested too deeply/],
  brackets: [body("<".repeat(200_000)), /is no RSS, Atom, RDF or JSON Feed/],
  silent: [drip(100), /did not send the whole document within 30 s: it is tried again later/],
  empty: [body(""), /The document is empty/],
  json: [body('{"a":1}'), /JSON, but not with a JSON Feed/],
  missing: [status(404), /answers 404: nothing is at this address/],
  gone: [status(410), /answers 410: the document is gone for good/],
  ill: [status(503), /answers 503: it has a fault of its own; it is tried again later/],
};

it("a feed that is none is told of in one sentence, and the others are read", async () => {
  const feeds = await startFeedServer();
  onTestFinished(() => feeds.close());
  const names = [...Object.keys(bad), "good"];
  for (const name of names) feeds.serve(`/${name}`, body(feedOf(["December"])));
  const sources = names.map((name) => `  ${name}: { feed: "${feeds.url}/${name}" }`);
  const campaigns = names.map(
    (name) => `  ${name}: { source: ${name}, steps: { announcement: { to: [here] } } }`,
  );
  const carillon = someCarillon(
    `network: { allowPrivate: true }\nsources:\n${sources.join("\n")}\naccounts: { here: { channel: page } }\ncampaigns:\n${campaigns.join("\n")}`,
    { NODE_OPTIONS: impatient },
  );
  expect(await carillon.run("once")).toMatchObject({ code: 0, err: "" });
  for (const [name, [manner]] of Object.entries(bad)) feeds.serve(`/${name}`, manner);
  feeds.serve("/good", body(january));
  const said = await carillon.run("once");
  expectSentences({ ...said, err: said.err.replaceAll(/feed\.xml$/gm, "feed.xml.") });
  expect(said).toMatchObject({
    code: 1,
    out: expect.stringContaining("1 new entry, 0 held, 1 post planned, 1 sent."),
  });
  const expected = Object.fromEntries(
    Object.entries(bad).map(([name, [, words]]) => [name, expect.stringMatching(words)]),
  );
  expect(byName(said.err)).toEqual(expected);
  const shown = await carillon.json<Shown>("status");
  expect(Object.fromEntries(shown.sources.map(({ name, reason }) => [name, reason]))).toEqual({
    ...expected,
    good: null,
  });
});

it("entries dated 2099 wait for a person, those without a date are news, and a copy is none", async () => {
  const feeds = await startFeedServer();
  onTestFinished(() => feeds.close());
  const names = ["future", "dateless", "doubled", "thorny"];
  for (const name of names) feeds.serve(`/${name}`, body(feedOf(["December"])));
  const sources = names.map((name) => `  ${name}: { feed: "${feeds.url}/${name}" }`);
  const campaigns = names.map(
    (name) => `  ${name}: { source: ${name}, steps: { announcement: { to: [here] } } }`,
  );
  const carillon = someCarillon(
    `network: { allowPrivate: true }\nsources:\n${sources.join("\n")}\naccounts: { here: { channel: page } }\ncampaigns:\n${campaigns.join("\n")}`,
  );
  await carillon.run("once");
  feeds.serve("/future", body(feedOf(["March"], "<pubDate>Thu, 01 Jan 2099 00:00:00 GMT</pubDate>")));
  feeds.serve("/dateless", body(feedOf(["April"], "")));
  feeds.serve("/doubled", body(feedOf(["May", "May", "December"])));
  feeds.serve(
    "/thorny",
    body(
      feedOf(["June"]).replace(
        "in June.",
        `in June. ${"&lt;".repeat(200_000)}${"&lt;div&gt;".repeat(10_000)}`,
      ),
    ),
  );
  expect(await carillon.run("once")).toMatchObject({ code: 0, err: "" });
  feeds.serve("/doubled", body(`${feedOf(["May", "May", "December"])} `));
  expect(await carillon.run("once")).toMatchObject({ code: 0, err: "" });
  const log = await carillon.json<readonly Row[]>("log");
  const texts = log.map(({ text, state }) => `${state} ${/April|May|June/.exec(text)?.[0]}`);
  expect(texts.toSorted()).toEqual(["sent April", "sent June", "sent May"]);
  const { entries } = await carillon.json<Shown>("status");
  expect(entries).toEqual([
    expect.objectContaining({
      title: "The Bell Gazette, March",
      reason: "It is dated 2099-01-01, which is in the future. Release it if it is news.",
    }),
  ]);
});

it("a Markdown file that is broken is named with its line, and the good one goes out", async () => {
  const carillon = someCarillon(markdownBelfry(""));
  carillon.write("notes/good.md", note("Good"));
  carillon.write("notes/_index.md", "---\ntitle: Notes\n---\n");
  carillon.write("notes/later.md", note("Later").replace("---\n", "---\ndraft: true\n"));
  carillon.write("notes/colon.md", "---\ntitle: Bells: all of them\ndate: 2026-01-01\n---\n");
  carillon.write("notes/endless.md", "---\ntitle: Endless\n");
  carillon.write("notes/list.md", "---\n- a\n---\n");
  carillon.write("notes/toml.md", "+++\ntitle = bells\n+++\n");
  carillon.write("notes/when.md", "---\ntitle: When\ndate: some day\n---\n");
  const said = await carillon.run("once");
  expectSentences(said);
  expect(said).toMatchObject({ code: 1, out: expect.stringContaining("1 sent") });
  const files = said.err
    .trimEnd()
    .split("\n")
    .map((line) => line.replace(join(carillon.folder, "notes/"), ""));
  expect(files).toEqual([
    expect.stringMatching(/^notes: colon\.md \(line 2\): The front matter cannot be read: .* Mend that line/),
    expect.stringMatching(
      /^notes: endless\.md \(line 1\): The front matter that begins with --- has no end\./,
    ),
    expect.stringMatching(/^notes: list\.md \(line \d\): The front matter is not a list of keys\./),
    expect.stringMatching(/^notes: toml\.md \(line 2\): The front matter cannot be read: /),
    expect.stringMatching(
      /^notes: when\.md.*: It has no date, .* Add `date: YYYY-MM-DD` to its front matter\.$/,
    ),
  ]);
  const { sources } = await carillon.json<Shown>("status");
  expect(sources[0]?.reason).toMatch(/colon\.md.* And 4 more: `carillon read notes` tells all\.$/);
  expectSentences(await carillon.run("read", "notes/colon.md"));
  expect(await carillon.run("read", "notes")).toMatchObject({
    code: 0,
    err: expect.stringContaining("toml.md"),
  });
});

it("a feed inside the operator's network is not asked unless that is meant", async () => {
  const feeds = await startFeedServer();
  onTestFinished(() => feeds.close());
  feeds.serve("/", body(january));
  const carillon = someCarillon(
    markdownBelfry("").replace("sources:", `sources:\n  inside: { feed: "${feeds.url}/" }`),
  );
  carillon.write("notes/good.md", note("Good"));
  const said = await carillon.run("once");
  expectSentences(said);
  expect(byName(said.err)["inside"]).toMatch(/is in a private network.*set network\.allowPrivate to true/);
  expect(said).toMatchObject({ code: 1, out: expect.stringContaining("1 sent") });
  expect(feeds.requests).toHaveLength(0);
  const unreachable = await carillon.run("read", "http://name.invalid/feed", "http://127.0.0.1:4/", "notes");
  expectSentences(unreachable);
  expect(unreachable).toMatchObject({ code: 1, out: expect.stringContaining("Good") });
});
