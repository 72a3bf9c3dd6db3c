import { expect, test } from "vitest";
import { writeEntry } from "../../channels/xmpp/atom.ts";
import type { Attachment, Memo } from "../../channels/xmpp/memo.ts";
import { writeMessage } from "../../channels/xmpp/message.ts";
import { bell } from "../bench/io.ts";
import { makePost } from "../bench/post.ts";

const oob = "jabber:x:oob";
const sharing = "urn:xmpp:sfs:0";
const place = { kind: "node", who: "bells@example.org", service: "bells@example.org", node: "n" } as const;
const linked: Attachment = {
  source: "https://example.org/a.png",
  url: "https://example.org/a.png",
  alt: bell.alt,
  type: null,
};
const uploaded: Attachment = { ...linked, url: "https://files.example.org/1/a.png", type: "image/png" };

function memoWith(attachments: readonly Attachment[]): Memo {
  return { key: "key", published: "2026-11-05T15:00:00.000Z", parent: null, attachments };
}

function messageWith(attachments: readonly Attachment[]) {
  return writeMessage(
    "hall@rooms.example.org",
    "hall@rooms.example.org/Bells",
    makePost(),
    memoWith(attachments),
  );
}

test("an image that was uploaded is attached, with its alternative text", () => {
  const message = messageWith([uploaded]);
  expect(message.getChildText("body")).toBe(`Hello\n${uploaded.url}`);
  expect(message.getChild("x", oob)?.getChildText("url")).toBe(uploaded.url);
  expect(message.getChild("file-sharing", sharing)?.getChild("file")?.getChildText("desc")).toBe(bell.alt);
});

test("an image on a server without uploads is linked where it is, and not attached", () => {
  const message = messageWith([linked]);
  expect(message.getChildText("body")).toBe(`Hello\n${linked.url}`);
  expect(message.getChild("x", oob)).toBeUndefined();
  expect(message.getChild("file-sharing", sharing)).toBeUndefined();
});

test("an entry without a title takes its first line, shortened", () => {
  const text = `\n${"ü".repeat(150)}\nmore`;
  const entry = writeEntry(place, "Bells", makePost({ text }), memoWith([]), "2026-11-06T00:00:00.000Z");
  expect(entry.getChildText("title")).toBe(`${"ü".repeat(99)}…`);
  expect(entry.getChildText("content")).toBe(text);
});

test("an entry is the same, byte for byte, when it is published again", () => {
  const memo = memoWith([uploaded]);
  const write = () => writeEntry(place, "Bells", makePost(), memo, memo.published).toString();
  expect(write()).toBe(write());
});
