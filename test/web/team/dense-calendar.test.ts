import { expect, test } from "vitest";
import type { PlannedDelivery } from "../../../src/model/delivery.ts";
import { planInto } from "../../fixtures/shop.ts";
import { joinAs, openHouse } from "./house.ts";

const now = new Date("2026-03-10T12:00:00Z");
const accounts = ["here", "fedi"].map((name) => ({ name, channel: "page", settings: {} }));

/** A post every ten minutes from midnight on, on two accounts in turn. */
const postAt = (at: number, changes: Partial<PlannedDelivery> = {}): Partial<PlannedDelivery> => ({
  account: accounts[at % 2]!.name,
  channel: "page",
  step: `step${at}`,
  dueAt: new Date(Date.parse("2026-03-11T23:00:00Z") + at * 600_000).toISOString(),
  ...changes,
});

async function someHouse(...more: readonly Partial<PlannedDelivery>[]) {
  const { app, url } = await openHouse({ accounts }, () => now);
  const posts = Array.from({ length: 130 }, (_, at) => postAt(at));
  await planInto(app.ledger, [...posts, ...more]);
  const bob = await joinAs(app, url, "author", "bob");
  const chips = async (query: string) => {
    const { text } = await bob.get(`/desk/calendar?${query}`);
    const ids = [...text.matchAll(/id="chip-(\w+)"/g)].map(([, id]) => id);
    return { text, ids };
  };
  return { app, bob, chips };
}

test("a day of the month shows its first posts, and the way to all of them with the same choice", async () => {
  const { app, chips } = await someHouse(postAt(120, { step: "draft", state: "draft" }));
  const month = await chips("day=2026-03-12&account=here");
  expect(month.ids).toHaveLength(8);
  const [first] = await app.ledger.deliveries.list({ account: "here" });
  expect(month.ids[0]).toBe(first?.id);
  expect(month.text).toContain("and 58 more");
  expect(month.text).toContain("one waits for somebody");
  const [, way = ""] =
    /href="[^"]*\/desk\/calendar\?(view=list&amp;day=2026-03-12[^"]*)"/.exec(month.text) ?? [];
  expect((await chips(way.replaceAll("&amp;", "&"))).ids).toHaveLength(66);
});

test("a week's days show more, and a day that has no more says nothing of it", async () => {
  const { chips } = await someHouse();
  const week = await chips("view=week&day=2026-03-12");
  expect(week.ids).toHaveLength(20);
  expect(week.text.match(/class="more"/g)).toHaveLength(1);
});

test("a list ends after whole days, and goes on where it ended", async () => {
  const day = 86_400_000;
  const later = (days: number) =>
    postAt(0, {
      step: `later${days}`,
      dueAt: new Date(Date.parse("2026-03-12T10:00:00Z") + days * day).toISOString(),
    });
  const { chips } = await someHouse(later(1), later(2));
  const first = await chips("view=list&day=2026-03-10");
  expect(first.ids).toHaveLength(130);
  expect(first.text).toMatch(/view=list&amp;day=2026-03-13" rel="next"/);
  expect(first.text).toMatch(/view=list&amp;day=2026-03-07" rel="prev"/);
  expect((await chips("view=list&day=2026-03-13")).ids).toHaveLength(2);
  expect((await chips("view=list&day=2026-03-12")).text).toContain("<title>Thu 12 March ·");
});

test("a post says that it is too close to one which the day does not show", async () => {
  const at = new Date(Date.parse("2026-03-11T23:00:00Z") + 7 * 600_000 + 60_000).toISOString();
  const { chips } = await someHouse({ account: "fedi", channel: "page", step: "close", dueAt: at });
  const { text, ids } = await chips("day=2026-03-12");
  expect(ids).toHaveLength(8);
  expect(text.match(/too close to another post/g)).toHaveLength(1);
});

test("a thread is one chip; parts stand alone where a choice leaves the first one out", async () => {
  const part = (number: number, state: "draft" | "scheduled") =>
    postAt(200 + number, { account: "fedi", step: "thread", part: number, parts: 3, state });
  const { chips } = await someHouse(part(1, "draft"), part(2, "scheduled"), part(3, "scheduled"));
  expect((await chips("view=list&day=2026-03-13")).ids).toHaveLength(1);
  expect((await chips("view=list&day=2026-03-13&state=draft")).ids).toHaveLength(1);
  expect((await chips("view=list&day=2026-03-13&state=scheduled")).ids).toHaveLength(2);
});

test("in German a day says how many more it has", async () => {
  const { bob, chips } = await someHouse();
  await bob.post("/language", { language: "de" });
  expect((await chips("day=2026-03-12")).text).toContain("und 122 weitere");
});
