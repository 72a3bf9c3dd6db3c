import { once } from "node:events";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { deliveryJson } from "../src/app/status.ts";
import { startMastodon } from "./bench/mastodon.ts";
import { startWebhook } from "./bench/webhook.ts";
import { someCarillon } from "./fixtures/carillon.ts";
import { someDocument } from "./fixtures/replay.ts";

type Row = ReturnType<typeof deliveryJson>;

const secret = `whsec_${Buffer.alloc(32, 9).toString("base64")}`;

const item = (name: string): string =>
  `<item><title>The Bell Gazette, ${name}</title><link>https://bells.example.org/${name}/</link><guid>${name}</guid><category>Bells</category>
   <pubDate>${new Date().toUTCString()}</pubDate><description>&lt;p&gt;What rang in ${name}.&lt;/p&gt;</description></item>`;

const feedOf = (...names: readonly string[]): string =>
  `<rss version="2.0"><channel><title>The Bell Gazette</title><link>https://bells.example.org/</link><description>x</description>${names.map(item).join("")}</channel></rss>`;

async function someTeam(review = "") {
  const [mastodon, webhook, feed] = await Promise.all([
    startMastodon({}),
    startWebhook({ secret }),
    someDocument(feedOf("January")),
  ]);
  onTestFinished(async () => void (await Promise.all([mastodon.close(), webhook.close()])));
  const carillon = someCarillon(
    `site: { name: The Belfry, url: http://localhost:4747, timezone: Europe/Berlin }
ledger: ./ledger.db
network: { allowPrivate: true }
sources:
  gazette: { feed: "${feed.url}" }
accounts:
  bells: { channel: mastodon, server: "${mastodon.url}", accessToken: "\${TOKEN}" }
  hook: { channel: webhook, server: "${webhook.url}", secret: "\${HOOK}" }
  here: { channel: page }
campaigns:
  gazette:
    source: gazette
    ${review}
    steps:
      announcement: { to: [bells, hook, here], at: now }
`,
    { TOKEN: mastodon.tokenOf("comms"), HOOK: secret },
  );
  const visible = async () => [...mastodon.seen("comms"), ...(await webhook.world.visible())].length;
  return { mastodon, webhook, feed, carillon, visible };
}

