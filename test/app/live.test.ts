import { expect, it, onTestFinished } from "vitest";
import { approvalBy } from "../../src/app/agreement.ts";
import { release } from "../../src/app/decisions.ts";
import { lookAhead } from "../../src/app/live.ts";
import { lookoutOf } from "../../src/app/lookout.ts";
import { previewsOf } from "../../src/app/previews.ts";
import { renewCards } from "../../src/app/recard.ts";
import { statusOf } from "../../src/app/status.ts";
import { decide } from "../../src/app/team/decide.ts";
import { needsOf } from "../../src/app/team/needs.ts";
import type { Wait } from "../../src/model/campaign.ts";
import { findChannel } from "../../src/registry.ts";
import { makeIo } from "../bench/io.ts";
import { bell, startSite } from "../bench/site.ts";
import { someEntry } from "../fixtures/entry.ts";
import { someVigil } from "../fixtures/live.ts";

const states = (all: readonly { readonly state: string }[]) => all.map(({ state }) => state);

it("waits for an entry's page, asks once for all, and sends when it is there", async () => {
  const { site, look, run, pass, app } = await someVigil();
  site.announce("march");
  const waiting = await look();
  expect(states(waiting)).toEqual(["scheduled", "scheduled"]);
  expect(waiting[0]?.reason).toBe(`It waits for its page: ${site.url}/march/ answers 404.`);
  // Composing asks too, once for all.
  expect(site.asked("/march/")).toBe(2);
  site.build("march");
  pass(1);
  const sent = await run();
  expect(states(sent)).toEqual(["sent", "sent"]);
  expect(site.asked("/march/")).toBe(3);
  expect(sent.map(({ firstDueAt }) => firstDueAt)).toEqual(waiting.map(({ firstDueAt }) => firstDueAt));
  expect(sent.map(({ tries, waitsSince }) => [tries, waitsSince])).toEqual([
    [0, null],
    [0, null],
  ]);
  expect((await app.ledger.deliveries.list({}))[0]?.post.card?.description).toBe("All of march.");
});

it("says what is missing of the card, and of its image", async () => {
  const { site, look, run, pass } = await someVigil();
  site.announce("march", "");
  site.build("march", { description: "" });
  expect((await look())[0]?.reason).toBe(
    "It waits for its page: the page's card has no description (og:description).",
  );
  site.build("march", { image: Buffer.from("<html>Not found</html>") });
  pass(1);
  expect((await run())[0]?.reason).toBe(
    `It waits for its page: the card's image ${site.url}/march.png is no PNG, JPEG, GIF or WebP image.`,
  );
  site.build("march", { image: bell });
  pass(1);
  expect(states(await run())).toEqual(["sent", "sent"]);
});

it("waits for the page alone where the campaign says so", async () => {
  const { site, look } = await someVigil({ live: true, card: false });
  site.announce("march", "");
  site.build("march", { description: "", image: Buffer.from("nothing") });
  expect(states(await look())).toEqual(["sent", "sent"]);
});

it("sends what was approved with the card that was approved", async () => {
  const { site, look, run, pass, app } = await someVigil(
    { live: true },
    { review: { approvals: 1, expires: null } },
  );
  site.announce("march", "As the feed tells it.");
  const drafts = await look();
  expect(states(drafts)).toEqual(["draft", "draft"]);
  for (const draft of drafts) {
    const approvals = [approvalBy("anna", draft, app.now())];
    await app.ledger.deliveries.change(draft.id, ["draft"], { state: "scheduled", approvals }, app.now());
  }
  expect((await run())[0]?.reason).toContain("answers 404");
  site.build("march");
  pass(1);
  const sent = await run();
  expect(states(sent)).toEqual(["sent", "sent"]);
  expect(sent[0]?.post.card?.description).toBe("As the feed tells it.");
});

it("keeps the account's gap and order for what waited together", async () => {
  const { site, look, run, pass, app } = await someVigil();
  site.announce("march");
  await look();
  site.announce("april");
  pass(2);
  await look();
  site.build("march");
  site.build("april");
  pass(1);
  const first = await run();
  expect(states(first).filter((state) => state === "sent")).toHaveLength(2);
  pass(5);
  const all = await run();
  expect(states(all)).toEqual(["sent", "sent", "sent", "sent"]);
  const here = all.filter(({ account }) => account === "here");
  const times = here.map(({ receipt }) => Date.parse(receipt?.at ?? ""));
  expect(Math.abs((times[1] ?? 0) - (times[0] ?? 0))).toBeGreaterThanOrEqual(300_000);
  expect(app.config.campaigns).toHaveLength(1);
});

it("looks again at once when it is hurried, and keeps when it was first due", async () => {
  const { site, look, run, app } = await someVigil();
  site.announce("march");
  const [before] = await look();
  site.build("march");
  app.lookout.forget();
  expect(await app.ledger.claims.hurry()).toBe(2);
  const [after] = await run();
  expect(after).toMatchObject({ state: "sent", firstDueAt: before?.firstDueAt });
});

