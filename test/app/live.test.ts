import { expect, it } from "vitest";
import { bell } from "../bench/site.ts";
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
  const { approvalBy } = await import("../../src/app/agreement.ts");
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
