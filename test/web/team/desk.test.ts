import { expect, test } from "vitest";
import { planInto } from "../../fixtures/shop.ts";
import { joinAs, makeBrowser, openHouse } from "./house.ts";

const accounts = [
  { name: "here", channel: "page", settings: {} },
  { name: "fedi", channel: "mastodon", settings: { server: "https://fedi.org", accessToken: "hush" } },
];
const at = new Date("2026-03-10T12:00:00Z");

async function someHouse(...planned: Parameters<typeof planInto>[1]) {
  const { app, url } = await openHouse({ accounts }, () => at);
  await planInto(app.ledger, planned);
  const deliveries = await app.ledger.deliveries.list({});
  const stateOf = async (id: string) => (await app.ledger.deliveries.get(id))?.state;
  return { app, url, deliveries, id: deliveries[0]?.id ?? "", stateOf };
}

const fedi = { account: "fedi", channel: "mastodon" };

test("a post that waits stands there with its reason and the one right thing to do", async () => {
  const { app, url, id, stateOf } = await someHouse({
    ...fedi,
    state: "held",
    reason: "It is <b>too</b> long.",
  });
  const anna = await joinAs(app, url, "approver", "anna");
  const page = (await anna.get("/desk")).text;
  expect(page).toContain("It is &lt;b&gt;too&lt;/b&gt; long.");
  expect(page).toContain("Release</button>");
  expect((await anna.post(`/desk/posts/${id}/decide`, { action: "release" })).text).toContain("Released.");
  expect(await stateOf(id)).toBe("scheduled");
  expect(await app.ledger.audit.list(9)).toContainEqual(
    expect.objectContaining({ who: "anna", action: "release", subject: id }),
  );
});

test("what waits for a person stands there, however much goes out before it", async () => {
  const dueAt = (minutes: number): string => new Date(at.getTime() + minutes * 60_000).toISOString();
  const { app, url } = await someHouse(
    ...Array.from({ length: 260 }, (_, of) => ({ ...fedi, step: `step${of}`, dueAt: dueAt(of + 1) })),
    { ...fedi, state: "held", reason: "It is too long.", dueAt: dueAt(999) },
  );
  const bob = await joinAs(app, url, "viewer");
  expect((await bob.get("/desk")).text).toContain("It is too long.");
});

test("where very much waits, the page says how much more than it shows", async () => {
  const held = Array.from({ length: 203 }, (_, of) => ({
    ...fedi,
    step: `step${of}`,
    state: "held" as const,
    reason: "It waits.",
  }));
  const { app, url } = await someHouse(...held);
  const bob = await joinAs(app, url, "viewer");
  const page = (await bob.get("/desk")).text;
  expect(page.match(/It waits\./g)).toHaveLength(200);
  expect(page).toContain("3 more wait, due later than these.");
  await bob.post("/language", { language: "de" });
  expect((await bob.get("/desk")).text).toContain("3 weitere warten");
});

test("an author holds and cancels, but does not make public what others must agree to", async () => {
  const { app, url, id, stateOf } = await someHouse({ ...fedi });
  const bob = await joinAs(app, url, "author", "bob");
  await bob.post(`/desk/posts/${id}/decide`, { action: "hold" });
  expect(await stateOf(id)).toBe("held");
  expect((await bob.post(`/desk/posts/${id}/decide`, { action: "release" })).text).toContain(
    "not yours to do",
  );
  expect(await stateOf(id)).toBe("held");
});

test("of an unsure post a person says where it is, or that it is not there", async () => {
  const { app, url, id, stateOf } = await someHouse({ ...fedi }, { account: "here", channel: "page" });
  const { claims } = app.ledger;
  await claims.claim("fedi", "w", at, 60);
  await claims.failed(id, "w", null, { state: "unsure", reason: "The answer was lost." });
  const anna = await joinAs(app, url, "approver", "anna");
  expect((await anna.get("/desk")).text).toContain("It is not there: send it again");
  const wrong = await anna.post(`/desk/posts/${id}/decide`, { action: "there", detail: "nowhere" });
  expect(wrong.text).toContain("Copy the address of the post itself");
  await anna.post(`/desk/posts/${id}/decide`, { action: "again" });
  expect(await stateOf(id)).toBe("scheduled");
});

test("a held entry is announced or not, as an approver says", async () => {
  const { app, url } = await someHouse();
  const [known] = await app.ledger.entries.list(["news"], 1);
  await app.ledger.entries.decide(known!.id, ["news"], "held", "More than ten at once.", at);
  const anna = await joinAs(app, url, "approver", "anna");
  expect((await anna.get("/desk")).text).toContain("More than ten at once.");
  await anna.post(`/desk/entries/${known!.id}/release`);
  expect((await app.ledger.entries.get(known!.id))?.state).toBe("news");
});

