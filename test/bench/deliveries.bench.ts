import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRestAPIClient } from "masto";
import { Webhook } from "standardwebhooks";
import { openApp } from "../../src/app.ts";
import type { Account } from "../../src/model/account.ts";
import { someConfig } from "../fixtures/config.ts";
import { someEntry } from "../fixtures/entry.ts";
import { faceOf } from "../../src/source/identity.ts";
import { median, startChild, timed } from "./process.ts";

const lanes = 128;
const each = 20;
const rounds = 5;
const text = "The March issue of the Bell Gazette is here: https://bells.example.org/2026/03/march/ #bells";
const post = { title: null, text, link: null, card: null, media: [], language: "en", tags: ["bells"] };

/** Everything a delivery is, through the durable ledger: planned, claimed, armed, published, recorded. */
async function throughLedger(accounts: readonly Account[], work: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "carillon-bench-"));
  const config = someConfig({ ledger: join(folder, "ledger.db"), accounts });
  const app = await openApp({ config, problems: [] });
  const { entry, keys, fingerprint } = faceOf(someEntry());
  await app.ledger.entries.keep(
    [{ sighting: { kind: "new", entry, state: "news", reason: null }, keys, unknown: keys, fingerprint }],
    new Date(),
  );
  const [known] = await app.ledger.entries.unplanned();
  const dueAt = new Date().toISOString();
  const planned = accounts.flatMap(({ name, channel }) =>
    Array.from({ length: work }, (_, index) => ({
      entry: known!.id,
      story: null,
      campaign: "bench",
      step: `step${index}`,
      part: 1,
      parts: 1,
      account: name,
      channel,
      state: "scheduled" as const,
      dueAt,
      post,
      approvalsNeeded: 0,
      reason: null,
    })),
  );
  await app.ledger.entries.plan(known!.id, planned, true, new Date());
  // Signing in is once in a service's life, not once a post.
  await Promise.all(accounts.map(({ name }) => app.desk.sessions.open(name)));
  const spent = await timed(() => app.dispatcher.runDue());
  const { sent } = await app.ledger.deliveries.counts();
  if (sent !== planned.length) throw new Error(`only ${sent} of ${planned.length} were sent`);
  await app.close();
  rmSync(folder, { recursive: true });
  return spent;
}

/** As many requests at a time, each lane one after the other, and nothing kept. */
const bare = (publish: (lane: number) => Promise<unknown>) => () =>
  Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (let index = 0; index < each; index++) await publish(lane);
    }),
  );

async function compare(
  label: string,
  ours: () => Promise<number>,
  theirs: () => Promise<unknown>,
): Promise<void> {
  const ratios: number[] = [];
  const speeds: number[] = [];
  await ours();
  await theirs();
  for (let round = 0; round < rounds; round++) {
    const [mine, other] = [await ours(), await timed(theirs)];
    ratios.push(other / mine);
    speeds.push((lanes * each * 1000) / mine);
  }
  console.log(
    `${label}: ${median(ratios).toFixed(2)} (${Math.round(median(speeds))} deliveries/s; rounds ${ratios.map((one) => one.toFixed(2)).join(", ")})`,
  );
}

export async function benchDeliveries(): Promise<void> {
  const mastodon = await startChild("mastodon");
  const clients = Array.from({ length: lanes }, (_, lane) =>
    createRestAPIClient({ url: mastodon.url, accessToken: `token-of-bell${lane}` }),
  );
  const accounts = clients.map((_, lane) => ({
    name: `bell${lane}`,
    channel: "mastodon",
    settings: { server: mastodon.url, accessToken: `token-of-bell${lane}`, visibility: "public" },
  }));
  let key = 0;
  const masto = bare((lane) =>
    clients[lane]!.v1.statuses.create(
      { status: text, visibility: "public", language: "en" },
      { requestInit: { headers: { "Idempotency-Key": String(key++) } } },
    ),
  );
  await compare("deliveries through the ledger ÷ masto alone", () => throughLedger(accounts, each), masto);
  mastodon.close();

  const secret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
  const webhook = await startChild("webhook", secret);
  const signer = new Webhook(secret);
  const hooks = clients.map((_, lane) => ({
    name: `hook${lane}`,
    channel: "webhook",
    settings: { server: webhook.url, secret },
  }));
  const fetched = bare(async (lane) => {
    const id = `msg_${lane}_${key++}`;
    const body = JSON.stringify({ type: "post.published", timestamp: new Date(), data: post });
    const headers = {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(Date.now() / 1000)),
      "webhook-signature": signer.sign(id, new Date(), body),
    };
    await (await fetch(webhook.url, { method: "POST", headers, body })).arrayBuffer();
  });
  await compare("deliveries to the webhook ÷ bare fetch", () => throughLedger(hooks, each), fetched);
  webhook.close();
}
