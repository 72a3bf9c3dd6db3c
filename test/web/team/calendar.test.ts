import { expect, test } from "vitest";
import { spanOf } from "../../../src/web/team/span.ts";
import { planInto } from "../../fixtures/shop.ts";
import type { Pace } from "../../../src/model/slot.ts";
import { type Browser, joinAs, openHouse } from "./house.ts";

const noon = new Date("2026-03-10T12:00:00Z");
const quiet = {
  hours: { from: { hour: 22, minute: 0 }, to: { hour: 7, minute: 0 } },
  weekdays: [7 as const],
  dates: [],
};
const accounts = [
  { name: "here", channel: "page", settings: {} },
  {
    name: "fedi",
    channel: "mastodon",
    settings: { server: "https://fedi.org", accessToken: "x" },
    pace: { quiet },
  },
];

async function someHouse(pace?: Pace) {
  const own = accounts.map((one) => (pace && one.name === "fedi" ? { ...one, pace } : one));
  const { app, url } = await openHouse({ accounts: own }, () => noon);
  await planInto(app.ledger, [
    { account: "fedi", channel: "mastodon", dueAt: "2026-03-12T15:00:00.000Z" },
    { account: "fedi", channel: "mastodon", step: "reminder", dueAt: "2026-03-29T15:00:00.000Z" },
    { account: "here", channel: "page", state: "draft", dueAt: "2026-03-12T23:30:00.000Z" },
  ]);
  const [first, late, second] = await app.ledger.deliveries.list({});
  const dueOf = async (id: string) => (await app.ledger.deliveries.get(id))?.dueAt;
  return {
    app,
    url,
    first: first!,
    second: second!,
    late: late!,
    dueOf,
    bob: await joinAs(app, url, "author", "bob"),
  };
}

test("a month is whole weeks, and each post stands on its day of the site's wall clock", async () => {
  const { bob, first } = await someHouse();
  const page = (await bob.get("/desk/calendar?day=2026-03-10")).text;
  expect(page.match(/data-date=/g)).toHaveLength(42);
  const days = page.split("data-date=");
  expect(days.find((day) => day.includes(`chip-${first.id}`))).toMatch(/^"2026-03-12"/);
  // 23:30 UTC is half past midnight in Berlin.
  expect(days.find((day) => day.includes("00:30"))).toMatch(/^"2026-03-13"/);
  expect(page).toContain('data-quiet="fedi"');
});

