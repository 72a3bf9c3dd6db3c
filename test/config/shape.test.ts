import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod/v4";
import { schema } from "../../src/config/schema.ts";
import { readFitting, realise } from "../../src/config/shape.ts";

const real = realise(schema, z);

/** Of zod's own schema; undefined where it refuses. */
const byZod = (value: unknown): unknown => real.safeParse(value).data;

const read = (name: string): unknown =>
  parse(readFileSync(new URL(`../../config/${name}`, import.meta.url), "utf8"));

const everything = {
  site: { name: "A", url: "https://a.example/", port: "80", language: "PT-br", quiet: { days: ["Sun"] } },
  network: { allowPrivate: "true" },
  sources: {
    a: { feed: "https://a.example/f/", poll: "*/5 * * * *", only: { newsletter: true }, brake: "0" },
    b: { markdown: "./*.md", site: "https://a.example", first: "announce", translates: "a", maxAge: 3 },
  },
  accounts: { one: { channel: "bell", token: null, quiet: { hours: "22:00-07:00", days: ["2026-12-25"] } } },
  groups: { all: ["one"], none: [] },
  alarm: "one",
  campaigns: {
    c: {
      source: "a",
      review: { approvals: 2, expires: "7d" },
      wait: { live: "false" },
      expect: { entry: "monthly by 7" },
      steps: {
        s: { to: ["all"], at: "next 16:00", days: ["Mon"], after: "4d", unless: { likes: 1 }, late: "ask" },
        t: { to: ["one"], each: "story", sections: ["*"], every: "1d at 10:00", limit: "6", order: "best" },
        u: { to: ["one"], repeat: { every: "30d", times: 3 }, expires: "3d", on: "weekly Mon at 10:00" },
      },
    },
    d: { source: "b", review: "none" },
  },
};

/** What people write by mistake. */
const odd: readonly unknown[] = [
  undefined,
  null,
  "",
  " ",
  "none",
  "a b",
  "16:00",
  "1d",
  "7",
  0,
  -1,
  1.5,
  70_000,
  true,
  [],
  [1],
  {},
  { a: 1 },
  { none: "x" },
];

/** Every value made from one by replacing, taking out or adding something, wherever it is. */
function* variations(value: unknown): Generator {
  yield* odd;
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield { ...value, unheardOf: 1 };
  for (const [key, inner] of Object.entries(value)) {
    const { [key]: _, ...rest } = value as Record<string, unknown>;
    if (!Array.isArray(value)) yield rest;
    for (const one of variations(inner)) yield put(value, key, one);
  }
}

const put = (value: object, key: string, one: unknown): unknown =>
  Array.isArray(value) ? value.with(Number(key), one) : { ...value, [key]: one };

describe("what fits is understood as zod understands it, and what zod refuses does not fit", () => {
  it.each([
    ["the sample", read("carillon.yaml")],
    ["the example", read("example.yaml")],
    ["a configuration with all settings", everything],
  ])("in %s", (_, value) => {
    expect(readFitting(schema, value)).toBeDefined();
    const different = Array.from(variations(value)).filter(
      (one) => JSON.stringify(readFitting(schema, one)) !== JSON.stringify(byZod(one)),
    );
    expect(different).toEqual([]);
  });

  it("also where there is next to nothing", () => {
    expect(readFitting(schema, {})).toStrictEqual(byZod({}));
  });
});
