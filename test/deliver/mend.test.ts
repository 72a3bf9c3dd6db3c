import { describe, expect, it } from "vitest";
import { dispatcherOf } from "../../src/dispatch/local.ts";
import type { Channel, MendContext } from "../../src/channel/channel.ts";
import { ChannelError, type Failure } from "../../src/channel/failure.ts";
import type { Wish } from "../../src/ledger/corrections.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import type { Delivery } from "../../src/model/delivery.ts";
import { networkOf } from "../fixtures/network.ts";
import { noon, plannedLedger, someShop, type Shop } from "../fixtures/shop.ts";

interface Place {
  /** Every act upon a live post, in order. */
  readonly acts: string[];
  readonly contexts: (MendContext | undefined)[];
  /** What the next acts meet instead. */
  readonly mishaps: (Failure | "lose answer")[];
  readonly shop: Shop;
  readonly ledger: Ledger;
  sent(): Promise<readonly Delivery[]>;
  want(delivery: Delivery, remedy: Wish["remedy"], text?: string): Promise<unknown>;
  run(): Promise<readonly string[]>;
}

/** Posts that are live on a network that can change and remove them. */
async function somePlace(parts = 1): Promise<Place> {
  const network = networkOf("network", { sameFor: 3600 });
  const acts: string[] = [];
  const contexts: Place["contexts"] = [];
  const mishaps: Place["mishaps"] = [];
  const act = (what: string, context: MendContext | undefined): void => {
    const mishap = mishaps.shift();
    if (typeof mishap === "object") throw new ChannelError(mishap);
    acts.push(what);
    contexts.push(context);
    if (mishap === "lose answer") throw new Error("lost");
  };
  const channel: Channel = {
    ...network.channel,
    abilities: { ...network.channel.abilities, edit: true, remove: true },
    open: async (settings, io) => ({
      ...(await network.channel.open(settings, io)),
      edit: async (receipt, { text }, context) => {
        act(`edit ${receipt.remoteId} ${text}`, context);
        return receipt;
      },
      remove: async ({ remoteId }, context) => act(`remove ${remoteId}`, context),
    }),
  };
  const all = Array.from({ length: parts }, (_, index) => ({ part: index + 1, parts }));
  const ledger = await plannedLedger(all);
  const shop = someShop(ledger, { ...network, channel });
  await shop.run();
  const sent = () => ledger.deliveries.list({});
  return {
    acts,
    contexts,
    mishaps,
    shop,
    ledger,
    sent,
    want: (delivery, remedy, text = "Mended.") =>
      ledger.corrections.want([wishOf(delivery, remedy, text)], shop.workshop.now()),
    run: async () => {
      await dispatcherOf(shop.workshop).runDue();
      return (await ledger.corrections.list({})).map(({ state }) => state);
    },
  };
}

function wishOf(
  { id, account, part, parts, post, receipt }: Delivery,
  remedy: Wish["remedy"],
  text: string,
): Wish {
  const posts = Array.from({ length: parts }, () => ({ ...post, text }));
  const decision = { at: noon.toISOString(), who: "anna", action: "correct", subject: id, detail: null };
  const what = { remedy, changes: [], story: null, posts, who: "anna", decision };
  return { delivery: id, account, part, remoteId: receipt?.remoteId ?? null, ...what };
}

