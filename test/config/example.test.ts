import { expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { findChannel } from "../../src/registry.ts";

const file = new URL("../../config/example.yaml", import.meta.url).pathname;

/** Those that example.yaml uses and that are still to be built. */
const toBeBuilt = /no channel “(reddit)”/;

it("example.yaml asks for nothing but secrets", async () => {
  const { config, problems } = await loadConfig(file, {}, findChannel);
  const sentences = problems.map(({ problem }) => problem).filter((problem) => !toBeBuilt.test(problem));
  expect(sentences.length).toBeGreaterThan(8);
  expect(sentences.filter((problem) => !/environment variable|\/run\/secrets/.test(problem))).toEqual([]);
  expect(config?.campaigns).toHaveLength(1);
});
