import { readFileSync } from "node:fs";
import { AtpAgent } from "@atproto/api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { detectFacets, tagsOf } from "../../channels/bluesky/facets.ts";
import { type BenchServer, json, startServer } from "../bench/bench-server.ts";

interface Vectors {
  readonly segments: readonly { text: string; segments: readonly { text: string; target?: string }[] }[];
  readonly tags: readonly Tagged[];
  readonly cashtags: readonly Tagged[];
}

interface Tagged {
  readonly text: string;
  readonly tags: readonly string[];
  readonly index: readonly { byteStart: number; byteEnd: number }[];
}

const vectors = readVectors();
let resolver: BenchServer;
let agent: AtpAgent;

beforeAll(async () => {
  resolver = await startServer(({ query }) => json(200, { did: `did:fake:${query.get("handle")}` }));
  agent = new AtpAgent({ service: resolver.url });
});

afterAll(() => resolver.close());

describe.skipIf(vectors === null)("facets of a text", () => {
  const { segments = [], tags = [], cashtags = [] } = vectors ?? {};
  console.log(`facet vectors: ${segments.length} segments, ${tags.length} tags, ${cashtags.length} cashtags`);

  it.each(segments)("finds links and mentions in $text", async ({ text, segments: expected }) => {
    expect(await split(text)).toEqual(expected.map((part) => [part.text, part.target ?? null]));
  });

  it.each([...tags, ...cashtags])("finds the tags in $text", async ({ text, tags: expected, index }) => {
    const facets = await detectFacets(text, agent);
    expect(tagsOf(facets)).toEqual(expected);
    expect(facets.map((facet) => facet.index)).toEqual(index);
  });
});

/** The text's parts, each with where it leads. */
async function split(text: string): Promise<(readonly [string, string | null])[]> {
  const bytes = Buffer.from(text);
  const facets = (await detectFacets(text, agent)).filter((facet) => tagsOf([facet]).length === 0);
  let at = 0;
  const parts = facets.flatMap(({ index, features: [feature] }) => {
    const target = (feature as { uri?: string; did?: string }).uri ?? (feature as { did: string }).did;
    const before = bytes.subarray(at, index.byteStart).toString();
    at = index.byteEnd;
    return [[before, null] as const, [bytes.subarray(index.byteStart, at).toString(), target] as const];
  });
  return [...parts, [bytes.subarray(at).toString(), null] as const].filter(([part]) => part !== "");
}

function readVectors(): Vectors | null {
  const url = new URL("../../../shared/data/textfit/bluesky-facets.json", import.meta.url);
  try {
    return JSON.parse(readFileSync(url, "utf8")) as Vectors;
  } catch {
    console.log(`skipped: the vectors are not there (${url.pathname})`);
    return null;
  }
}
