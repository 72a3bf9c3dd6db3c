import { expect, it, onTestFinished } from "vitest";
import { errandsOf, type Look } from "../../src/app/errands.ts";

/** A look that lasts until it is told to end. */
function slowLook() {
  const ends: ((fresh: boolean) => void)[] = [];
  const seen: boolean[] = [];
  const look: Look = (_, known) => {
    seen.push(known);
    return new Promise((resolve) => void ends.push(resolve));
  };
  return { look, seen, end: (fresh: boolean) => ends.shift()?.(fresh) };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

it("makes of a burst one look, and one more", async () => {
  const { look, seen, end } = slowLook();
  const errands = errandsOf(look, []);
  for (let many = 0; many < 100; many++) errands.run("news");
  expect(seen).toHaveLength(1);
  end(false);
  await turn();
  expect(seen).toHaveLength(2);
  end(false);
  await turn();
  expect(seen).toHaveLength(2);
});

it("looks again until it has looked often enough, and tells what it saw", async () => {
  const looks: boolean[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const errands = errandsOf(
    async (_, seen) => {
      looks.push(seen);
      if (looks.length === 4) resolve();
      return looks.length === 2;
    },
    [0.001, 0.001, 0.001],
  );
  errands.run("news");
  await promise;
  expect(looks).toEqual([false, false, true, true]);
});

it("ends when it is told to", async () => {
  const { look, seen, end } = slowLook();
  const errands = errandsOf(look, [0.001]);
  onTestFinished(() => errands.stop());
  errands.run("news");
  const stopped = errands.stop();
  end(false);
  await stopped;
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(seen).toHaveLength(1);
});
