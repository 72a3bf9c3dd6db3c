import { describe, expect, it } from "vitest";
import { poll } from "../../src/app/poll.ts";
import { statusOf, troubles } from "../../src/app/status.ts";
import { needsOf } from "../../src/app/team/needs.ts";
import { watch } from "../../src/app/watch.ts";
import { round } from "../../src/app/round.ts";
import { passes } from "../../src/watch/alarm.ts";
import { unseen } from "../../src/ledger/sources.ts";
import { someApp, someSource } from "../fixtures/app.ts";
import { someDocument } from "../fixtures/replay.ts";
import { correct } from "../../src/app/correct.ts";
import { openCorrections, shortDifference } from "../../src/app/corrections.ts";
import { edit } from "../../src/app/edit.ts";
import {
  feedOf,
  page,
  someGazette,
  someMastodon,
  someStep,
  someWebhook,
  type Gazette,
} from "../fixtures/correcting.ts";

const offered = async ({ app }: Gazette): Promise<readonly string[]> =>
  (await openCorrections(app)).map(
    ({ correction, delivery }) => `${delivery.account} ${shortDifference(correction)}`,
  );

describe("nothing is offered", () => {
  const noise: Readonly<Record<string, { title?: string; link?: string; body?: string }>> = {
    "other HTML around the same words": {
      body: '<div class="new"><p id="a" lang="en">What\n <b>rang</b>.</p></div>',
    },
    "typographic quotes and white space": {
      title: "The  Bell\u00a0Gazete",
      body: "<p>What rang.</p><p></p>",
    },
    "tracking parameters": { link: "https://bells.example.org/1/?utm_source=feed&utm_medium=rss" },
  };

  it.each(Object.entries(noise))("for %s", async (_what, issue) => {
    const gazette = await someGazette([page]);
    await gazette.say(issue);
    expect(await offered(gazette)).toEqual([]);
    expect(await gazette.app.ledger.entries.changed()).toEqual([]);
  });

  it("where quotes only became round", async () => {
    const gazette = await someGazette([page], { title: `The "Bell" Gazette's issue` });
    await gazette.say({ title: "The “Bell” Gazette’s issue" });
    expect(await offered(gazette)).toEqual([]);
  });
});