test("one button holds everything; its release shows what came due, and only what is chosen goes out", async () => {
  const tomorrow = new Date(at.getTime() + 86_400_000).toISOString();
  const { app, url, deliveries, stateOf } = await someHouse(
    { ...fedi },
    { account: "here", channel: "page" },
    { ...fedi, step: "reminder", dueAt: tomorrow },
  );
  const [bob, anna] = [await joinAs(app, url, "author", "bob"), await joinAs(app, url, "approver", "anna")];
  const stopped = await bob.post("/desk/hold", { reason: "The link is <i>wrong</i>." });
  expect(stopped.text).toContain("bob holds everything: The link is &lt;i&gt;wrong&lt;/i&gt;.");
  await app.dispatcher.runDue();
  expect(await Promise.all(deliveries.map(({ id }) => stateOf(id)))).toEqual(Array(3).fill("scheduled"));
  const page = (await anna.get("/desk/release")).text;
  const due = deliveries.filter(({ dueAt }) => dueAt !== tomorrow).map(({ id }) => id);
  expect(Array.from(page.matchAll(/name="id" value="(\w+)"/g), ([, id = ""]) => id).toSorted()).toEqual(
    due.toSorted(),
  );
  const chosen = deliveries.find(({ account }) => account === "here")!.id;
  expect((await anna.post("/desk/release", { id: chosen })).text).toContain("1 stay held");
  expect(await app.ledger.stops.current()).toBeNull();
  const states = await Promise.all(
    deliveries.map(async ({ id, account, step }) => `${account} ${step} ${await stateOf(id)}`),
  );
  expect(states.toSorted()).toEqual([
    "fedi announcement held",
    "fedi reminder scheduled",
    "here announcement scheduled",
  ]);
});

test("until somebody has joined, who is at this machine may look, and change nothing", async () => {
  const { app, url, id, stateOf } = await someHouse({ ...fedi });
  const guest = makeBrowser(url);
  expect((await guest.get("/desk")).text).toContain("Nobody has joined yet");
  expect((await guest.get("/desk")).text).not.toContain("Hold everything");
  expect((await guest.post(`/desk/posts/${id}/decide`, { action: "hold" })).path).toMatch(/^\/sign-in/);
  expect(await stateOf(id)).toBe("scheduled");
  const afar = await fetch(`${url}/desk`, {
    headers: { "x-forwarded-for": "203.0.113.7" },
    redirect: "manual",
  });
  expect(afar.headers.get("location")).toMatch(/^\/sign-in/);
  await joinAs(app, url, "viewer");
  expect((await guest.get("/desk")).path).toMatch(/^\/sign-in/);
});

test("what went out and is no longer right is shown word by word, and answered there", async () => {
  const { app, url } = await someHouse();
  const anna = await joinAs(app, url, "approver", "anna");
  expect((await anna.get("/desk")).text).toContain("All is well");
  expect((await anna.post("/desk/posts/none/correct", { by: "edit" })).path).toBe("/desk");
});

test("all drafts of an entry stand there as one", async () => {
  const draft = { ...fedi, state: "draft" as const, approvalsNeeded: 1 };
  const { app, url } = await someHouse(
    draft,
    { ...draft, step: "reminder" },
    { ...draft, account: "here", channel: "page" },
  );
  const page = (await (await joinAs(app, url, "approver")).get("/desk")).text;
  expect(page).toContain("3 drafts are to be agreed to");
  expect(page.match(/class="need"/g)).toHaveLength(1);
});

test("the navigation counts what waits for whoever looks: drafts by their entry, until they have agreed", async () => {
  const { app, url, deliveries } = await someHouse(
    { ...fedi, state: "held" },
    { ...fedi, step: "one", state: "draft", approvalsNeeded: 2 },
    { ...fedi, step: "two", state: "draft", approvalsNeeded: 2 },
  );
  const anna = await joinAs(app, url, "approver", "anna");
  const said = async (one: typeof anna) =>
    / class="unseen">, ([^<]+)</.exec((await one.get("/desk/people")).text)?.[1];
  expect(await said(anna)).toBe("2 things wait");
  expect(await said(await joinAs(app, url, "author", "bob"))).toBe("one thing waits");
  expect(await said(await joinAs(app, url, "viewer", "vera"))).toBeUndefined();
  const approvals = [{ by: "anna", at: at.toISOString() }];
  for (const { id, state } of deliveries.filter((one) => one.state === "draft"))
    await app.ledger.deliveries.change(id, [state], { approvals }, at);
  expect(await said(anna)).toBe("one thing waits");
  const page = (await anna.get("/desk")).text;
  expect(page).toContain("You have agreed. Somebody else still has to.");
  expect(page).not.toContain("Look at them, and agree");
});