describe("a correction", () => {
  it("is done once, and the delivery says what the network does", async () => {
    const { want, run, sent, acts } = await somePlace();
    const [post] = await sent();
    await want(post!, "edit");
    expect(await run()).toEqual(["done"]);
    expect(await run()).toEqual(["done"]);
    expect(acts).toEqual([`edit ${post!.id} Mended.`]);
    expect((await sent())[0]).toMatchObject({ state: "sent", edited: true, post: { text: "Mended." } });
  });

  it("whose worker died is done again by whoever comes next, under the same key", async () => {
    const place = await somePlace();
    const { want, run, sent, ledger, shop, acts, contexts } = place;
    const [post] = await sent();
    await want(post!, "edit");
    const now = shop.workshop.now();
    const claimed = await ledger.mending.claim("one", "dead:1:b", now, 180);
    await ledger.mending.arm(claimed!, "dead:1:b", now, 180);
    expect(await run()).toEqual(["doing"]);
    shop.pass(181);
    expect(await run()).toEqual(["done"]);
    expect(acts).toHaveLength(1);
    expect(contexts).toEqual([{ key: claimed!.correction.id, again: true, since: now }]);
    expect(await ledger.mending.done(claimed!, "dead:1:b", now, post!.receipt)).toBe(false);
  });

  it("whose answer was lost is tried again, and nothing else is done to the post before that is settled", async () => {
    const { want, run, sent, shop, acts, mishaps } = await somePlace();
    const [post] = await sent();
    await want(post!, "edit", "First.");
    mishaps.push("lose answer");
    expect(await run()).toEqual(["wanted"]);
    await want(post!, "edit", "Second.");
    expect(await run()).toEqual(["dismissed", "wanted"]);
    shop.pass(61);
    expect(await run()).toEqual(["dismissed", "done"]);
    expect(acts).toEqual([`edit ${post!.id} First.`, `edit ${post!.id} Second.`]);
  });

  it("is not applied to a post whose receipt is not the one that was decided about", async () => {
    const { want, run, sent, ledger, acts } = await somePlace();
    const [post] = await sent();
    await want(post!, "remove");
    const other = { ...post!.receipt!, remoteId: "another" };
    await ledger.deliveries.change(post!.id, ["sent"], { receipt: other }, noon);
    expect(await run()).toEqual(["dismissed"]);
    expect(acts).toEqual([]);
    expect(await want(post!, "remove")).toMatchObject({
      no: expect.stringContaining("changed at the same moment"),
    });
  });

  it("that the network refuses is a person's, with another way out", async () => {
    const { want, run, sent, ledger, mishaps } = await somePlace();
    const [post] = await sent();
    await want(post!, "edit");
    mishaps.push({ kind: "refused", reason: "Too old." });
    expect(await run()).toEqual(["failed"]);
    expect((await ledger.corrections.list({}))[0]!.reason).toBe(
      `Too old. Choose another way: carillon correct ${post!.id} --by reply, replace or leave.`,
    );
  });

  it("of a network that stays down is given up after a day", async () => {
    const { want, run, sent, shop, mishaps } = await somePlace();
    const [post] = await sent();
    await want(post!, "remove");
    mishaps.push(...Array.from({ length: 99 }, () => ({ kind: "down", reason: "No route." }) as const));
    let tries = 0;
    while ((await run())[0] === "wanted") {
      shop.pass(3600);
      tries += 1;
    }
    expect(tries).toBe(25);
    expect((await sent())[0]!.state).toBe("sent");
  });

  it("goes before everything else that is due on the account, and never beside it", async () => {
    const { want, run, sent, ledger, shop, acts } = await somePlace();
    const [post] = await sent();
    await want(post!, "edit");
    const { entry, story, campaign, account, channel, part, parts, dueAt } = post!;
    const about = { entry, story, campaign, account, channel, part, parts, dueAt, post: post!.post };
    const next = {
      ...about,
      step: "reminder",
      state: "scheduled",
      approvalsNeeded: 0,
      reason: null,
    } as const;
    await ledger.deliveries.add([next], noon);
    const now = shop.workshop.now();
    expect(await ledger.claims.claim("one", "elsewhere:9:z", now, 180)).toBeUndefined();
    const claimed = await ledger.mending.claim("one", "elsewhere:9:z", now, 180);
    expect(claimed?.correction.remedy).toBe("edit");
    expect(await ledger.claims.due(now)).toEqual([]);
    expect(await ledger.claims.claim("one", "elsewhere:8:y", now, 180)).toBeUndefined();
    await run();
    expect(acts).toEqual([]);
    shop.pass(181);
    expect(await run()).toEqual(["done"]);
    expect((await sent()).map(({ state }) => state)).toEqual(["sent", "sent"]);
  });

  it("is done by one of many workers that run at the same time", async () => {
    const { want, sent, ledger, shop, acts } = await somePlace();
    const [post] = await sent();
    await want(post!, "edit");
    const workers = Array.from({ length: 12 }, (_, index) =>
      dispatcherOf({ ...shop.workshop, worker: `elsewhere:${index}:w` }),
    );
    await Promise.all(workers.map((worker) => worker.runDue()));
    expect(acts).toHaveLength(1);
    expect((await ledger.corrections.list({}))[0]!.state).toBe("done");
  });
});

describe("of a thread", () => {
  it("the last part is taken back first, and the others wait for it", async () => {
    const { want, run, sent, shop, acts, mishaps } = await somePlace(3);
    const posts = await sent();
    for (const post of posts) await want(post, "remove");
    mishaps.push({ kind: "down", reason: "No route." });
    await run();
    expect(acts).toEqual([]);
    shop.pass(40);
    await run();
    expect(acts).toEqual(posts.map(({ id }) => `remove ${id}`).toReversed());
  });

  it("nothing is posted anew where a part could not be taken down", async () => {
    const { want, run, sent, mishaps } = await somePlace(2);
    for (const post of await sent()) await want(post, "replace");
    mishaps.push({ kind: "refused", reason: "Too old." });
    expect(await run()).toEqual(["failed", "failed"]);
    expect((await sent()).map(({ state }) => state)).toEqual(["sent", "sent"]);
  });

  it("nothing is posted anew that somebody takes back for good meanwhile", async () => {
    const { want, run, sent, shop, ledger, mishaps } = await somePlace(2);
    const [first, second] = await sent();
    for (const post of [first!, second!]) await want(post, "replace");
    mishaps.push("lose answer");
    await run();
    await want(first!, "remove");
    shop.pass(120);
    await run();
    shop.pass(120);
    await run();
    expect((await sent()).map(({ state }) => state)).toEqual(["retracted", "retracted"]);
    expect((await ledger.corrections.list({})).filter(({ state }) => state === "wanted")).toEqual([]);
  });
});
