import { describe, expect, test } from "vitest";
import reddit from "../../channels/reddit/channel.ts";
import { type Row, runContract } from "../../src/channel/contract.ts";
import { makeIo } from "../bench/io.ts";
import { startReddit } from "../bench/reddit.ts";
import type { RedditOptions } from "../bench/reddit-instance.ts";

const edit = "edits a post in place";
const skipped = [
  "publishes the same post when the same memo is published again",
  "leaves one post when the same memo is published again",
  "publishes images with their alternative texts",
  "tells the network a post's language",
];

const worlds: readonly (readonly [
  what: string,
  kind: "link" | "self",
  options: Partial<RedditOptions>,
  skips: readonly string[],
])[] = [
  ["links, which cannot be changed", "link", {}, [edit]],
  ["texts", "self", {}, []],
  ["tokens that last a minute", "self", { expiresIn: 60 }, []],
];

async function tryContract(kind: "link" | "self", options: Partial<RedditOptions>): Promise<readonly Row[]> {
  const bench = await startReddit(options);
  try {
    return await runContract({
      channel: reddit,
      settings: bench.settingsOf("comms", { kind }),
      io: makeIo(),
      world: bench.worldOf("comms"),
      ...(kind === "link" && { excused: { [edit]: "Reddit changes no link posts" } }),
    });
  } finally {
    await bench.close();
  }
}

describe("reddit keeps the contract", () => {
  test.each(worlds)("with %s", async (_, kind, options, skips) => {
    const rows = await tryContract(kind, options);
    expect(rows.filter(({ outcome }) => outcome === "failed")).toEqual([]);
    const names = rows.filter(({ outcome }) => outcome === "skipped").map(({ name }) => name);
    expect(names.toSorted()).toEqual([...skipped, ...skips].toSorted());
  });
});