describe("a team's announcement", () => {
  it("goes out once on every account, and nothing old does", async () => {
    const { carillon, feed, mastodon, webhook, visible } = await someTeam();
    const first = await carillon.run("once");
    expect(first).toMatchObject({ code: 0, err: "" });
    expect(await visible()).toBe(0);
    feed.set(feedOf("February", "January"));
    expect((await carillon.run("once")).code).toBe(0);
    expect((await carillon.run("once")).code).toBe(0);
    expect(mastodon.seen("comms").map(({ text }) => text)).toEqual([expect.stringContaining("February")]);
    expect(await webhook.world.visible()).toHaveLength(1);
    const log = await carillon.json<readonly Row[]>("log");
    expect(log.map(({ account, state }) => `${account} ${state}`).toSorted()).toEqual([
      "bells sent",
      "here sent",
      "hook sent",
    ]);
    expect(log.find(({ account }) => account === "bells")).toMatchObject({
      campaign: "gazette",
      step: "announcement",
      part: 1,
      channel: "mastodon",
      story: null,
      attempts: [{ outcome: "sent", reason: null }],
      receipt: { permalink: expect.stringContaining("http") },
    });
  });

  it("survives kill -9 while the answer is awaited, and is not sent again", async () => {
    const { carillon, feed, mastodon } = await someTeam();
    await carillon.prepare();
    feed.set(feedOf("February", "January"));
    mastodon.misbehave("slow");
    const child = carillon.begin("once");
    await vi.waitFor(() => expect(mastodon.seen("comms")).toHaveLength(1), { timeout: 30_000, interval: 10 });
    child.kill("SIGKILL");
    await once(child, "exit");
    expect((await carillon.run("once")).code).toBe(0);
    expect(mastodon.seen("comms")).toHaveLength(1);
    const [row] = await carillon.json<readonly Row[]>("log", "--account", "bells");
    expect(row).toMatchObject({ state: "sent" });
  });

  it("waits for two people where the campaign says so, and each word is written down", async () => {
    const { carillon, feed, visible } = await someTeam("review: { approvals: 2, expires: 7d }");
    await carillon.prepare();
    feed.set(feedOf("February", "January"));
    await carillon.run("once");
    const drafts = await carillon.json<{ deliveries: readonly Row[] }>("status");
    expect(drafts.deliveries.map(({ state }) => state)).toEqual(["draft", "draft", "draft"]);
    const ids = drafts.deliveries.map(({ id }) => id);
    await carillon.run("approve", ...ids, "--as", "anna");
    await carillon.run("approve", ...ids, "--as", "anna");
    await carillon.run("once");
    expect(await visible()).toBe(0);
    await carillon.run("approve", ...ids, "--as", "berta");
    await carillon.run("once");
    expect(await visible()).toBe(2);
    const decisions = await carillon.json<readonly { who: string; action: string }[]>("log", "--decisions");
    expect(new Set(decisions.map(({ who, action }) => `${who} ${action}`))).toEqual(
      new Set(["anna approve", "berta approve"]),
    );
  });

  it("can be held, edited, released, sent, corrected and taken back", async () => {
    const { carillon, feed, mastodon } = await someTeam("review: { approvals: 1 }");
    await carillon.prepare();
    feed.set(feedOf("February", "January"));
    await carillon.run("once");
    const { deliveries } = await carillon.json<{ deliveries: readonly Row[] }>("status");
    const draft = deliveries.find(({ account }) => account === "bells");
    const { id } = draft!;
    expect(
      (await carillon.run("edit", id, "--text", "Ring! https://bells.example.org/February/")).out,
    ).toContain("Changed");
    expect((await carillon.run("edit", id, "--text", "x".repeat(501))).err).toContain("500");
    await carillon.run("hold", id);
    expect((await carillon.run("approve", id)).code).toBe(1);
    await carillon.run("release", id);
    await carillon.run("approve", id);
    await carillon.run("once");
    expect(mastodon.seen("comms")[0]!.text).toContain("Ring!");
    await carillon.run("edit", id, "--text", "Ding! https://bells.example.org/February/");
    expect(mastodon.seen("comms")[0]!.text).toContain("Ding!");
    expect((await carillon.run("retract", id)).code).toBe(0);
    expect(mastodon.seen("comms")).toHaveLength(0);
  });

  it("is held when too much comes at once, until a person says that it is news", async () => {
    const { carillon, feed, visible } = await someTeam();
    await carillon.prepare();
    feed.set(feedOf(...Array.from({ length: 11 }, (_, index) => `Issue ${index}`)));
    await carillon.run("once");
    expect(await visible()).toBe(0);
    expect((await carillon.run("status")).out).toContain("the brake is 10");
    const released = await carillon.run("release", "gazette");
    expect(released.out.match(/is news/g)).toHaveLength(11);
    await carillon.run("once");
    expect(await visible()).toBe(22);
  });

  it("reaches an account whose secret was missing as soon as it is there", async () => {
    const { carillon, feed, mastodon, webhook } = await someTeam();
    await carillon.prepare();
    feed.set(feedOf("February", "January"));
    const said = await carillon.runWith({ TOKEN: "" }, "once");
    expect(said.code).toBe(1);
    expect(said.err).toContain("TOKEN");
    expect(await webhook.world.visible()).toHaveLength(1);
    expect(mastodon.seen("comms")).toHaveLength(0);
    await carillon.run("once");
    expect(await webhook.world.visible()).toHaveLength(1);
    expect(mastodon.seen("comms")).toHaveLength(1);
  });

  it("leaves the operator's secrets nowhere: not in the ledger, an export or an error", async () => {
    const { carillon, feed, mastodon } = await someTeam();
    await carillon.prepare();
    feed.set(feedOf("February", "January"));
    mastodon.misbehave("emptyError");
    const said = await carillon.run("once");
    await carillon.run("export", "all.jsonl");
    const exported = await carillon.run("export", "-");
    for (const hidden of [mastodon.tokenOf("comms"), secret])
      expect(said.out + said.err + exported.out).not.toContain(hidden);
    expect((await carillon.run("export", "all.jsonl")).err).toContain("exists already");
  });
});
