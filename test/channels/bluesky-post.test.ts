import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Session } from "../../src/channel/channel.ts";
import { bell } from "../bench/io.ts";
import { failureOf, openAt, recordOf, sendTo } from "../bench/pds-acts.ts";
import { canStartPds, type Pds, startPds } from "../bench/pds.ts";
import { makePost } from "../bench/post.ts";

const link = "https://example.org/newsletter/2026/11/a-rather-long-name/";
const card = { url: link, title: "Issue 11", description: "What happened in November", image: null };

describe.skipIf(!(await canStartPds()))("a post on a real server", () => {
  let pds: Pds;
  let session: Session;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "carillon-pictures-"));
    pds = await startPds();
    session = await openAt(pds);
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
    await pds.close();
  });

  test("has a permalink under the account's handle", async () => {
    const { remoteId, permalink } = await sendTo(session, makePost());
    expect(permalink).toBe(`https://bsky.app/profile/bells.test/post/${remoteId.split("/").at(-1)}`);
  });

  test("replies to the post before it and to the first", async () => {
    const root = await sendTo(session, makePost({ text: "1/3" }));
    const second = await sendTo(session, makePost({ text: "2/3" }), { root, parent: root });
    const third = await sendTo(session, makePost({ text: "3/3" }), { root, parent: second });
    const point = ({ remoteId, data }: typeof root): object => ({ uri: remoteId, ...(data as object) });
    expect((await recordOf(pds, third)).reply).toEqual({ root: point(root), parent: point(second) });
  });

  test("has a card with a picture", async () => {
    const receipt = await sendTo(session, makePost({ link, card: { ...card, image: bell } }));
    const external = { uri: link, title: "Issue 11", description: "What happened in November" };
    const thumb = expect.objectContaining({ mimeType: "image/png" }) as object;
    expect((await recordOf(pds, receipt)).embed).toMatchObject({ external: { ...external, thumb } });
  });

  test.each([
    ["is too large", Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), Buffer.alloc(1_000_000)])],
    ["is no picture", Buffer.from("<svg/>")],
  ])("has a card without a picture where that %s", async (what, bytes) => {
    const path = join(folder, what);
    await writeFile(path, bytes);
    const image = { url: pathToFileURL(path).href, alt: "" };
    const receipt = await sendTo(session, makePost({ link, card: { ...card, image } }));
    const { title, description } = card;
    const { embed } = await recordOf(pds, receipt);
    expect(embed).toEqual({ $type: "app.bsky.embed.external", external: { uri: link, title, description } });
  });

  test("has a bare card where its link is shown nowhere else", async () => {
    const { embed } = await recordOf(pds, await sendTo(session, makePost({ link })));
    expect(embed).toMatchObject({ external: { uri: link, title: "example.org/newsletter/2026/1…" } });
  });

  test("has pictures with their alternative texts and shapes, and its link below the text", async () => {
    const receipt = await sendTo(session, makePost({ text: "Größe", link, card, media: [bell] }));
    const { text, facets, embed } = await recordOf(pds, receipt);
    const images = [{ alt: bell.alt, aspectRatio: { width: 48, height: 48 } }];
    expect(embed).toMatchObject({ $type: "app.bsky.embed.images", images });
    expect(text).toBe("Größe\n\nexample.org/newsletter/2026/1…");
    const index = { byteStart: 9, byteEnd: Buffer.byteLength(text) };
    expect(facets).toEqual([{ index, features: [{ $type: "app.bsky.richtext.facet#link", uri: link }] }]);
  });

  test("is refused where pictures leave no room for its link", async () => {
    const post = makePost({ text: "x".repeat(280), link, card, media: [bell] });
    expect(await failureOf(() => sendTo(session, post))).toEqual({
      kind: "refused",
      reason: expect.stringContaining("gets 12 graphemes too long") as string,
    });
  });

  test("takes 300 characters, however many bytes they have, and refuses 301", async () => {
    await sendTo(session, makePost({ text: "🔔".repeat(300) }));
    const failure = await failureOf(() => sendTo(session, makePost({ text: "🔔".repeat(301) })));
    expect(failure).toMatchObject({ kind: "refused", reason: expect.stringContaining("300") as string });
  });

  test("refuses more than 3000 bytes", async () => {
    const text = "👩‍💻".repeat(299);
    expect(await failureOf(() => sendTo(session, makePost({ text })))).toMatchObject({ kind: "refused" });
  });

  test("mentions whom the server knows, and leaves others as they are written", async () => {
    const text = "Thanks to @bells.test and @nobody.test";
    const { facets } = await recordOf(pds, await sendTo(session, makePost({ text })));
    const feature = { $type: "app.bsky.richtext.facet#mention", did: session.profile.id };
    expect(facets).toMatchObject([{ features: [feature], index: { byteStart: 10, byteEnd: 21 } }]);
  });

  test("carries tags that are not in its text beside it", async () => {
    const post = makePost({ text: "News of #XMPP", tags: ["xmpp", "Jabber"], language: "pt-BR" });
    const { tags, langs } = await recordOf(pds, await sendTo(session, post));
    expect({ tags, langs }).toEqual({ tags: ["Jabber"], langs: ["pt-BR"] });
  });

  test("is counted by the AppView", async () => {
    const receipt = await sendTo(session, makePost({ text: "Popular" }));
    pds.appView.counts.set(receipt.remoteId, { likeCount: 7, repostCount: 3, replyCount: 1 });
    expect(await session.metrics?.([receipt])).toEqual([{ likes: 7, reposts: 3, replies: 1 }]);
  });

  test("is gone after it was removed twice", async () => {
    const receipt = await sendTo(session, makePost({ text: "Removed" }));
    await session.remove?.(receipt);
    await session.remove?.(receipt);
    await expect(recordOf(pds, receipt)).rejects.toThrow("Could not locate record");
    expect(await session.metrics?.([receipt])).toEqual([null]);
  });
});
