import { describe, expect, it } from "vitest";
import { explore } from "./model-check/explore.ts";
import { kinds, lookUp, nothing, rkey } from "./model-check/kinds.ts";
import { mutants } from "./model-check/mutants.ts";
import { protocol } from "./model-check/rules.ts";
import { beginWith } from "./model-check/world.ts";

/** What may go wrong, in any order and at any moment: a death, a worker that is stopped, an answer lost or other than yes. */
const each = { crashes: 1, pauses: 1, mishaps: 1, retries: 1 };
const fewer = { crashes: 1, pauses: 1, mishaps: 0, retries: 0 };

describe("whatever workers, wire and network do, in every order", () => {
  it.each(kinds)("a post goes out once by $name, and ends sent or with a person", (kind) => {
    const { counterexample, states, steps, met } = explore(beginWith(2, [1], each), kind, protocol);
    console.log(`model, ${kind.name}: ${states} states, ${steps} steps, ${JSON.stringify(met)}`);
    expect(counterexample).toBeNull();
    expect(met["sent"]).toBeGreaterThan(0);
  });

  it.each([lookUp, nothing, rkey])("a thread of two goes out in order by $name", (kind) => {
    const { counterexample, states } = explore(beginWith(2, [1, 2], fewer), kind, protocol);
    console.log(`model, thread by ${kind.name}: ${states} states`);
    expect(counterexample).toBeNull();
  });

  it("so does what is claimed and armed in the commit that ends the post before", () => {
    const chained = { ...protocol, chains: true };
    const own = explore(beginWith(2, [1, 1], fewer), lookUp, chained);
    const thread = explore(beginWith(2, [1, 2], fewer), nothing, chained);
    console.log(`model, chained: ${own.states} and ${thread.states} states`);
    expect([own.counterexample, thread.counterexample]).toEqual([null, null]);
  });

  it("three workers do no worse than two", () => {
    const faults = { crashes: 1, pauses: 2, mishaps: 0, retries: 0 };
    const { counterexample, states } = explore(beginWith(3, [1], faults), nothing, protocol);
    console.log(`model, three workers: ${states} states`);
    expect(counterexample).toBeNull();
  });

  it("where a post can be looked up or made the same, no answer that was lost is left to a person", () => {
    const faults = { ...each, mishaps: 0, crashes: 2 };
    const patient = { ...protocol, tires: false };
    const met = [rkey, lookUp].map((kind) => explore(beginWith(2, [1], faults), kind, patient).met);
    expect(met.map(({ unsure }) => unsure)).toEqual([undefined, undefined]);
  });
});

describe("the check finds a worker that", () => {
  it.each(mutants)("$name", ({ kind, rules, parts }, wrong) => {
    const found = explore(beginWith(2, parts ?? [1], each), kind, { ...protocol, ...rules });
    console.log([`${found.states} states, then:`, ...(found.counterexample ?? [])].join("\n  "));
    expect(found.counterexample?.at(-1)).toBe(`WRONG: ${wrong}`);
  });
});
