import { afterAll, beforeAll, describe, expect, test } from "vitest";
import linkedin from "../../channels/linkedin/channel.ts";
import { type Row, runContract } from "../../src/channel/contract.ts";
import { bell, makeIo } from "../bench/io.ts";
import { type LinkedinBench, startLinkedin } from "../bench/linkedin.ts";

const version = "202609";
const never = [
  "tells the network a post's language",
  "publishes the same post when the same memo is published again",
  "leaves one post when the same memo is published again",
];

describe("linkedin keeps the contract with a page", () => {
  let bench: LinkedinBench;
  let rows: readonly Row[];
  beforeAll(async () => {
    bench = await startLinkedin({ processing: 2 });
    const settings = { server: bench.url, version, organization: "2414183", accessToken: "token-of-page" };
    const world = bench.worldOf("urn:li:organization:2414183");
    rows = await runContract({ channel: linkedin, settings, io: makeIo(), world, media: bell });
  });
  afterAll(() => bench.close());

  test("in every check", () => expect(failed(rows)).toEqual([]));
  test("skipping nothing else than what LinkedIn does not have", () => expect(skipped(rows)).toEqual(never));
});

describe("linkedin keeps the contract with a member, whose posts it may not read", () => {
  let bench: LinkedinBench;
  let rows: readonly Row[];
  beforeAll(async () => {
    bench = await startLinkedin();
    const settings = { server: bench.url, version, member: "782bbtaQ", accessToken: "token-of-member" };
    const world = bench.worldOf("urn:li:person:782bbtaQ");
    rows = await runContract({ channel: linkedin, settings, io: makeIo(), world, media: bell, excused });
  });
  afterAll(() => bench.close());

  test("in every check", () => expect(failed(rows)).toEqual([]));
  test("skipping looks and counts", () =>
    expect(skipped(rows)).toEqual([...never, ...looks].toSorted(bySkip(rows))));
});

const unreadable = "the token may not read the member's posts";
const excused = {
  "can do what its abilities say": unreadable,
  "counts likes, reposts and replies": unreadable,
  "has no counts for a removed post, and keeps the order asked": unreadable,
  "leaves exactly one post after a connection that broke before the post was accepted": "a person is asked",
};
const looks = [
  ...Object.keys(excused),
  "finds a post that is live",
  "does not find a post that was never published",
  "does not take an earlier post with other words for the one it looks for",
];

function failed(rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ outcome }) => outcome === "failed");
}

function skipped(rows: readonly Row[]): readonly string[] {
  return rows.filter(({ outcome }) => outcome === "skipped").map(({ name }) => name);
}

/** As the contract has them. */
function bySkip(rows: readonly Row[]): (one: string, other: string) => number {
  const names = rows.map(({ name }) => name);
  return (one, other) => names.indexOf(one) - names.indexOf(other);
}