test("a new house says what to do next to whoever can do it, and not for ever", async () => {
  const { app, url } = await openHouse({ accounts: accounts.slice(0, 1) }, () => at);
  const eve = await joinAs(app, url, "administrator", "eve");
  const page = (await eve.get("/desk")).text;
  expect(page).toContain("Three steps to begin with");
  expect(page).not.toContain("All is well");
  expect(page).not.toContain(">done<");
  expect((await (await joinAs(app, url, "viewer", "vera")).get("/desk")).text).toContain("All is well");
  expect((await eve.get("/desk")).text).toContain(">done<");
});

test("near days have their names, and the zone is said once", async () => {
  const due = { ...fedi, state: "scheduled" } as const;
  const { app, url } = await someHouse(
    { ...due, dueAt: "2026-03-10T15:00:00.000Z" },
    { ...due, step: "b", dueAt: "2026-03-10T23:30:00.000Z" },
    { ...due, step: "c", dueAt: "2027-03-11T15:00:00.000Z" },
  );
  const vera = await joinAs(app, url, "viewer", "vera");
  const page = (await vera.get("/desk")).text;
  const times = Array.from(page.matchAll(/<time datetime="[^"]+">([^<]+)</g), ([, time]) => time);
  expect(times).toEqual(["today, 16:00", "tomorrow, 00:30", "Thu, 11 Mar 2027, 16:00"]);
  expect(page.match(/Europe\/Berlin/g)).toHaveLength(1);
  await vera.post("/language", { language: "de" });
  expect((await vera.get("/desk")).text).toContain("heute, 16:00");
});

test("where a post was made by hand on a network that cannot be reached, its address is kept, and can be recorded unchecked", async () => {
  const settings = { server: "http://127.0.0.1:1" };
  const byHand = { name: "fedi", channel: "mastodon", settings, handoff: { name: "Eve" } };
  const { app, url } = await openHouse({ accounts: [byHand] }, () => at);
  await planInto(app.ledger, [fedi]);
  const [{ id } = { id: "" }] = await app.ledger.deliveries.list({});
  await app.dispatcher.runDue();
  const anna = await joinAs(app, url, "approver", "anna");
  const detail = 'http://127.0.0.1:1/@us/1?"><i>';
  const asked = await anna.post(`/desk/posts/${id}/decide`, { action: "there", detail });
  expect(asked.text).toContain("it can be recorded without checking");
  expect(asked.text).toContain('value="http://127.0.0.1:1/@us/1?&quot;&gt;&lt;i&gt;"');
  expect((await app.ledger.deliveries.get(id))?.state).toBe("handed");
  const done = await anna.post(`/desk/posts/${id}/decide`, {
    action: "unchecked",
    detail: `${settings.server}/@us/1`,
  });
  expect(done.text).toContain("Recorded as sent, unchecked");
  expect(await app.ledger.deliveries.get(id)).toMatchObject({
    state: "sent",
    receipt: { permalink: `${settings.server}/@us/1`, confirmedBy: "anna" },
  });
  expect(await app.ledger.audit.list(9)).toContainEqual(
    expect.objectContaining({ who: "anna", action: "resolve", detail: expect.stringContaining("unchecked") }),
  );
});

test("drafts that wait for whoever looks come before what others post by hand, and what is late says so", async () => {
  const byHand = { ...accounts[1]!, handoff: { name: "Eve" } };
  const { app, url } = await openHouse({ accounts: [accounts[0]!, byHand] }, () => at);
  const here = { account: "here", channel: "page", state: "draft", approvalsNeeded: 1 } as const;
  const past = "2026-03-10T10:00:00.000Z";
  await planInto(app.ledger, [fedi, { ...here, dueAt: past }, { ...here, step: "reminder" }]);
  await app.dispatcher.runDue();
  const [anna, eve] = [await joinAs(app, url, "approver", "anna"), await joinAs(app, url, "approver", "eve")];
  const [first, second] = ["2 drafts are to be agreed to", "Eve posts it by hand: open"];
  const seen = (await anna.get("/desk")).text;
  expect(seen.split(first)[1]).toContain(second);
  expect((await eve.get("/desk")).text.split(second)[1]).toContain(first);
  expect(seen).toContain("The time of 1 has passed: what is late goes out at once");
  const [{ entry } = { entry: "" }] = await app.ledger.deliveries.list({});
  for (const path of [`entries/${entry}`, "calendar"])
    expect((await anna.get(`/desk/${path}`)).text.match(/Its time has passed: it goes out/g)).toHaveLength(1);
  for (const path of [`entries/${entry}`, "history"])
    expect((await anna.get(`/desk/${path}`)).text).not.toContain("open the network");
});
