import { expect, test } from "vitest";
import { round } from "../../../src/app/round.ts";
import { someSource } from "../../fixtures/app.ts";
import { clock, someCampaign, someStep } from "../../fixtures/plan.ts";
import { someDocument } from "../../fixtures/replay.ts";
import { joinAs, makeBrowser, openHouse } from "./house.ts";

const feedOf = (title: string): string =>
  `<rss version="2.0"><channel><title>x</title><link>https://127.0.0.1/</link><description>x</description>
   ${title && `<item><title>${title}</title><link>https://127.0.0.1/1/</link><guid>1</guid><pubDate>Tue, 10 Mar 2026 00:00:00 GMT</pubDate><description>What rang.</description></item>`}</channel></rss>`;

const span = "from=2026-03-10&to=2026-03-20";

/** A service in which an announcement is planned, and a reminder would be with the next plan. */
async function someHouse(title = "The Bell Gazette") {
  let now = new Date("2026-03-10T12:00:00Z");
  const feed = await someDocument(feedOf(""));
  const steps = [
    someStep({ to: ["here", "there"] }),
    someStep({
      name: "reminder",
      to: ["here"],
      after: 4 * 86_400,
      at: { kind: "clock", clock: clock(10) },
    }),
  ];
  const { app, url } = await openHouse(
    {
      sources: [someSource(feed.url)],
      accounts: ["here", "there"].map((name) => ({ name, channel: "page", settings: {} })),
      campaigns: [someCampaign(steps)],
    },
    () => now,
  );
  await round(app, () => undefined);
  feed.set(feedOf(title));
  await round(app, () => undefined);
  const bob = await joinAs(app, url, "author", "bob");
  return { app, url, bob, wait: (days: number) => void (now = new Date(now.getTime() + days * 86_400_000)) };
}

test("what would go out stands on its days, with lengths and sums, and nothing is changed by looking", async () => {
  const { app, bob } = await someHouse();
  expect((await bob.get("/desk/simulate")).text).not.toContain("data-date=");
  const page = (await bob.get(`/desk/simulate?${span}`)).text;
  expect([...page.matchAll(/data-date="([^"]+)"/g)].map(([, day]) => day)).toEqual([
    "2026-03-10",
    "2026-03-14",
  ]);
  expect(page).toContain("3 posts");
  expect(page).toContain("10 of 20000 characters");
  expect(page).toContain("Nothing: all is as planned.");
  expect((await bob.get(`/desk/simulate?${span}&account=there`)).text).toContain("1 post<");
  expect(await app.ledger.deliveries.counts()).toEqual({ scheduled: 3 });
});

test("what the next planning changes is shown before it does, with its reason", async () => {
  const { app, bob } = await someHouse();
  Object.assign(app.config.campaigns[0]!, { steps: [someStep({ to: ["here"] })] });
  const page = (await bob.get(`/desk/simulate?${span}`)).text;
  expect(page).toContain("What the next planning changes");
  expect(page.match(/class="state held"/g)).toHaveLength(2);
  expect(page).toContain("announcement no longer goes to there.");
  expect(page).toContain("no step reminder any more");
});

