import { afterAll, beforeAll, describe, expect, test } from "vitest";
import facebook from "../../channels/facebook/channel.ts";
import { type Row, runContract } from "../../src/channel/contract.ts";
import { settingsOf } from "../bench/facebook-acts.ts";
import type { FacebookOptions } from "../bench/facebook-instance.ts";
import { type FacebookBench, startFacebook } from "../bench/facebook.ts";
import { bell, makeIo } from "../bench/io.ts";

const servers: readonly (readonly [what: string, options: Partial<FacebookOptions>])[] = [
  ["as its documents say", {}],
  ["that takes the same words twice", { duplicates: "taken" }],
  ["that does not tell of the token", { debug: "refused" }],
  ["that shows links behind its own address", { links: "shimmed" }],
  ["that shows no links", { links: "none" }],
];

describe.each(servers)("facebook keeps the contract with a server %s", (_, options) => {
  let bench: FacebookBench;
  let rows: readonly Row[];
  beforeAll(async () => {
    bench = await startFacebook(options);
    rows = await runContract({
      channel: facebook,
      settings: settingsOf(bench),
      io: makeIo(),
      world: bench.worldOf("comms"),
      media: bell,
    });
  });
  afterAll(() => bench.close());

  test("in every check", () => {
    expect(rows.filter(({ outcome }) => outcome === "failed")).toEqual([]);
  });

  test("skipping nothing else than what Facebook does not have", () => {
    const skipped = rows.filter(({ outcome }) => outcome === "skipped").map(({ name }) => name);
    expect(skipped).toEqual([
      "tells the network a post's language",
      "publishes the same post when the same memo is published again",
      "leaves one post when the same memo is published again",
    ]);
  });

  test("without the token in any address", () => {
    expect(bench.requests.length).toBeGreaterThan(20);
    expect(bench.requests.filter((one) => one.includes(bench.tokenOf("comms")))).toEqual([]);
  });
});
