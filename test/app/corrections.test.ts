import { describe, expect, it, onTestFinished } from "vitest";
import { correct } from "../../src/app/correct.ts";
import { edit } from "../../src/app/edit.ts";
import { retract } from "../../src/app/retract.ts";
import type { Account } from "../../src/model/account.ts";
import { canStartPds, startPds } from "../bench/pds.ts";
import { startReddit } from "../bench/reddit.ts";
import { startTwitter } from "../bench/twitter.ts";
import { page, someGazette, someMastodon, someStep, someWebhook } from "../fixtures/correcting.ts";

const hasPds = await canStartPds();

const right = { title: "The Bell Gazette" };

describe("an edit", () => {
  it("changes the post where it is, and is written down with who decided it", async () => {
    const { server, account } = await someMastodon();
    const gazette = await someGazette([account]);
    await gazette.say(right);
    const [post] = await gazette.posts("bells");
    expect(await correct(gazette.app, post!.entry, null, "anna")).toEqual([
      { id: post!.id, done: true, text: "Changed on the network." },
    ]);
    expect(server.seen("comms").map(({ id, text }) => [id, text.split("\n")[0]])).toEqual([
      [post!.receipt!.remoteId, "The Bell Gazette"],
    ]);
    expect((await gazette.posts("bells"))[0]!.post.text).toContain("Gazette");
    expect(await gazette.app.ledger.audit.list(9)).toMatchObject([
      { who: "anna", action: "correct", subject: post!.id, detail: "To edit it." },
    ]);
    expect(await correct(gazette.app, post!.id, null, "anna")).toMatchObject([{ done: false }]);
  });

  it("is one event to a receiver, under the same id when it is sent again", async () => {
    const { server, account } = await someWebhook();
    const gazette = await someGazette([account], {}, [someStep(["hook"])], new Date());
    await gazette.say(right);
    const [post] = await gazette.posts("hook");
    server.misbehave("loseAnswer");
    expect(await correct(gazette.app, post!.id, null, "anna")).toMatchObject([{ done: false, waits: true }]);
    await gazette.pass(60);
    const events = server.requests.map(({ headers, body }) => [
      headers["webhook-id"],
      JSON.parse(body.toString()).type,
    ]);
    expect(events.map(([, type]) => type)).toEqual(["post.published", "post.edited", "post.edited"]);
    expect(events[1]).toEqual(events[2]);
    expect((await gazette.app.ledger.corrections.list({}))[0]).toMatchObject({ state: "done", tries: 2 });
  });

  it("waits as long as the network says, with the whole account, and then is made", async () => {
    const { server, account } = await someMastodon();
    const gazette = await someGazette([account], {}, undefined, new Date());
    await gazette.say(right);
    const [post] = await gazette.posts("bells");
    server.misbehave("busy", "any");
    expect(await correct(gazette.app, post!.id, "edit", "anna")).toMatchObject([{ waits: true }]);
    expect((await gazette.app.ledger.accounts.all()).get("bells")?.busyUntil).not.toBeNull();
    await gazette.pass(3600);
    expect(server.seen("comms")[0]!.text).toContain("Gazette");
  });

  it("that a newer one overtakes is not made any more", async () => {
    const { server, account } = await someMastodon();
    const gazette = await someGazette([account], {}, undefined, new Date());
    const [post] = await gazette.posts("bells");
    server.misbehave("busy", "any");
    await edit("First.")(gazette.app, post!, "anna");
    await edit("Second.")(gazette.app, post!, "berta");
    await gazette.pass(3600);
    expect(server.seen("comms").map(({ text }) => text)).toEqual(["Second."]);
    expect((await gazette.app.ledger.corrections.list({})).map(({ state }) => state).toSorted()).toEqual([
      "dismissed",
      "done",
    ]);
  });

  it("is never made to a post that is being taken back", async () => {
    const { server, account } = await someMastodon();
    const gazette = await someGazette([account], {}, undefined, new Date());
    const [post] = await gazette.posts("bells");
    server.misbehave("busy", "any");
    await edit("First.")(gazette.app, post!, "anna");
    await retract(gazette.app, post!.id, "anna");
    expect(await edit("Second.")(gazette.app, post!, "berta")).toMatchObject({
      text: "It is being taken back already.",
    });
    await gazette.pass(3600);
    expect(server.seen("comms")).toEqual([]);
    expect((await gazette.posts("bells"))[0]!.state).toBe("retracted");
  });
});