test("it can be looked at by week, as a list, and by account and state", async () => {
  const { bob } = await someHouse();
  const chips = async (query: string) =>
    ((await bob.get(`/desk/calendar?${query}`)).text.match(/id="chip-/g) ?? []).length;
  expect(await chips("view=week&day=2026-03-10")).toBe(2);
  expect(await chips("view=list&day=2026-03-10")).toBe(3);
  expect(await chips("view=month&day=2026-03-10&account=fedi")).toBe(2);
  expect(await chips("view=month&day=2026-03-10&state=draft")).toBe(1);
  expect(await chips("view=nonsense&day=2026-13-99")).toBe(3);
});

test("a form moves a post to a time of the site's clock, and a person's name stands by it", async () => {
  const { app, bob, first, dueOf } = await someHouse();
  const back = "/desk/calendar?view=week&day=2026-03-10";
  const seen = await bob.post(`/desk/posts/${first.id}/move`, { date: "2026-03-30", time: "16:00", back });
  expect(seen.path).toBe(back);
  expect(await dueOf(first.id)).toBe("2026-03-30T14:00:00.000Z");
  expect((await bob.get("/desk/calendar?view=list&day=2026-03-30")).text).toContain("time chosen by bob");
  expect(await app.ledger.audit.list(9)).toContainEqual(
    expect.objectContaining({ who: "bob", action: "move" }),
  );
  await bob.post(`/desk/posts/${first.id}/move`, { date: "2026-03-30", time: "16:00", plan: first.id, back });
  expect((await app.ledger.deliveries.get(first.id))?.movedBy).toBeNull();
});

test("what a person moves into quiet hours or onto another post is moved, and they are told", async () => {
  const { bob, first, second } = await someHouse();
  const quietly = await bob.post(`/desk/posts/${first.id}/move`, {
    date: "2026-03-13",
    time: "23:00",
    back: "",
  });
  expect(quietly.text).toContain("fedi is to be quiet then");
  const onto = await bob.post(`/desk/posts/${second.id}/move`, {
    date: "2026-03-13",
    time: "23:02",
    back: "",
  });
  expect(onto.text).toContain("at nearly the same time");
  expect((await bob.get("/desk/calendar?view=week&day=2026-03-13")).text).toContain(
    "too close to another post",
  );
});

/** What stands against a post at a time of a day, as the page's script is told. */
async function placesOf(bob: Browser, id: string, first: string, last = first) {
  const { status, text } = await bob.get(`/desk/posts/${id}/places?first=${first}&last=${last}`);
  const days = JSON.parse(text) as Record<string, [from: number, to: number, what: string][]>;
  const at = (date: string, hour: number, minute = 0) =>
    days[date]?.find(([from, to]) => from <= hour * 60 + minute && hour * 60 + minute < to)?.[2];
  return { status, days, at };
}

test("before a post is dropped, each day says when its account is quiet, also over midnight", async () => {
  const { bob, first } = await someHouse();
  const { at } = await placesOf(bob, first.id, "2026-03-10", "2026-03-16");
  expect(at("2026-03-10", 13)).toBe("past already");
  expect(at("2026-03-10", 13, 1)).toBeUndefined();
  expect(at("2026-03-12", 6, 59)).toBe("quiet until 07:00");
  expect(at("2026-03-12", 7)).toBeUndefined();
  expect(at("2026-03-12", 22)).toBe("quiet until Fri 13 March, 07:00");
  // Out of the hours on Saturday it would come into Sunday, which is quiet too.
  expect(at("2026-03-14", 23)).toBe("quiet until Mon 16 March, 07:00");
  expect(at("2026-03-15", 12)).toBe("quiet all day");
});

test("an account's quiet hours are those of its own zone, over a change of clocks as well", async () => {
  const tokyo = { zone: "Asia/Tokyo", quiet: { ...quiet, weekdays: [] } };
  const { bob, first } = await someHouse({ ...tokyo, gap: null, perDay: null });
  const { at } = await placesOf(bob, first.id, "2026-03-27", "2026-03-30");
  // 22:00 to 07:00 in Tokyo is 14:00 to 23:00 in Berlin, and an hour later from 29 March on.
  expect(at("2026-03-28", 13, 59)).toBeUndefined();
  expect(at("2026-03-28", 14)).toBe("quiet until 23:00");
  expect(at("2026-03-29", 14)).toBeUndefined();
  expect(at("2026-03-29", 15)).toBe("quiet until Mon 30 March, 00:00");
});

test("another post within the account's own gap is named, across midnight too, and so is a day that is full", async () => {
  const pace = { zone: "Europe/Berlin", quiet: null, gap: 1200, perDay: 1 };
  const { app, bob, first } = await someHouse(pace);
  const near = { account: "fedi", channel: "mastodon", dueAt: "2026-03-20T22:58:00.000Z" };
  await planInto(app.ledger, [{ ...near, step: "midnight" }]);
  const { at } = await placesOf(bob, first.id, "2026-03-19", "2026-03-22");
  expect(at("2026-03-21", 0, 1)).toMatch(/^collides with 23:58 /);
  expect(at("2026-03-21", 0, 17)).toMatch(/^collides with 23:58 /);
  expect(at("2026-03-21", 0, 18)).toBeUndefined();
  expect(at("2026-03-20", 10)).toBe("full: one post is there already");
  expect(at("2026-03-20", 23, 40)).toMatch(/^collides with 23:58 .*; full: one post is there already$/);
  // Its own day is not full of itself.
  expect((await placesOf(bob, first.id, "2026-03-12")).at("2026-03-12", 10)).toBeUndefined();
});

test("places are told of posts and days that there are, and of no more than a page shows", async () => {
  const { bob, first } = await someHouse();
  expect((await placesOf(bob, "nothing", "2026-03-10")).status).toBe(404);
  expect((await placesOf(bob, first.id, "2026-02-30")).status).toBe(404);
  expect((await placesOf(bob, first.id, "2026-03-10", "2027-03-10")).status).toBe(404);
});

test.each([
  ["2026-02-30", "10:00"],
  ["2026-03-14", "25:00"],
  ["", ""],
  ["2020-01-01", "10:00"],
])("%s %s is no time to move to, and nothing is changed", async (date, time) => {
  const { bob, first, dueOf } = await someHouse();
  await bob.post(`/desk/posts/${first.id}/move`, { date, time, back: "https://evil.example" });
  expect(await dueOf(first.id)).toBe(first.dueAt);
});

test.each([
  ["month", "2026-02-10", "2026-01-26", "2026-03-01", "2026-01-31", "2026-03-01"],
  ["month", "2026-12-31", "2026-11-30", "2027-01-03", "2026-11-30", "2027-01-01"],
  ["week", "2026-03-01", "2026-02-23", "2026-03-01", "2026-02-16", "2026-03-02"],
  ["list", "2026-03-01", "2026-03-01", "2026-03-28", "2026-02-01", "2026-03-29"],
] as const)("a %s around %s", (view, date, first, last, before, after) => {
  expect(spanOf(view, date)).toEqual({ view, first, last, before, after });
});

test("what is said at one minute is one group, and the filter is open where something is chosen", async () => {
  const { app, bob, late } = await someHouse();
  await app.ledger.deliveries.change(late.id, ["draft"], { dueAt: "2026-03-12T15:00:00.000Z" }, noon);
  const page = (await bob.get("/desk/calendar?day=2026-03-12")).text;
  const group = page
    .split('<li class="group">')
    .find((one) => one.includes('<time datetime="2026-03-12T15:00:00.000Z">16:00'));
  expect(group?.match(/id="chip-/g)).toHaveLength(2);
  expect(page).toContain('<details class="fold" >');
  const chosen = (await bob.get("/desk/calendar?day=2026-03-12&account=here")).text;
  expect(chosen).toContain('<details class="fold" open>');
  expect(chosen).toContain("Show all</a");
});

test("weeks that are over and empty are low, and a month without posts says so", async () => {
  const { bob } = await someHouse();
  const days = (await bob.get("/desk/calendar?day=2026-03-10")).text
    .split("<li")
    .filter((day) => day.includes("data-date"));
  expect(days.filter((day) => day.includes("bygone"))).toHaveLength(14);
  expect((await bob.get("/desk/calendar?day=2026-07-10")).text).toContain("Nothing goes out in this time.");
});
