import { expect, onTestFinished, test } from "vitest";
import { readUpload } from "../src/model/upload.ts";
import { startMastodon } from "./bench/mastodon.ts";
import { canStartPds, startPds } from "./bench/pds.ts";
import { startWebhook } from "./bench/webhook.ts";
import { bells, tellingJpeg } from "./fixtures/pictures.ts";
import { planInto } from "./fixtures/shop.ts";
import { formOf, listed } from "./web/team/gallery.ts";
import { joinAs, openHouse } from "./web/team/house.ts";

const post = {
  title: null,
  text: "Bells ring.",
  link: null,
  card: null,
  media: [],
  language: "en",
  tags: [],
};

/** A post on that account, with two pictures that somebody brought; then it goes out. */
async function send(channel: string, settings: Readonly<Record<string, string>>) {
  const { app, url } = await openHouse({ accounts: [{ name: "one", channel, settings }] });
  await planInto(app.ledger, [{ channel, post }]);
  const [{ id } = { id: "" }] = await app.ledger.deliveries.list({});
  const author = await joinAs(app, url, "author");
  const files = [tellingJpeg(6), bells.png].map((file) => ["file", file] as const);
  const urls = listed(await author.post(`/desk/posts/${id}/try`, formOf(files)));
  const fields = urls.flatMap((one, at) => [["media", one] as const, ["alt", `Picture ${at + 1}`] as const]);
  await author.post(`/desk/posts/${id}/words`, formOf([...fields, ["text", "Bells ring, with pictures."]]));
  await app.dispatcher.runDue();
  const sent = await app.ledger.deliveries.get(id);
  expect([sent?.state, sent?.reason]).toEqual(["sent", null]);
  const kept = await Promise.all(urls.map((one) => app.io.load(one, 8_000_000)));
  return { url, urls, receipt: sent?.receipt, kept: kept.map(({ bytes }) => Buffer.from(bytes)) };
}

test("a network gets the pictures as they are kept, byte by byte, in their order", async () => {
  const server = await startMastodon({});
  onTestFinished(() => server.close());
  const { kept } = await send("mastodon", { server: server.url, accessToken: server.tokenOf("comms") });
  const [status] = server.seen("comms");
  expect(status?.media.map(({ bytes }) => Buffer.from(bytes))).toEqual(kept);
  expect(status?.media.map(({ description }) => description)).toEqual(["Picture 1", "Picture 2"]);
  expect(kept[1]).toEqual(bells.png);
  expect(kept[0]?.includes("GPS")).toBe(false);
});

interface Shown {
  readonly value: {
    readonly embed: {
      readonly images: readonly {
        readonly alt: string;
        readonly image: { readonly ref: { toString(): string } };
      }[];
    };
  };
}

test.skipIf(!(await canStartPds()))("so does a real server of another network", async () => {
  const pds = await startPds();
  onTestFinished(() => pds.close());
  const settings = { server: pds.url, identifier: pds.handle, password: pds.appPassword };
  const { kept } = await send("bluesky", settings);
  const did = pds.owner.session?.did ?? "";
  const { data } = await pds.owner.com.atproto.repo.listRecords({
    repo: did,
    collection: "app.bsky.feed.post",
  });
  const [record] = data.records as unknown as readonly Shown[];
  const images = record?.value.embed.images ?? [];
  expect(images.map(({ alt }) => alt)).toEqual(["Picture 1", "Picture 2"]);
  const blobs = await Promise.all(
    images.map(({ image }) => pds.owner.com.atproto.sync.getBlob({ did, cid: image.ref.toString() })),
  );
  expect(blobs.map((blob) => Buffer.from(blob.data))).toEqual(kept);
});

test("a program hears where it can load them, and can", async () => {
  const secret = Buffer.alloc(32, 1).toString("base64");
  const receiver = await startWebhook({ secret });
  onTestFinished(() => receiver.close());
  const { url, urls, kept } = await send("webhook", { server: receiver.url, secret });
  const [request] = receiver.requests;
  const said = Buffer.from(request?.body ?? []).toString();
  expect(said).not.toContain("carillon-upload");
  const files = urls.map((one) => readUpload(one)?.file ?? "");
  for (const file of files) expect(said).toContain(`/pictures/${file}"`);
  const loaded = await Promise.all(files.map((file) => fetch(`${url}/pictures/${file}`)));
  expect(await Promise.all(loaded.map(async (one) => Buffer.from(await one.arrayBuffer())))).toEqual(kept);
});
