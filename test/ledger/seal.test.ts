import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { seal, unseal } from "../../src/ledger/seal.ts";

const key = randomBytes(32);
const sealed = seal(key, "bells", "a secret 🔔");

it("a sealed text opens with its key, for what it belongs to", () => {
  expect(unseal(key, "bells", sealed)).toBe("a secret 🔔");
  expect(seal(key, "bells", "a secret 🔔")).not.toBe(sealed);
});

it.each([
  ["with another key", randomBytes(32), "bells", sealed],
  ["for another account", key, "tower", sealed],
  [
    "with one letter changed",
    key,
    "bells",
    sealed.slice(0, -2) + (sealed.at(-2) === "A" ? "B" : "A") + sealed.at(-1),
  ],
  ["cut short", key, "bells", sealed.slice(0, 20)],
  ["empty", key, "bells", ""],
])("a sealed text does not open %s", (_, other, about, text) => {
  expect(unseal(other, about, text)).toBeUndefined();
});