test("a busy month is a page of posts and changes at a time, each once, with the sums of all", async () => {
  const { app, bob } = await someHouse();
  const [one] = await app.ledger.deliveries.list({ account: "there" });
  const start = Date.parse("2026-03-15T08:00:00Z");
  const many = Array.from({ length: 120 }, (_, place) => ({
    ...one!,
    state: "scheduled" as const,
    wantedAt: one!.dueAt,
    step: `old/${String(place).padStart(3, "0")}`,
    dueAt: new Date(start + place * 600_000).toISOString(),
  }));
  await app.ledger.deliveries.add(many, app.now());
  for (const { id } of await app.ledger.deliveries.list({ from: new Date(start).toISOString() }))
    await app.ledger.deliveries.change(id, ["scheduled"], { movedBy: "anna" }, app.now());
  const first = (await bob.get(`/desk/simulate?${span}`)).text;
  expect(first).toContain("123 posts");
  expect(first).toContain("Show the next of 73 more");
  expect(first).toContain("Show the next of 70 more");
  const stepsOn = async (name: string): Promise<readonly string[]> => {
    const link = new RegExp(`href="/desk/(simulate\\?[^"]*${name}=[^"]*)"`);
    const shown: string[] = [];
    for (let page = first, at = link.exec(page); at; at = link.exec(page)) {
      page = (await bob.get(`/desk/${at[1]!.replaceAll("&amp;", "&")}`)).text;
      shown.push(...[...page.matchAll(/old\/\d+/g)].map(([step]) => step));
    }
    return shown;
  };
  const all = many.map(({ step }) => step);
  expect(await stepsOn("after")).toEqual(all.slice(47));
  expect(await stepsOn("past")).toEqual(all.slice(50));
});

test("a link shows the rehearsal as it was to whoever has it, until it is ended or a week is over", async () => {
  const { app, url, bob, wait } = await someHouse();
  const share = async (): Promise<string> => {
    const page = await bob.post("/desk/simulate/share", { from: "2026-03-10", to: "2026-03-20" });
    return /\/simulated\/([\w-]{43})/.exec(page.text)?.[1] ?? "";
  };
  const secret = await share();
  const guest = makeBrowser(url);
  const seen = await guest.get(`/simulated/${secret}`);
  expect(seen.status).toBe(200);
  expect(seen.text).toContain("bob shared this rehearsal with you");
  expect(seen.text).toContain("3 posts");
  expect(seen.text).not.toContain('<form class="filter"');
  const kept = JSON.stringify(await app.ledger.store.read("SELECT * FROM simulation"));
  expect(kept).not.toContain(secret);
  for (const { id } of await app.ledger.deliveries.list({}))
    await app.ledger.deliveries.change(id, ["scheduled"], { state: "cancelled" }, app.now());
  expect((await guest.get(`/simulated/${secret}`)).text).toContain("3 posts");
  const [link] = await app.ledger.simulations.list(app.now());
  await bob.post(`/desk/simulate/links/${link!.id}/end`);
  expect((await guest.get(`/simulated/${secret}`)).status).toBe(410);
  const other = await share();
  wait(7.1);
  expect((await guest.get(`/simulated/${other}`)).status).toBe(410);
  const actions = (await app.ledger.audit.list(9)).map(({ who, action }) => `${who}: ${action}`);
  expect(actions).toEqual(expect.arrayContaining(["bob: share simulation", "bob: end shared simulation"]));
});

test("who may only look on rehearses too, and cannot share", async () => {
  const { app, url } = await someHouse();
  const viewer = await joinAs(app, url, "viewer", "vera");
  const page = await viewer.get(`/desk/simulate?${span}`);
  expect(page.text).toContain("3 posts");
  expect(page.text).not.toContain("/desk/simulate/share");
  expect((await viewer.post("/desk/simulate/share", { from: "2026-03-10" })).status).toBe(403);
});

test("it speaks German, and dates that are none are the usual ones", async () => {
  const { bob } = await someHouse();
  await bob.post("/language", { language: "de" });
  const page = (await bob.get(`/desk/simulate?${span}`)).text;
  expect(page).toContain("Was hinausginge");
  expect(page).toContain("Di., 10. März");
  const odd = await bob.get("/desk/simulate?from=2026-02-31&to=x");
  expect(odd.status).toBe(200);
  expect(odd.text).toContain('value="2026-03-10"');
  expect((await bob.get("/desk/simulate?from=2026-03-20&to=2026-03-01")).text).toContain(
    "Das Ende liegt vor dem Anfang",
  );
});

test("what a feed says stays words", async () => {
  const { bob } = await someHouse("&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;");
  const page = (await bob.get(`/desk/simulate?${span}`)).text;
  expect(page).not.toMatch(/<script>alert|<img src=x/);
});
