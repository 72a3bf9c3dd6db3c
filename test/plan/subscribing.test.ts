import { expect, it } from "vitest";
import type { Subscription } from "../../src/model/subscription.ts";
import { actOf } from "../../src/plan/subscribing.ts";

const feed = "https://news.example/feed.xml";
const now = new Date("2026-03-10T12:00:00Z");
const hours = (many: number): string => new Date(now.getTime() + many * 3_600_000).toISOString();

const known = (changes: Partial<Subscription>): Subscription => ({
  source: "news",
  id: "x",
  feed,
  topic: feed,
  hub: "https://hub.example/",
  secret: "s",
  state: "active",
  askedAt: hours(-1),
  leaseUntil: hours(240),
  toldAt: null,
  reason: null,
  ...changes,
});

const act = (changes: Partial<Subscription>, wanted: string | null = feed) =>
  actOf(known(changes), wanted, now);

it("looks for a hub where none is known, and seldom again where there is none", () => {
  expect(actOf(undefined, feed, now)).toBe("find");
  expect(actOf(undefined, null, now)).toBe("nothing");
  expect(act({ state: "none", hub: null })).toBe("nothing");
  expect(act({ state: "none", hub: null, askedAt: hours(-24 * 8) })).toBe("find");
});

it("renews in the last quarter of a lease, and begins anew where it has ended", () => {
  expect(act({})).toBe("nothing");
  expect(act({ askedAt: hours(-180), leaseUntil: hours(61) })).toBe("nothing");
  expect(act({ askedAt: hours(-180), leaseUntil: hours(59) })).toBe("renew");
  expect(act({ askedAt: hours(-240), leaseUntil: hours(-1) })).toBe("find");
});

it("asks a hub that failed or kept silent again later", () => {
  expect(act({ state: "asked", askedAt: hours(-0.5) })).toBe("nothing");
  expect(act({ state: "asked", askedAt: hours(-2) })).toBe("find");
  expect(act({ state: "failed", askedAt: hours(-2) })).toBe("nothing");
  expect(act({ state: "failed", askedAt: hours(-7) })).toBe("find");
});

it("ends what is no longer wanted, or was for another address, and does not insist", () => {
  expect(act({}, null)).toBe("end");
  expect(act({}, "https://news.example/other.xml")).toBe("end");
  expect(act({ state: "ending" }, null)).toBe("nothing");
  expect(act({ state: "ending", askedAt: hours(-25) }, null)).toBe("forget");
  expect(act({ state: "none", hub: null }, null)).toBe("forget");
});
