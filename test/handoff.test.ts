import { describe, expect, it, onTestFinished } from "vitest";
import type { deliveryJson, Status } from "../src/app/status.ts";
import { startMastodon } from "./bench/mastodon.ts";
import { startWebhook } from "./bench/webhook.ts";
import { someCarillon } from "./fixtures/carillon.ts";
import { gazetteOf } from "./fixtures/gazette.ts";
import { someDocument } from "./fixtures/replay.ts";

type Row = ReturnType<typeof deliveryJson>;
type Shown = Omit<Status, "deliveries"> & {
  readonly deliveries: readonly Row[];
  readonly troubles: readonly string[];
};

const secret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const minutes = (many: number): string => new Date(Date.now() + many * 60_000).toISOString();

/** An account without a token, posted to by Anna, who is called through a webhook; a new issue is due. */
async function someTeam(account = "") {
  const { carillon, rows, ...team } = await someDue(account);
  await carillon.prepare();
  const [delivery] = await rows();
  return { ...team, carillon, rows, id: delivery!.id, delivery: delivery! };
}

/** The same, a moment before. */
async function someDue(account = "") {
  const [mastodon, webhook, feed] = await Promise.all([
    startMastodon({}),
    startWebhook({ secret }),
    someDocument(gazetteOf("January")),
  ]);
  onTestFinished(async () => void (await Promise.all([mastodon.close(), webhook.close()])));
  const carillon = someCarillon(
    `site: { name: The Belfry, url: http://localhost:4747, timezone: Europe/Berlin }
ledger: ./ledger.db
network: { allowPrivate: true }
alarm: hook
sources:
  gazette: { feed: "${feed.url}" }
accounts:
  bells: { channel: mastodon, server: "${mastodon.url}", handoff: Anna${account} }
  hook: { channel: webhook, server: "${webhook.url}", secret: "${secret}" }
campaigns:
  gazette: { source: gazette, steps: { announcement: { to: [bells], at: now } } }
`,
  );
  await carillon.prepare();
  feed.set(gazetteOf("February", "January"));
  const rows = () => carillon.json<readonly Row[]>("log", "--account", "bells");
  return { mastodon, webhook, feed, carillon, rows };
}

/** What Anna does: copies the text, posts, and copies the address. */
async function postByHand(server: string, token: string, status: string): Promise<string> {
  const answer = await fetch(`${server}/api/v1/statuses`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ status }),
  });
  return ((await answer.json()) as { url: string }).url;
}