describe("a note below the post", () => {
  it("says what was wrong, once, and replies to it", async () => {
    const { server, account } = await someMastodon();
    const gazette = await someGazette([account]);
    await gazette.say({ ...right, link: "https://bells.example.org/right/" });
    const [post] = await gazette.posts("bells");
    await correct(gazette.app, post!.id, "reply", "anna");
    await gazette.pass(0);
    await gazette.pass(60);
    const [, note, ...more] = server.seen("comms");
    expect(more).toEqual([]);
    expect(note).toMatchObject({ parent: post!.receipt!.remoteId });
    expect(note!.text).toBe(
      "Correction: The title is “The Bell Gazette”. The right link: https://bells.example.org/right/",
    );
    await gazette.say({ ...right, link: "https://bells.example.org/right/", body: "<p>What  rang.</p>" });
    expect(await gazette.app.ledger.corrections.list({ states: ["offered"] })).toEqual([]);
  });

  it("is not posted where the post was taken back meanwhile", async () => {
    const { server, account } = await someMastodon();
    const gazette = await someGazette([account]);
    await gazette.say(right);
    const [post] = await gazette.posts("bells");
    await correct(gazette.app, post!.id, "reply", "anna");
    await retract(gazette.app, post!.id, "anna");
    const posts = await gazette.pass(60);
    expect(server.seen("comms")).toEqual([]);
    expect(posts.map(({ step, state }) => `${step} ${state}`).toSorted()).toEqual([
      "announcement (correction) cancelled",
      "announcement retracted",
    ]);
  });
});

describe("a post anew", () => {
  it("goes out once the old one is surely gone", async () => {
    const { server, account } = await someMastodon();
    const gazette = await someGazette([account]);
    await gazette.say(right);
    const [post] = await gazette.posts("bells");
    server.misbehave("loseAnswer", "any");
    await correct(gazette.app, post!.id, "replace", "anna");
    expect((await gazette.posts("bells")).map(({ state }) => state)).toEqual(["sent"]);
    await gazette.pass(60);
    const shown = server.seen("comms");
    expect(shown.map(({ text }) => text.split("\n")[0])).toEqual(["The Bell Gazette"]);
    expect(shown[0]!.id).not.toBe(post!.receipt!.remoteId);
    expect((await gazette.posts("bells")).map(({ step, state }) => `${step} ${state}`).toSorted()).toEqual([
      "announcement (again) sent",
      "announcement retracted",
    ]);
    await gazette.say({ title: "The Bell Gazette, March" });
    await correct(gazette.app, post!.entry, "edit", "anna");
    expect(server.seen("comms")[0]!.text).toContain("March");
  });

  it("comes of a whole thread, which is taken down from its end", async () => {
    const { server, account } = await someMastodon();
    const body = (word: string) =>
      `<h2>News</h2><ul>${[1, 2, 3, 4, 5, 6].map((n) => `<li>Bell ${n} ${word} ${"and rang and rang ".repeat(12)} <a href="https://b.example.org/${n}">there</a>.</li>`).join("")}</ul>`;
    const steps = [someStep(["bells"], { name: "thread", thread: "numbered" })];
    const gazette = await someGazette(
      [account],
      { title: "The Bell Newsletter", body: body("was cast") },
      steps,
    );
    const before = await gazette.posts("bells");
    expect(before.length).toBeGreaterThan(1);
    await gazette.say({ title: "The Bell Newsletter", body: body("was mended") });
    await correct(gazette.app, before[0]!.entry, "replace", "anna");
    await gazette.pass(1);
    const deleted = server.requests
      .filter((one) => one.startsWith("DELETE"))
      .map((one) => one.split("/").at(-1));
    expect(deleted).toEqual(before.map(({ receipt }) => receipt!.remoteId).toReversed());
    const shown = server.seen("comms");
    expect(shown).toHaveLength(before.length);
    expect(shown.slice(1).map(({ parent }) => parent)).toEqual(shown.slice(0, -1).map(({ id }) => id));
    expect(shown.map(({ text }) => text).join(" ")).toContain("was mended");
    expect(shown.map(({ text }) => text).join(" ")).not.toContain("was cast");
  });
});

