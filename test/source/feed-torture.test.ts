import { describe, expect, it } from "vitest";
import { decode } from "../../src/source/decode.ts";
import { readXmlFeed } from "../../src/source/feed.ts";
import { judge, type Truth } from "./judgement.ts";
import { present, readShared } from "./shared-data.ts";

interface TortureCase {
  readonly file: string;
  readonly wellformed: boolean;
  readonly contentType: string | null;
  readonly docUrl: string;
  readonly truth: Truth;
  readonly b64: string;
}

/** Null where the document was not read at all. */
async function faultsIn({ b64, contentType, docUrl, truth }: TortureCase): Promise<string[] | null> {
  const reading = await readXmlFeed(decode(Buffer.from(b64, "base64"), contentType), docUrl);
  return reading.kind === "feed" ? judge(reading.feed, truth) : null;
}

describe.runIf(present)("the feeds that others test their readers with", () => {
  const cases = (): TortureCase[] =>
    readShared("feeds-torture/feeds.jsonl")
      .toString()
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as TortureCase);

  it.each([
    { kind: "well-formed", wellformed: true, parsed: 99, right: 93 },
    { kind: "ill-formed", wellformed: false, parsed: 90, right: 75 },
  ])("are read where $kind, in $parsed % of them, and right in every field in $right %", async (expected) => {
    const chosen = cases().filter(({ wellformed }) => wellformed === expected.wellformed);
    const results = await Promise.all(chosen.map(faultsIn));
    const parsed = results.filter((faults) => faults !== null && !faults.includes("number of items"));
    const right = parsed.filter((faults) => faults?.length === 0);
    const percent = (part: unknown[]): number => Math.round((part.length / chosen.length) * 1000) / 10;
    const counts = Object.groupBy(
      results.flatMap((faults) => faults ?? "not parsed"),
      (field) => field,
    );
    const differing = Object.entries(counts).map(([field, list]) => `${field} ${list?.length}`);
    console.log(
      `${expected.kind}: ${chosen.length} feeds, ${percent(parsed)} % parsed, ${percent(right)} % right; differing: ${differing.join(", ")}`,
    );
    expect(percent(parsed)).toBeGreaterThanOrEqual(expected.parsed);
    expect(percent(right)).toBeGreaterThanOrEqual(expected.right);
  });
});
