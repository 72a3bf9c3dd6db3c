import { availableParallelism } from "node:os";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { defineConfig } from "vitest/config";

/** A worker and all that its tests start, in bytes, at most. */
const memory = 1.5 * 2 ** 30;
const room = Math.max(1, Math.floor(process.availableMemory() / memory));

/** Half a minute of waiting at the end of the run is half a minute more of it: the longest begin first. */
const longest = [
  "torture/torture",
  "browser/pages",
  "cli/backup",
  "connect/sign-in",
  "model-check",
  "handoff",
  "end-to-end",
  "corrections",
  "browser/story",
  "bad-input/",
  "app/months",
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = longest.findIndex((name) => moduleId.includes(`/test/${name}`));
      return place < 0 ? longest.length : place;
    };
    return files.toSorted((one, other) => rank(one) - rank(other));
  }
}

const shuffled = process.argv.some((word) => word.startsWith("--sequence.shuffle"));

export default defineConfig({
  test: {
    root: new URL("..", import.meta.url).pathname,
    include: ["test/**/*.test.ts"],
    exclude: ["test/node_modules/**"],
    // Milliseconds on a machine that does ten times as much beside: what waits for an event is not hurried.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // One more than cores, as tests wait for servers and processes at times.
    maxWorkers: Math.min(Math.max(availableParallelism() + 1, 3), room),
    // A worker goes on to the next file with what it has loaded: no file leaves a variable, a server or a folder behind.
    isolate: false,
    sequence: shuffled ? {} : { sequencer: LongestFirst },
  },
});
