import type { Element } from "@xmpp/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Prosody, startProsody, whyNoProsody } from "../bench/prosody.ts";
import { makePost } from "../bench/post.ts";
import { startTcpProxy, type TcpProxy } from "../bench/tcp-proxy.ts";
import { failureOf, makeContext, openAt, send } from "../bench/xmpp-acts.ts";
import { openRoom, type RoomReader } from "../bench/xmpp-room.ts";

if (whyNoProsody !== undefined) console.log(`Skipped: ${whyNoProsody}`);

let prosody: Prosody;
let proxy: TcpProxy;
beforeAll(async () => {
  if (whyNoProsody !== undefined) return;
  prosody = await startProsody();
  proxy = await startTcpProxy(prosody.port, (text) => text.includes("<body"));
});
afterAll(async () => {
  await proxy?.close();
  await prosody?.close();
});

describe.skipIf(whyNoProsody !== undefined)("a room", () => {
  test("shows a message whose own id is the delivery's", async () => {
    await using room = await enter("form");
    const { receipt } = await send(room.session, makePost({ text: "Grüße 👩‍💻 <&>\u0007", language: "de" }));
    const [message] = await room.reader.messages();
    expect(message?.attrs).toMatchObject({ id: receipt.remoteId, type: "groupchat", "xml:lang": "de" });
    expect(message?.getChild("origin-id")?.attrs["id"]).toBe(receipt.remoteId);
    expect(message?.getChildText("body")).toBe("Grüße 👩‍💻 <&>");
    expect(receipt).toMatchObject({ permalink: "xmpp:form@rooms.localhost?join" });
  });

  test("is spoken to once although the answer was lost", async () => {
    await using room = await enter("lost");
    const post = makePost({ text: "Only once" });
    const memo = await room.session.prepare(post, makeContext());
    const since = new Date();
    proxy.arm("loseAnswer");
    expect(await failureOf(() => room.session.publish(post, memo))).toEqual({
      kind: "lost",
      reason: "lost@rooms.localhost: the connection broke before an answer came; the post may be live.",
    });
    const found = await room.session.find?.(post, memo, since);
    const [message, ...more] = await room.reader.messages();
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      remoteId: message?.attrs["id"],
      data: { stanzaId: stanzaIdOf(message) },
    });
  });

  test("is searched beyond the first page of its archive", async () => {
    await using room = await enter("pages");
    const since = new Date();
    const { memo } = await send(room.session, makePost({ text: "The last" }));
    for (let count = 0; count < 60; count++) await send(room.session, makePost({ text: `Chatter ${count}` }));
    const { memo: last } = await send(room.session, makePost({ text: "The last" }));
    const first = await room.session.find?.(makePost(), memo, since);
    expect(first).toMatchObject({ permalink: "xmpp:pages@rooms.localhost?join" });
    expect(await room.session.find?.(makePost(), last, since)).toBeDefined();
  });

  test("gets corrections and retractions that name the message", async () => {
    await using room = await enter("after");
    const { receipt } = await send(room.session, makePost({ text: "Tpyo" }));
    const edited = await room.session.edit?.(receipt, makePost({ text: "Typo" }));
    await room.session.remove?.(edited ?? receipt);
    const [first, correction, retraction] = await room.reader.messages();
    expect(correction?.getChild("replace")?.attrs["id"]).toBe(receipt.remoteId);
    expect(retraction?.getChild("retract")?.attrs["id"]).toBe(stanzaIdOf(first));
    expect(retraction?.getChild("fallback")?.attrs["for"]).toBe("urn:xmpp:message-retract:1");
  });

  test("is told of a correction and a retraction once, although the answers were lost", async () => {
    await using room = await enter("twice");
    const { receipt } = await send(room.session, makePost({ text: "Tpyo" }));
    const first = { key: "edit-1", again: false, since: new Date() };
    const last = { key: "gone-1", again: false, since: new Date() };
    proxy.arm("loseAnswer");
    const edit = (context: typeof first) => room.session.edit?.(receipt, makePost({ text: "Typo" }), context);
    expect(await failureOf(async () => edit(first))).toMatchObject({ kind: "lost" });
    await edit({ ...first, again: true });
    await room.session.remove?.(receipt, last);
    await room.session.remove?.(receipt, { ...last, again: true });
    const ids = (await room.reader.messages()).map(({ attrs }) => attrs["id"]);
    expect(ids).toEqual([receipt.remoteId, "edit-1", "gone-1"]);
  });

  test("is entered again after it put the account out", async () => {
    await using room = await enter("kick");
    await room.reader.set({ nick: "Bells", role: "none" });
    await send(room.session, makePost({ text: "Back again" }));
    expect(await room.reader.visible()).toMatchObject([{ text: "Back again" }]);
  });

  test("is entered under another nick where the first is taken", async () => {
    await using room = await enter("nicks", "Reader");
    await send(room.session, makePost());
    const [message] = await room.reader.messages();
    expect(message?.attrs["from"]).toBe("nicks@rooms.localhost/Reader 2");
  });

  test("that takes voice away is told of in words", async () => {
    await using room = await enter("mute");
    await room.reader.configure({ "muc#roomconfig_moderatedroom": "1" });
    await room.reader.set({ nick: "Bells", role: "visitor" });
    expect(await failureOf(() => send(room.session, makePost()))).toEqual({
      kind: "unauthorised",
      reason: "The room mute@rooms.localhost does not let bells@localhost speak: ask its owner for voice.",
    });
  });

  test("that bans the account is told of in words", async () => {
    await using room = await enter("ban");
    await room.reader.set({ jid: "bells@localhost", affiliation: "outcast" });
    expect(await failureOf(() => send(room.session, makePost()))).toEqual({
      kind: "unauthorised",
      reason:
        "The room ban@rooms.localhost does not let bells@localhost in (banned): ask its owner to lift the ban.",
    });
  });

  test("for members only is told of in words", async () => {
    const reader = await openRoom(prosody.port, "club@rooms.localhost");
    await reader.configure({ "muc#roomconfig_membersonly": "1" });
    expect(await failureOf(() => openAt(proxy.port, { room: reader.room }))).toEqual({
      kind: "unauthorised",
      reason:
        "The room club@rooms.localhost lets only members in: ask its owner to make bells@localhost a member.",
    });
    await reader.close();
  });

  test("that does not exist is not made by a slip of the pen", async () => {
    const act = (): Promise<unknown> => openAt(proxy.port, { room: "tpyo@rooms.localhost" });
    const failures = [await failureOf(act), await failureOf(act)];
    const reason = "There is no room tpyo@rooms.localhost: check the setting room, or make the room first.";
    expect(failures).toEqual([1, 2].map(() => ({ kind: "unauthorised", reason })));
  });

  test("without an archive shows its history, and never says that a message is not there", async () => {
    await using room = await enter("short", "Bells", "forgetful.localhost");
    const since = new Date();
    const { memo, receipt } = await send(room.session, makePost({ text: "Remembered" }));
    expect(await room.session.find?.(makePost(), memo, since)).toMatchObject({ remoteId: receipt.remoteId });
    const unsent = await room.session.prepare(makePost(), makeContext());
    expect(await failureOf(async () => room.session.find?.(makePost(), unsent, since))).toMatchObject({
      kind: "lost",
      reason: expect.stringContaining("keeps no archive") as string,
    });
  });
});

/** The reader makes the room, and the account enters it. */
async function enter(name: string, nick = "Bells", host = "rooms.localhost") {
  const reader: RoomReader = await openRoom(prosody.port, `${name}@${host}`);
  const session = await openAt(proxy.port, { room: reader.room, nick });
  const leave = async (): Promise<void> => void (await Promise.all([session.close?.(), reader.close()]));
  return { reader, session, [Symbol.asyncDispose]: leave };
}

function stanzaIdOf(message: Element | undefined): string | undefined {
  return message?.getChild("stanza-id", "urn:xmpp:sid:0")?.attrs["id"];
}