it("keeps the address of a card that goes out, which may say through whom readers came", async () => {
  const { site, look, run, pass, app } = await someVigil();
  site.announce("march");
  const [first] = await look();
  const tracked = `${site.url}/march/?utm_source=here`;
  const post = { ...first!.post, card: { ...first!.post.card!, url: tracked } };
  await app.ledger.deliveries.change(first!.id, ["scheduled"], { post }, app.now());
  site.build("march");
  pass(1);
  await run();
  const sent = await app.ledger.deliveries.get(first!.id);
  expect(sent?.post.card).toMatchObject({ url: tracked, description: "All of march." });
});

it("reads the cards of drafts again, until somebody has agreed", async () => {
  const { site, look, app } = await someVigil({ live: true }, { review: { approvals: 1, expires: null } });
  site.announce("march");
  const [one, other] = await look();
  const approvals = [approvalBy("anna", one!, app.now())];
  await app.ledger.deliveries.change(one!.id, ["draft"], { approvals }, app.now());
  site.build("march");
  app.lookout.forget();
  await renewCards(app, "news");
  const cardOf = async (id: string) => (await app.ledger.deliveries.get(id))?.post.card?.description;
  expect(await cardOf(one!.id)).toBe("What rang in march.");
  expect(await cardOf(other!.id)).toBe("All of march.");
});

it("tells a person what is missing after its patience, and goes on waiting", async () => {
  const { site, look, run, pass, app } = await someVigil({ live: true, patience: 7200 });
  site.announce("march");
  await look();
  pass(119);
  await run();
  expect((await statusOf(app)).alarms).toEqual([]);
  pass(1);
  const waiting = await run();
  const { alarms } = await statusOf(app);
  expect(alarms).toHaveLength(1);
  expect(alarms[0]).toMatchObject({
    severity: "alarm",
    text: `2 posts (to here, there) wait for the page of their entry: ${site.url}/march/ answers 404.`,
  });
  expect(states(waiting)).toEqual(["scheduled", "scheduled"]);
  site.build("march");
  pass(15);
  expect(states(await run())).toEqual(["sent", "sent"]);
  expect((await statusOf(app)).alarms).toEqual([]);
});

it("shows in a preview what it would wait for", async () => {
  const { site, look, app } = await someVigil();
  site.announce("march");
  await look();
  const [known] = await app.ledger.entries.list(["news"], 1);
  const previews = await previewsOf(app, { entry: known!.entry, others: false });
  expect(previews.map(({ waitsFor }) => waitsFor)).toEqual([
    [`${site.url}/march/ answers 404`],
    [`${site.url}/march/ answers 404`],
  ]);
});

it("waits for what networks read themselves: the page's own image, as large as they want it", async () => {
  const site = await startSite();
  onTestFinished(() => site.server.close());
  site.build("march", { title: "T" });
  const channel = await findChannel("facebook");
  const entry = someEntry({ url: `${site.url}/march/`, image: { url: `${site.url}/figure.png`, alt: "" } });
  const post = { card: null, media: [] };
  const waiting = { entry, story: null, post, channel: channel!, limits: channel!.limits };
  const lookout = lookoutOf(makeIo());
  const look = (wait: Wait) => lookAhead({ ...waiting, wait, settled: true }, lookout, false);
  expect((await look({ live: true })).lacks).toEqual([
    `the card's image ${site.url}/march.png has 48 × 48 pixels, and 200 × 200 are the least here`,
  ]);
  expect((await look({ live: true, card: false })).lacks).toEqual([]);
});

it("who releases what waits for its page sends it without, and the others go on waiting; the page has a button for it", async () => {
  const { site, look, run, app, pass } = await someVigil();
  site.announce("march");
  const [first, second] = await look();
  expect((await needsOf(app).all()).waiting).toEqual([]);
  expect(await needsOf(app).atHand(first!.id)).toBe("release");
  pass(1);
  const written = await decide(app, first!.id, "release", "", "anna");
  expect(written).toEqual({ done: true, lines: ["It goes out now, without waiting for its page."] });
  expect(states(await run())).toEqual(["sent", "scheduled"]);
  expect(await app.ledger.audit.list(1)).toMatchObject([
    { who: "anna", action: "release", subject: first!.id },
  ]);
  // After six hours it stands among what needs somebody, with the alarm's own sentence, once.
  pass(7 * 60);
  await run();
  const { waiting, alarms } = await needsOf(app).all();
  expect(waiting).toMatchObject([{ id: second!.id, state: "scheduled", atHand: "release" }]);
  expect(alarms).toEqual([]);
  expect(await release(app, second!, "ben")).toMatchObject({ done: true });
  expect(states(await run())).toEqual(["sent", "sent"]);
  expect(await decide(app, first!.id, "release", "", "anna")).toMatchObject({ done: false });
});
