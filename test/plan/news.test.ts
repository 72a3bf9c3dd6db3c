import { describe, expect, it } from "vitest";
import { judge, type Newcomer } from "../../src/plan/news.ts";
import type { KnownEntry } from "../../src/model/sighting.ts";
import { someEntry } from "../fixtures/entry.ts";
import { someSource } from "../fixtures/app.ts";
import { noon } from "../fixtures/shop.ts";

const source = someSource("https://example.org/feed.xml");
const newcomer = (
  changes: Parameters<typeof someEntry>[0] = {},
  language: string | null = "en",
): Newcomer => ({ entry: someEntry(changes), language, suspect: undefined });
const circumstances = { source, look: "later", known: [], now: noon } as const;
const only = (one: Newcomer, changes: object = {}) => judge([one], { ...circumstances, ...changes })[0]!;

describe("what is new in a poll", () => {
  it("is news", () => {
    expect(only(newcomer())).toEqual({ state: "news", reason: null });
  });

  it("is news without a date", () => {
    expect(only(newcomer({ published: null })).state).toBe("news");
  });

  it("is nothing at the first look, unless a folder is made to be announced", () => {
    expect(only(newcomer(), { look: "baseline" }).state).toBe("baseline");
    expect(only(newcomer({ published: "2020-01-01T00:00:00Z" }), { look: "announce" }).state).toBe("news");
  });

  it("is old when its date is, and says so", () => {
    expect(only(newcomer({ published: "2025-01-01T00:00:00Z" }))).toMatchObject({
      state: "old",
      reason: expect.stringContaining("more than 45 days ago"),
    });
  });

  it("is ignored when only newsletters are wanted", () => {
    const wanted = { source: { ...source, only: { newsletter: true } } };
    expect(only(newcomer({ newsletter: false }), wanted).state).toBe("ignored");
  });

  it("waits for a person when it is dated 2099", () => {
    expect(only(newcomer({ published: "2099-01-01T00:00:00Z" }))).toMatchObject({
      state: "held",
      reason: expect.stringContaining("future"),
    });
  });

  it("waits for a person in another language", () => {
    expect(only(newcomer({}, "it"))).toMatchObject({
      state: "held",
      reason: expect.stringContaining("(it)"),
    });
  });

  it("waits for a person on the day of another issue", () => {
    const twin: KnownEntry = {
      id: "1",
      entry: someEntry({ title: "March" }),
      state: "news",
      reason: null,
      foundAt: "",
      newsAt: null,
      plannedAt: null,
      fingerprint: "",
    };
    expect(only(newcomer({ title: "Marzo" }), { known: [twin] })).toMatchObject({
      state: "held",
      reason: expect.stringContaining("March"),
    });
  });

  it("waits for a person where it may have been announced before the ledger was restored", () => {
    const reason = "This ledger was restored: look whether it was announced.";
    const [before, after] = ["2026-03-09T00:00:00Z", "2026-03-10T11:00:00Z"];
    const at = "2026-03-10T10:00:00.000Z";
    const verdict = (published: string | null, unread: boolean) =>
      only(newcomer({ published }), { restored: { at, unread, reason } });
    for (const found of [verdict(after, true), verdict(null, true), verdict(before, false)])
      expect(found).toEqual({ state: "held", reason });
    for (const found of [verdict(after, false), verdict(null, false)]) expect(found.state).toBe("news");
    expect(only(newcomer(), { look: "baseline", restored: { at, unread: true, reason } }).state).toBe(
      "baseline",
    );
  });

  it("is all held when it is more than the brake allows", () => {
    const many = Array.from({ length: 11 }, (_, index) => newcomer({ id: String(index) }));
    const verdicts = judge(many, circumstances);
    expect(verdicts.every(({ state, reason }) => state === "held" && reason?.includes("brake is 10"))).toBe(
      true,
    );
    expect(judge(many.slice(1), circumstances).every(({ state }) => state === "news")).toBe(true);
  });
});
