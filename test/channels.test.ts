import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtIn } from "../channels/index.ts";
import mastodon from "../channels/mastodon/channel.ts";
import page from "../channels/page/channel.ts";
import webhook from "../channels/webhook/channel.ts";
import { type Row, runContract, type Subject } from "../src/channel/contract.ts";
import { bell, makeIo } from "./bench/io.ts";
import { type MastodonBench, type MastodonOptions, startMastodon } from "./bench/mastodon.ts";
import { startWebhook, type WebhookBench } from "./bench/webhook.ts";

function failed(rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ outcome }) => outcome === "failed");
}

/** Skipped rows by name, so that no check is left out without a test saying so. */
function skipped(rows: readonly Row[]): readonly string[] {
  return rows.filter(({ outcome }) => outcome === "skipped").map(({ name }) => name);
}

const replays = [
  "publishes the same post when the same memo is published again",
  "leaves one post when the same memo is published again",
];
const finds = [
  "finds a post that is live",
  "does not find a post that was never published",
  "does not take an earlier post with other words for the one it looks for",
];
const counts = [
  "counts likes, reposts and replies",
  "has no counts for a removed post, and keeps the order asked",
];

describe("every channel", () => {
  test.each(Object.entries(builtIn))("%s keeps what the contract says of its data", async (name, load) => {
    const channel = (await load()).default;
    expect(channel.id).toBe(name);
    expect(failed(await runContract({ channel }))).toEqual([]);
  });

  test("there are some", () => {
    expect(Object.keys(builtIn).length).toBeGreaterThan(2);
  });
});

const servers: readonly (readonly [
  what: string,
  options: Partial<MastodonOptions>,
  skips: readonly string[],
])[] = [
  ["Mastodon, which keeps keys for an hour", {}, []],
  ["Mastodon 4.6, which crashes on a key that it knows", { keys: "crash", version: "4.6.1" }, replays],
  [
    "GoToSocial, which ignores keys",
    {
      keys: "ignored",
      version: "0.20.2+git-8a2bb1c",
      sourceUrl: "https://codeberg.org/superseriousbusiness/gotosocial",
    },
    replays,
  ],
  [
    "snac2, which ignores keys and describes itself in the older way",
    {
      keys: "ignored",
      version: "4.0.0 (not true; really snac/2.96)",
      sourceUrl: "https://comam.es/what-is-snac",
      instance: "v1",
      denial: 422,
      maxCharacters: 100_000,
    },
    replays,
  ],
  ["a server with limits of its own", { maxCharacters: 5000, reservedPerUrl: 32, processing: 2 }, []],
];

describe.each(servers)("mastodon keeps the contract with %s", (_, options, skips) => {
  let bench: MastodonBench;
  let rows: readonly Row[];
  beforeAll(async () => {
    bench = await startMastodon(options);
    rows = await runContract(mastodonAt(bench));
  });
  afterAll(() => bench.close());

  test("in every check", () => expect(failed(rows)).toEqual([]));
  test("skipping nothing else", () => expect(skipped(rows)).toEqual(skips));
});

function mastodonAt(bench: MastodonBench): Subject {
  const settings = { server: bench.url, accessToken: bench.tokenOf("comms") };
  return { channel: mastodon, settings, io: makeIo(), world: bench.worldOf("comms"), media: bell };
}

describe("webhook keeps the contract", () => {
  const secret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
  let bench: WebhookBench;
  let rows: readonly Row[];
  beforeAll(async () => {
    bench = await startWebhook({ secret });
    const settings = { server: bench.url, secret };
    const wrong = { server: bench.url, secret: Buffer.alloc(32, 8).toString("base64") };
    rows = await runContract({
      channel: webhook,
      settings,
      wrong,
      io: makeIo(),
      world: bench.world,
      media: bell,
    });
  });
  afterAll(() => bench.close());

  test("in every check", () => expect(failed(rows)).toEqual([]));
  test("skipping only looks and counts", () => expect(skipped(rows)).toEqual([...finds, ...counts]));
});

test("page keeps the contract without a server", async () => {
  expect(failed(await runContract({ channel: page, settings: {}, io: makeIo() }))).toEqual([]);
});