describe("what changed after it went out", () => {
  it("is offered once, with the difference, and renewed when it changes again", async () => {
    const { account } = await someMastodon();
    const gazette = await someGazette([account, page]);
    await gazette.say({ title: "The Bell Gazette" });
    await gazette.say({ title: "The Bell Gazette" });
    const difference = "title: The Bell Gazete → The Bell Gazette";
    expect((await offered(gazette)).toSorted()).toEqual([`bells ${difference}`, `here ${difference}`]);
    await gazette.say({ title: "The Bell Gazette, March", link: "https://bells.example.org/2/" });
    expect((await offered(gazette))[0]).toContain(
      "title: The Bell Gazete → The Bell Gazette, March; link: https://bells.example.org/1/ → https://bells.example.org/2/",
    );
    expect(await gazette.app.ledger.corrections.list({})).toHaveLength(2);
  });

  it("is no more offered once the entry says again what was sent", async () => {
    const gazette = await someGazette([page]);
    await gazette.say({ title: "The Bell Gazette" });
    await gazette.say({ title: "The Bell Gazete" });
    expect(await offered(gazette)).toEqual([]);
    await gazette.say({ title: "The Bell Gazette" });
    expect(await offered(gazette)).toHaveLength(1);
  });

  it("is offered also where the process died between reading and comparing", async () => {
    const gazette = await someGazette([page]);
    const { app, config } = gazette;
    const feed = await someDocument(feedOf({ title: "The Bell Gazette" }));
    const known = (await app.ledger.sources.all()).get("news");
    await poll(app, someSource(feed.url), known ?? unseen("news"));
    expect(await offered(gazette)).toEqual([]);
    const next = await someApp({ ...config, sources: [] }, gazette.now);
    await round(next, () => undefined);
    expect(await offered(gazette)).toHaveLength(1);
  });

  it("is not offered again after somebody left it, unless it changes again", async () => {
    const gazette = await someGazette([page]);
    await gazette.say({ title: "The Bell Gazette" });
    const [post] = await gazette.posts("here");
    await correct(gazette.app, post!.id, "leave", "anna");
    await gazette.say({ title: "The Bell Gazette", body: "<p>What rang.</p><!-- -->" });
    expect(await offered(gazette)).toEqual([]);
    await gazette.say({ title: "The Bell Gazette!" });
    expect(await offered(gazette)).toEqual(["here title: The Bell Gazete → The Bell Gazette!"]);
  });

  it("reaches a person's own words only where they say what changed", async () => {
    const { account } = await someMastodon();
    const gazette = await someGazette([account]);
    const [post] = await gazette.posts("bells");
    await edit("Ring! The Bell Gazete is here: https://bells.example.org/1/")(gazette.app, post!, "anna");
    await gazette.say({ body: "<p>What rang in March.</p>" });
    expect(await offered(gazette)).toEqual([]);
    await gazette.say({ title: "The Bell Gazette", body: "<p>What rang in March.</p>" });
    await correct(gazette.app, post!.id, null, "anna");
    expect((await gazette.posts("bells"))[0]!.post.text).toBe(
      "Ring! The Bell Gazette is here: https://bells.example.org/1/",
    );
  });

  it("of one story concerns the posts about that story", async () => {
    const { account } = await someWebhook();
    const items = (link: string) =>
      `<h2>News</h2><ul><li>Bells were cast in <a href="${link}">the old foundry</a> again.</li><li>The ringers of <a href="https://r.example.org/">the tower</a> met.</li></ul>`;
    const steps = [someStep([account.name], { name: "highlights", each: "story" })];
    const gazette = await someGazette(
      [account],
      { title: "The Bell Newsletter", body: items("https://f.example.org/wrong") },
      steps,
      new Date(),
    );
    expect(await gazette.posts("hook")).toHaveLength(2);
    await gazette.say({ title: "The Bell Newsletter", body: items("https://f.example.org/right") });
    expect(await offered(gazette)).toEqual([
      "hook link: https://f.example.org/wrong → https://f.example.org/right",
    ]);
  });
});

it("what can be done is told by what the network can", async () => {
  const { account } = await someMastodon();
  const gazette = await someGazette([account, page]);
  await gazette.say({ title: "The Bell Gazette" });
  const ways = (await openCorrections(gazette.app)).map(({ delivery, ways: can, best }) => [
    delivery.account,
    best,
    ...can,
  ]);
  expect(Object.fromEntries(ways.map(([name, ...rest]) => [name, rest]))).toEqual({
    bells: ["edit", "edit", "reply", "replace", "leave"],
    here: ["edit", "edit", "replace", "leave"],
  });
});

it("what is offered calls people once an entry, quietly, and ends by itself where the entry says again what was sent", async () => {
  const gazette = await someGazette([page, { ...page, name: "there" }], {}, [someStep(["here", "there"])]);
  const { app } = gazette;
  await gazette.say({ title: "The Bell Gazette" });
  const rings = async () => (await watch(app)).map(({ key, severity }) => `${severity} ${key}`);
  const [post] = await app.ledger.deliveries.list({});
  expect(await rings()).toEqual([`warning correction:${post!.entry}`]);
  // Another mistake in the same entry rings no second time, and what is only to be decided makes nothing ill.
  await gazette.say({ title: "The Bell Gazette, March" });
  expect(await rings()).toEqual([]);
  expect(troubles(await statusOf(app))).toEqual([]);
  const { corrections, alarms } = await needsOf(app).all();
  expect([corrections.length, alarms.length]).toEqual([2, 0]);
  await gazette.say({});
  expect(await rings()).toEqual([]);
  expect(await app.ledger.alarms.held()).toEqual([]);
  expect(passes(`correction:${post!.entry}`)).toBe(true);
});
