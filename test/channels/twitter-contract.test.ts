import { afterAll, beforeAll, describe, expect, test } from "vitest";
import twitter from "../../channels/twitter/channel.ts";
import { type Row, runContract } from "../../src/channel/contract.ts";
import { bell, makeIo } from "../bench/io.ts";
import type { Names } from "../bench/twitter-entities.ts";
import { startTwitter, type TwitterBench } from "../bench/twitter.ts";

const ways: readonly (readonly [
  what: string,
  names: Names,
  sign: (bench: TwitterBench) => Record<string, string>,
])[] = [
  ["four keys, and the names of the guides", "tweet", (bench) => bench.keysOf("comms")],
  ["four keys, and the names of the interface description", "post", (bench) => bench.keysOf("comms")],
  ["an OAuth 2 token", "post", (bench) => ({ accessToken: bench.bearerOf("comms") })],
];

describe.each(ways)("twitter keeps the contract with %s", (_, names, sign) => {
  let bench: TwitterBench;
  let rows: readonly Row[];
  beforeAll(async () => {
    bench = await startTwitter({ names });
    rows = await runContract({
      channel: twitter,
      settings: { server: bench.url, ...sign(bench) },
      io: makeIo(),
      world: bench.worldOf("comms"),
      media: bell,
    });
  });
  afterAll(() => bench.close());

  test("in every check", () => {
    expect(rows.filter(({ outcome }) => outcome === "failed")).toEqual([]);
  });

  test("skipping nothing else than what X does not have", () => {
    const skipped = rows.filter(({ outcome }) => outcome === "skipped").map(({ name }) => name);
    expect(skipped).toEqual([
      "tells the network a post's language",
      "publishes the same post when the same memo is published again",
      "leaves one post when the same memo is published again",
      "edits a post in place",
    ]);
  });

  test("against a server whose answers are as described", () => expect(bench.slips).toEqual([]));
});
