import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { bound, currentTerm, termOf, type Term } from "../../src/channel/term.ts";
import type { Session } from "../../src/channel/channel.ts";
import { begins, keep, lease } from "../../src/deliver/workshop.ts";
import { guardedFetch } from "../../src/source/guard.ts";
import { guardedSend } from "../../src/source/send.ts";
import { networkOf, type Network } from "../fixtures/network.ts";
import { noon, plannedLedger, someShop } from "../fixtures/shop.ts";

const options = {
  allowPrivate: true,
  userAgent: "Carillon-tests/0",
  first: () => currentTerm()?.begin,
};

/** A server that counts the requests that reach it. */
async function someServer() {
  let requests = 0;
  const server = createServer((_, response) => {
    requests += 1;
    response.end("{}");
  });
  await new Promise<void>((ready) => void server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { url, requests: () => requests };
}

const ways: readonly (readonly [string, (url: string) => Promise<unknown>])[] = [
  ["fetch", (url: string) => guardedFetch(options)(url, { method: "POST", body: "post" })],
  ["send", (url: string) => guardedSend(options)(url, { method: "POST", headers: {}, body: "post" })],
];

describe.each(ways)("what goes out by %s", (_, write) => {
  it("is written while the term lasts", async () => {
    const server = await someServer();
    const term = termOf(30, () => noon);
    await bound(term, () => write(server.url));
    expect(server.requests()).toBe(1);
    expect(term.untouched()).toBe(false);
  });

  it("is not written once the wall's clock has gone too far, as after sleep", async () => {
    const server = await someServer();
    let now = noon;
    const term = termOf(30, () => now);
    now = new Date(noon.getTime() + 31_000);
    await expect(bound(term, () => write(server.url))).rejects.toThrow(/fetch failed|stood still/);
    expect(server.requests()).toBe(0);
    expect(term.untouched()).toBe(true);
  });

  it("is not written where the process stood still, though somebody set the wall's clock back", async () => {
    const server = await someServer();
    const term = termOf(0.01, () => noon);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    await expect(bound(term, () => write(server.url))).rejects.toThrow(/fetch failed|stood still/);
    expect(server.requests()).toBe(0);
  });

  it("is not written where the pause comes while the connection is made", async () => {
    const server = await someServer();
    let now = noon;
    const term = termOf(30, () => now);
    const written = bound(term, () => write(server.url));
    now = new Date(noon.getTime() + 200_000);
    await expect(written).rejects.toThrow(/fetch failed|stood still/);
    expect(server.requests()).toBe(0);
  });

  it("is not written once nobody waits for it any more", async () => {
    const server = await someServer();
    const term = termOf(30, () => noon);
    const late = Promise.withResolvers<void>();
    const written = bound(term, () => late.promise.then(() => write(server.url)));
    term.end();
    late.resolve();
    await expect(written).rejects.toThrow(/fetch failed|stood still/);
    expect(server.requests()).toBe(0);
  });
});

/** A network whose every publish begins with what `before` does. */
function slowed(network: Network, before: () => Promise<void>): Network {
  const open: Network["channel"]["open"] = async (settings, io) => {
    const session: Session = await network.channel.open(settings, io);
    return { ...session, publish: async (post, memo) => before().then(() => session.publish(post, memo)) };
  };
  return { ...network, channel: { ...network.channel, open } };
}

describe("a worker that slept between arming and its request", () => {
  it("publishes nothing, and gives it back for another try", async () => {
    const network = networkOf("network", {});
    const ledger = await plannedLedger([{}]);
    let sleeps = true;
    const shop = someShop(
      ledger,
      slowed(network, async () => {
        if (sleeps) shop.pass(begins + 1);
        sleeps = false;
        currentTerm()?.begin();
      }),
    );
    const [delivery] = await shop.run();
    expect(delivery).toMatchObject({ state: "scheduled", attempts: [{ outcome: "down" }] });
    expect(network.visible).toHaveLength(0);
    shop.pass(60);
    expect((await shop.run())[0]).toMatchObject({ state: "sent" });
    expect(network.visible).toHaveLength(1);
  });

  it("publishes nothing, though another has published meanwhile", async () => {
    const network = networkOf("network", { find: true });
    const ledger = await plannedLedger([{}]);
    const other = someShop(ledger, network, "elsewhere:2:bbbb");
    const shop = someShop(
      ledger,
      slowed(network, async () => {
        shop.pass(lease + 1);
        other.pass(lease + 1);
        await other.run();
        currentTerm()?.begin();
      }),
      "elsewhere:1:aaaa",
    );
    expect((await shop.run())[0]).toMatchObject({ state: "sent" });
    expect(network.visible).toHaveLength(1);
  });

  it("counts as one that may have published, where something of it had been written", async () => {
    const network = networkOf("network", { find: true });
    const ledger = await plannedLedger([{}]);
    let slept: Term | undefined;
    const shop = someShop(
      ledger,
      slowed(network, async () => {
        slept ??= currentTerm();
        currentTerm()?.begin();
        shop.pass(begins + 1);
        currentTerm()?.begin();
      }),
    );
    expect((await shop.run())[0]).toMatchObject({ state: "sending", attempts: [{ outcome: "lost" }] });
    expect(slept?.untouched()).toBe(false);
    expect(network.visible).toHaveLength(0);
  });

  it("and whose request came through all the same is heard: the second post is in the audit, with its address", async () => {
    const network = networkOf("network", { find: true });
    const ledger = await plannedLedger([{}]);
    const shop = someShop(ledger, network);
    const [delivery] = await shop.run();
    const second = {
      remoteId: "second",
      permalink: "https://network.example/second",
      at: noon.toISOString(),
    };
    await keep(shop.workshop, delivery!, second, "sent");
    expect(await ledger.audit.list(1)).toMatchObject([
      { action: "twice", detail: expect.stringContaining(second.permalink) },
    ]);
    expect((await ledger.deliveries.get(delivery!.id))?.receipt?.remoteId).toBe(delivery!.id);
  });
});
