import { expect, it } from "vitest";
import { plannedLedger } from "./fixtures/shop.ts";
import { calls, showModel, showReal, type Pair } from "./model-check/replay.ts";
import { beginWith } from "./model-check/world.ts";

/** A small generator with a seed, so that a run that fails can be had again. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const length = 150;

it.each([1, 2, 3, 4, 5, 6])("the model answers every call as the real ledger does, seed %i", async (seed) => {
  const ledger = await plannedLedger([{ parts: 2 }, { part: 2, parts: 2 }]);
  const ids = (await ledger.deliveries.list({})).map(({ id }) => id);
  const random = randomOf(seed);
  let pair: Pair = {
    world: beginWith(2, [1, 2], { crashes: 0, pauses: 0, mishaps: 0, retries: 0 }),
    time: 0,
  };
  const met = new Set<unknown>();
  for (let step = 0; step < length; step++) {
    const call = calls[Math.floor(random() * calls.length)]!;
    const answers = await call(ledger, ids, pair);
    pair = answers.pair;
    met.add(answers.model);
    expect(answers.real, `step ${step}`).toEqual(answers.model);
    expect(await showReal(ledger, pair), `step ${step}`).toEqual(showModel(pair));
  }
  console.log(
    `replayed ${length} calls, seed ${seed}: ${showModel(pair)
      .map(({ state }) => state)
      .join(", ")}`,
  );
  expect(met.has(true) && met.has(false)).toBe(true);
});
