import { xml } from "@xmpp/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { logIn } from "../../channels/xmpp/login.ts";
import { describe as describeAct, pubsub } from "../../channels/xmpp/node.ts";
import type { NodePlace } from "../../channels/xmpp/place.ts";
import { makePost } from "../bench/post.ts";
import { accounts, type Prosody, startProsody, whyNoProsody } from "../bench/prosody.ts";
import { failureOf, openAt, send, settingsFor } from "../bench/xmpp-acts.ts";
import { openNode } from "../bench/xmpp-node.ts";

if (whyNoProsody !== undefined) console.log(`Skipped: ${whyNoProsody}`);

describe.skipIf(whyNoProsody !== undefined)("a microblog", () => {
  let prosody: Prosody;
  beforeAll(async () => {
    prosody = await startProsody();
  });
  afterAll(() => prosody?.close());

  test("shows an Atom entry", async () => {
    await using blog = await open("urn:xmpp:microblog:0");
    const link = "https://example.org/issue?a=1&b=2";
    const tags = ["xmpp", "News & more"];
    const text = "Grüße 👩‍💻 <&>\n\nSecond paragraph";
    const { receipt } = await send(
      blog.session,
      makePost({ title: "Öktober", text, link, tags, language: "de" }),
    );
    const [entry] = await blog.reader.entries();
    const read = (name: string): string | null | undefined => entry?.getChildText(name);
    expect(entry?.attrs).toEqual({ xmlns: "http://www.w3.org/2005/Atom", "xml:lang": "de" });
    expect([read("title"), read("content")]).toEqual(["Öktober", text]);
    expect(read("id")).toMatch(
      /^tag:localhost,\d{4}:bells%40localhost\/urn%3Axmpp%3Amicroblog%3A0\/delivery-/,
    );
    expect(read("updated")).toBe(read("published"));
    expect(entry?.getChild("link")?.attrs).toEqual({ rel: "alternate", type: "text/html", href: link });
    expect(entry?.getChildren("category").map(({ attrs }) => attrs["term"])).toEqual(tags);
    expect(receipt.permalink).toBe(
      `xmpp:bells@localhost?;node=urn%3Axmpp%3Amicroblog%3A0;item=${receipt.remoteId}`,
    );
  });

  test("keeps the date of a post that is edited, and says when that was", async () => {
    await using blog = await open("urn:test:edit");
    const { receipt } = await send(blog.session, makePost({ text: "Tpyo" }));
    await blog.session.edit?.(receipt, makePost({ text: "Typo" }));
    const [entry, ...more] = await blog.reader.entries();
    expect(more).toEqual([]);
    expect(entry?.getChildText("content")).toBe("Typo");
    const [published, updated] = ["published", "updated"].map((name) => entry?.getChildText(name) ?? "");
    expect(Date.parse(updated ?? "")).toBeGreaterThan(Date.parse(published ?? ""));
  });

  test("tells its followers of posts and retractions, also of a post that is published twice", async () => {
    await using blog = await open("urn:test:follow");
    const heard = await blog.reader.subscribe();
    const { memo, receipt } = await send(blog.session, makePost());
    await blog.session.publish(makePost(), memo);
    await blog.session.remove?.(receipt);
    const { remoteId } = receipt;
    expect(await heard()).toEqual([`item ${remoteId}`, `item ${remoteId}`, `retract ${remoteId}`]);
    expect(await blog.session.find?.(makePost(), memo, new Date())).toBeUndefined();
  });

  test("that was there before, for contacts and one post only, is opened and keeps all", async () => {
    await publishByHand("urn:test:before", "one by hand");
    await using blog = await open("urn:test:before");
    for (const text of ["two", "three"]) await send(blog.session, makePost({ text }));
    expect((await blog.reader.visible()).map(({ text }) => text)).toEqual(["one by hand", "two", "three"]);
  });

  test("may be on a publishing service", async () => {
    await using blog = await open("pubsub.localhost/news", { service: "pubsub.localhost", node: "news" });
    await send(blog.session, makePost({ text: "From a service" }));
    expect(await blog.reader.visible()).toMatchObject([{ text: "From a service" }]);
  });

  test("of a service that lets the account do nothing is told of in words", async () => {
    const more = { jid: "stranger@localhost", password: accounts.stranger, node: "pubsub.localhost/closed" };
    const act = async (): Promise<unknown> => send(await openAt(prosody.port, more), makePost());
    expect(await failureOf(act)).toEqual({
      kind: "unauthorised",
      reason:
        "stranger@localhost may not publish on the node closed of pubsub.localhost: ask its owner to make it a publisher.",
    });
  });

  async function open(setting: string, at: Partial<NodePlace> = {}) {
    const who = "bells@localhost";
    const place: NodePlace = { kind: "node", who, service: who, node: setting, ...at };
    const session = await openAt(prosody.port, { node: setting });
    const reader = await openNode(prosody.port, place);
    const close = async (): Promise<void> => void (await Promise.all([session.close?.(), reader.close()]));
    return { session, reader, [Symbol.asyncDispose]: close };
  }

  async function publishByHand(node: string, text: string): Promise<void> {
    const who = "bells@localhost";
    const { server } = settingsFor(prosody.port, {});
    const connection = await logIn({
      address: who,
      password: accounts.bells,
      server: String(server),
      patience: 5_000,
    });
    const entry = xml("entry", { xmlns: "http://www.w3.org/2005/Atom" }, xml("content", {}, text));
    const publish = xml("publish", { node }, xml("item", { id: "by-hand" }, entry));
    const act = describeAct({ kind: "node", who, service: who, node }, "publish");
    await connection.ask(xml("iq", { type: "set" }, xml("pubsub", { xmlns: pubsub }, publish)), act);
    await connection.close();
  }
});
