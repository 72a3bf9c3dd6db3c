import { readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { findRecordings, readTime } from "../../../src/app/simulate/recordings.ts";
import { simulateRecorded } from "../../../src/app/simulate/recorded.ts";
import { readSpan } from "../../../src/app/simulate/span.ts";
import { someConfig, someSource } from "../../fixtures/app.ts";
import { clock, someCampaign, someStep } from "../../fixtures/plan.ts";
import { data, dataMissing } from "../../fixtures/replay.ts";
import { someFolder } from "../../fixtures/shop.ts";

const page = (name: string) => ({ name, channel: "page", settings: {} });
const steps = [
  someStep({ to: ["here", "there"] }),
  someStep({
    name: "highlights",
    to: ["there"],
    each: "story",
    sections: ["XMPP Articles", "Articles", "*Software releases*"],
    every: { days: 1, clock: clock(10) },
    limit: 3,
  }),
];
const config = () =>
  someConfig({
    sources: [someSource("https://xmpp.org/feeds/all.atom.xml", { only: { newsletter: true } })],
    accounts: [page("here"), page("there")],
    campaigns: [someCampaign(steps)],
  });

interface Poll {
  readonly file: string;
  readonly expected_announcements?: readonly { readonly title: string; readonly newsletter: boolean }[];
}

describe.skipIf(dataMissing("a year of feeds"))("the feed of a year", () => {
  const folder = fileURLToPath(new URL("feed-seq/", data));

  it("is simulated file by file: what was new is announced on its day, and twice gives the same", async () => {
    const polls = (
      JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as { steps: readonly Poll[] }
    ).steps;
    const one = config();
    const recordings = findRecordings(folder, one, one.sources[0]!);
    const found = "problem" in recordings ? [] : recordings.slice(0, 5);
    const span = { from: new Date("2025-09-01T00:00:00Z"), to: new Date("2026-02-01T00:00:00Z") };
    const first = await simulateRecorded(one, found, span);
    const expected = polls
      .slice(0, 5)
      .flatMap(({ file, expected_announcements: all = [] }) =>
        all
          .filter(({ newsletter }) => newsletter)
          .flatMap(({ title }) => ["here", "there"].map((who) => `${file.slice(0, 10)} ${who} ${title}`)),
      );
    const announced = first.posts.filter(({ step }) => step === "announcement");
    expect(announced.map(({ dueAt, account, title }) => `${dueAt.slice(0, 10)} ${account} ${title}`)).toEqual(
      expected,
    );
    expect(first.posts.length).toBeGreaterThan(expected.length);
    expect(first.posts.flatMap(({ flags }) => flags)).toEqual([]);
    const again = await simulateRecorded(one, found, span);
    const shown = ({ posts }: typeof first) => posts.map(({ entry: _id, ...post }) => post);
    expect(shown(again)).toEqual(shown(first));
  });
});

it.each([
  ["2026-03-12.xml", "2026-03-12T12:00:00.000Z"],
  ["2020-06-09T153238Z-3bce9f33.xml", "2020-06-09T15:32:38.000Z"],
  ["feed-2026-03-12T1530.rss", "2026-03-12T15:30:00.000Z"],
  ["feed_2026-03-12_15:30.xml", "2026-03-12T15:30:00.000Z"],
  ["2026-03-12-second.xml", "2026-03-12T12:00:00.000Z"],
  ["2026-03-12T153012345.xml", "2026-03-12T12:00:00.000Z"],
  ["2026-13-40.xml", undefined],
  ["expected.json", undefined],
])("the name %s tells %s", (name, expected) => {
  expect(readTime(name)?.toISOString()).toBe(expected);
});

it("where no name tells a time the files' own do, and where those are the same a sentence says what to do", () => {
  const one = config();
  const folder = someFolder();
  const look = (where = folder) => findRecordings(where, one, one.sources[0]!);
  expect(look(join(folder, "none"))).toEqual({
    problem: expect.stringMatching(/^There is no folder .*none:/),
  });
  expect(look()).toEqual({ problem: expect.stringContaining("holds no feed") });
  for (const name of ["b.xml", "a.xml"]) {
    writeFileSync(join(folder, name), "");
    utimesSync(join(folder, name), 1e9, 1e9);
  }
  expect(look()).toEqual({ problem: expect.stringContaining("cannot be told: give them names like") });
  utimesSync(join(folder, "a.xml"), 2e9, 2e9);
  expect(look()).toMatchObject([{ file: join(folder, "b.xml") }, { file: join(folder, "a.xml") }]);
});

it("a span is read by the site's clock; days are meant whole, and what is none is told", () => {
  const now = new Date("2026-03-10T12:00:00Z");
  const read = (from?: string, to?: string) => readSpan(from, to, now, "Europe/Berlin");
  const iso = (from: string, to: string) => ({ from: new Date(from), to: new Date(to) });
  expect(read()).toEqual(iso("2026-03-10T12:00:00Z", "2026-04-09T11:00:00Z"));
  expect(read("2026-03-29", "2026-03-29")).toEqual(iso("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"));
  expect(read("2026-03-12 10:00", "2026-03-12T12:00:00Z")).toEqual(
    iso("2026-03-12T09:00:00Z", "2026-03-12T12:00:00Z"),
  );
  expect(read("soon")).toMatchObject({ problem: expect.stringContaining("“soon” is no time") });
  expect(read("2026-02-30")).toMatchObject({ wrong: "time" });
  expect(read("2026-04-01", "2026-03-01")).toMatchObject({ wrong: "order" });
  expect(read("2026-04-01", "2029-03-01")).toMatchObject({ wrong: "length" });
});