describe("where a network cannot change a post", () => {
  it("X gets a note below it", async () => {
    const server = await startTwitter({ accounts: ["comms"] });
    onTestFinished(() => server.close());
    const account: Account = {
      name: "x",
      channel: "twitter",
      settings: { server: server.url, ...server.keysOf("comms") },
    };
    const gazette = await someGazette([account], {}, [someStep(["x"])], new Date());
    await gazette.say(right);
    const [post] = await gazette.posts("x");
    await correct(gazette.app, post!.entry, null, "anna");
    await gazette.pass(1);
    expect(server.seen("comms").map(({ text, parent }) => [text.split("\n")[0], parent])).toEqual([
      ["The Bell Gazete", null],
      ["Correction: The title is “The Bell Gazette”.", post!.receipt!.remoteId],
    ]);
    expect(await correct(gazette.app, post!.entry, "edit", "anna")).toMatchObject([{ done: false }]);
  });

  it("a link on Reddit gets one too, and says why it is not changed", async () => {
    const server = await startReddit({});
    onTestFinished(() => server.close());
    const account: Account = { name: "r", channel: "reddit", settings: server.settingsOf("comms") };
    const gazette = await someGazette([account], {}, [someStep(["r"])], new Date());
    await gazette.say(right);
    const [post] = await gazette.posts("r");
    expect(await correct(gazette.app, post!.id, "edit", "anna")).toEqual([
      { id: post!.id, done: false, text: "Reddit does not let all of that be changed." },
    ]);
    await correct(gazette.app, post!.id, null, "anna");
    await gazette.pass(1);
    expect(server.seen("comms")).toHaveLength(2);
  });

  it.skipIf(!hasPds)("a record on Bluesky is deleted and made anew under another key", async () => {
    const pds = await startPds();
    onTestFinished(() => pds.close());
    const settings = { server: pds.url, identifier: pds.handle, password: pds.appPassword };
    const gazette = await someGazette(
      [{ name: "sky", channel: "bluesky", settings }],
      {},
      [someStep(["sky"])],
      new Date(),
    );
    await gazette.say(right);
    const [post] = await gazette.posts("sky");
    await correct(gazette.app, post!.id, "replace", "anna");
    await gazette.pass(1);
    const shown = await pds.world.visible();
    expect(shown.map(({ text }) => text.split("\n")[0])).toEqual(["The Bell Gazette"]);
    expect(shown[0]!.id).not.toBe(post!.receipt!.remoteId);
  });
});

describe("an entry that is retracted", () => {
  it("goes everywhere where it can, its waiting posts are cancelled, and the rest is named with its address", async () => {
    const { server, account } = await someMastodon();
    const hand: Account = {
      name: "hand",
      channel: "mastodon",
      settings: { server: server.url },
      handoff: { name: "Berta" },
    };
    const steps = [
      someStep(["bells", "here", "hand"]),
      someStep(["bells"], { name: "reminder", after: 86_400 }),
    ];
    const gazette = await someGazette([account, page, hand], {}, steps);
    const { app } = gazette;
    const [handed] = await gazette.posts("hand");
    const receipt = {
      remoteId: "7",
      permalink: `${server.url}/@berta/7`,
      at: gazette.now().toISOString(),
      confirmedBy: "berta",
    };
    await app.ledger.deliveries.change(handed!.id, ["handed"], { state: "sent", receipt }, gazette.now());
    const outcomes = await retract(app, handed!.entry, "anna");
    expect(outcomes.filter(({ done }) => !done)).toEqual([
      {
        id: handed!.id,
        done: false,
        text: `Posts on Mastodon are made by hand. Take it down by hand at ${server.url}/@berta/7, then: carillon retract ${handed!.id} --by-hand`,
      },
    ]);
    expect(server.seen("comms")).toEqual([]);
    expect(await app.ledger.deliveries.counts()).toEqual({ retracted: 2, cancelled: 1, sent: 1 });
    const again = await retract(app, handed!.entry, "anna");
    expect(
      again
        .filter(({ done }) => done)
        .map(({ text }) => text)
        .toSorted(),
    ).toEqual(["It is cancelled already.", "It is retracted already.", "It is retracted already."]);
  });

  it("parks the account where the network does not let us in, and goes on when it does", async () => {
    const { server, account } = await someMastodon();
    const gazette = await someGazette([account]);
    const { app } = gazette;
    const [post] = await gazette.posts("bells");
    await app.desk.sessions.forget("bells");
    const wrong = { ...account, settings: { ...account.settings, accessToken: "wrong" } };
    Object.assign(account.settings, wrong.settings);
    expect(await retract(app, post!.entry, "anna")).toMatchObject([{ done: false, waits: true }]);
    expect((await app.ledger.accounts.all()).get("bells")?.parked).not.toBeNull();
    Object.assign(account.settings, { accessToken: server.tokenOf("comms") });
    await app.ledger.accounts.release("bells");
    await gazette.pass(1);
    expect(server.seen("comms")).toEqual([]);
  });
});