describe("a post that a person makes", () => {
  it("is handed over when it is due: nothing is published, nobody needs a token, and all is well", async () => {
    const { mastodon, carillon, rows } = await someDue();
    expect(await carillon.run("once")).toMatchObject({ code: 0, err: "" });
    expect(mastodon.requests).toEqual([]);
    const [delivery] = await rows();
    expect(delivery).toMatchObject({ state: "handed", receipt: null, attempts: [{ outcome: "handed" }] });
    expect(delivery!.reason).toBe(
      `Anna posts it on Mastodon by hand, called through hook; then: carillon resolve ${delivery!.id} --permalink URL`,
    );
  });

  it("calls that person once, with the network's own page, the words and how to confirm", async () => {
    const { mastodon, webhook, carillon, id, delivery } = await someTeam();
    await carillon.run("once");
    const calls = await webhook.world.visible();
    expect(calls).toHaveLength(1);
    for (const part of [
      "Anna",
      `${mastodon.url}/share?text=The+Bell+Gazette`,
      delivery.text,
      `resolve ${id} --permalink`,
    ])
      expect(calls[0]!.text).toContain(part);
    const [call] = await carillon.json<readonly Row[]>("log", "--account", "hook");
    expect(call).toMatchObject({ state: "sent", step: `handoff-${id}`, campaign: "(calls)" });
  });

  it("stands in status with all there is to copy", async () => {
    const { mastodon, carillon, id, delivery } = await someTeam();
    const { out } = await carillon.run("status");
    expect(out).toMatch(new RegExp(`handed ${id} bells announcement: Anna posts it`));
    expect(out).toContain(`open   ${mastodon.url}/share?text=`);
    expect(out).toContain(delivery.text.split("\n")[0]!);
    const status = await carillon.json<Shown>("status");
    expect(status.handoffs).toMatchObject([{ id, person: "Anna", label: "Mastodon" }]);
    expect(status.counts).toMatchObject({ handed: 1 });
  });

  it("is late after an hour, and not before", async () => {
    const { carillon, id } = await someTeam();
    expect((await carillon.json<Shown>("status")).troubles).toEqual([]);
    const { troubles } = await carillon.json<Shown>("status", "--now", minutes(61));
    expect(troubles).toEqual([expect.stringMatching(new RegExp(`^The post ${id} to bells is late.*Anna`))]);
  });

  it("is sent once its address is given: the receipt says who confirmed", async () => {
    const { mastodon, carillon, id, delivery, rows } = await someTeam();
    const permalink = await postByHand(mastodon.url, mastodon.tokenOf("comms"), delivery.text);
    const said = await carillon.run("resolve", id, "--permalink", permalink, "--as", "Anna");
    expect(said).toMatchObject({ code: 0, out: expect.stringContaining("Recorded as sent") });
    const remoteId = mastodon.seen("comms")[0]!.id;
    expect(await rows()).toMatchObject([
      { state: "sent", receipt: { remoteId, permalink, confirmedBy: "Anna" } },
    ]);
    await carillon.run("once");
    expect(mastodon.seen("comms")).toHaveLength(1);
  });

  it("where the account can sign in, has the network's own receipt", async () => {
    const { mastodon, carillon, id, delivery, rows } = await someTeam(', accessToken: "token-of-comms"');
    const permalink = await postByHand(mastodon.url, mastodon.tokenOf("comms"), delivery.text);
    await carillon.run("resolve", id, "--permalink", permalink, "--as", "Anna");
    expect(mastodon.requests).toContainEqual(
      expect.stringMatching(/^GET \/api\/v1\/accounts\/\w+\/statuses/),
    );
    const [row] = await rows();
    expect(row).toMatchObject({ state: "sent", receipt: { permalink, confirmedBy: "Anna" } });
  });

  it("is not believed to be where it cannot be, or where nothing is", async () => {
    const { mastodon, carillon, id, rows } = await someTeam();
    const resolve = async (address: string) =>
      (await carillon.run("resolve", id, "--permalink", address)).err;
    const cannot = "is not where a post on Mastodon can be";
    expect(await resolve("https://elsewhere.example/@comms/1")).toContain(cannot);
    expect(await resolve(`${mastodon.url}/about`)).toContain(cannot);
    expect(await resolve(`${mastodon.url}/@comms/113000000000000099`)).toContain(
      "answers 404: nothing is there",
    );
    expect(await resolve("mailto:anna@example.org")).toContain("is no web address");
    expect(await rows()).toMatchObject([{ state: "handed", receipt: null }]);
  });

  it("is believed unseen where the person insists, but not at the address of another post", async () => {
    const { mastodon, carillon, feed, id, rows } = await someTeam();
    const address = `${mastodon.url}/@comms/113000000000000099`;
    const believed = await carillon.run("resolve", id, "--permalink", address, "--unchecked");
    expect(believed).toMatchObject({ code: 0, err: "" });
    feed.set(gazetteOf("March", "February", "January"));
    await carillon.run("once");
    const other = (await rows()).find(({ state }) => state === "handed")!;
    const said = await carillon.run("resolve", other.id, "--permalink", address, "--unchecked");
    expect(said).toMatchObject({ code: 1, err: expect.stringContaining(`is the post of ${id} already`) });
  });

  it("can be cancelled, reworded, or taken back by Carillon", async () => {
    const { carillon, id, rows } = await someTeam();
    await carillon.run("edit", id, "--text", "Ring out! https://bells.example.org/February/");
    expect(await rows()).toMatchObject([{ state: "handed", text: expect.stringContaining("Ring out!") }]);
    await carillon.run("release", id);
    expect(await rows()).toMatchObject([{ state: "scheduled" }]);
    await carillon.run("once");
    await carillon.run("cancel", id);
    expect(await rows()).toMatchObject([{ state: "cancelled" }]);
  });
});
