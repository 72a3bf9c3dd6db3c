import { expect, test } from "vitest";
import { tidy } from "../../../src/app/tidy.ts";
import { readUpload } from "../../../src/model/upload.ts";
import { mostBytes } from "../../../src/picture/picture.ts";
import { bells } from "../../fixtures/pictures.ts";
import { listed, someGallery, withTwo } from "./gallery.ts";
import { makeProgram } from "../api/programs.ts";
import { joinAs } from "./house.ts";

test("other pictures void what somebody agreed to, and say so", async () => {
  const { app, id, send, rows, url } = await withTwo(["fedi"], { approvalsNeeded: 1, state: "draft" });
  const approver = await joinAs(app, url, "approver");
  const sight =
    /name="sight" value="([^"]+)"/.exec((await approver.get(`/desk/posts/${id}`)).text)?.[1] ?? "";
  await approver.post(`/desk/posts/${id}/approve`, { sight });
  expect((await app.ledger.deliveries.get(id))?.state).toBe("scheduled");
  const seen = await send(rows);
  expect(seen.text).toContain("Changed; it must be approved again. Pictures added: “One”, “Two”.");
  const now = await app.ledger.deliveries.get(id);
  expect(now).toMatchObject({ state: "draft", approvals: [] });
  expect(now?.reason).toBe("Its pictures were changed after somebody agreed to it.");
  const late = await approver.post(`/desk/posts/${id}/approve`, { sight });
  expect(late.text).toContain("It was changed since you looked at it");
});

test("a picture is everybody's once its post is out, a guest's by their link, and nobody's else", async () => {
  const { app, author, url, id, send, rows, one } = await withTwo(["here"]);
  await send(rows);
  const { file = "" } = readUpload(one) ?? {};
  const ask = (path: string) => fetch(new URL(path, url), { redirect: "manual" });
  expect((await ask(`/pictures/${file}`)).status).toBe(404);
  expect((await ask(`/desk/pictures/${file}`)).status).toBe(303);
  const { entry = "" } = (await app.ledger.deliveries.get(id)) ?? {};
  const made = (await author.post(`/desk/entries/${entry}/review-links`)).text;
  const secret = /\/review\/([\w-]{20,})/.exec(made)?.[1] ?? "";
  expect(await (await ask(`/review/${secret}`)).text()).toContain(`/review/${secret}/pictures/${file}`);
  expect((await ask(`/review/${secret}/pictures/${file}`)).status).toBe(200);
  expect((await ask(`/review/${secret}x/pictures/${file}`)).status).toBe(404);
  await app.dispatcher.runDue();
  const out = await ask(`/pictures/${file}`);
  expect(Buffer.from(await out.arrayBuffer())).toEqual(bells.png);
  expect(Object.fromEntries(out.headers)).toMatchObject({
    "content-type": "image/png",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "cache-control": "public, max-age=31536000, immutable",
    "cross-origin-resource-policy": "cross-origin",
  });
  const page = await (await ask("/")).text();
  expect(page).toMatch(new RegExp(`src="[^"]+/pictures/${file}"\\s+alt="One"`));
  expect(page).not.toContain("carillon-upload");
  expect(await (await ask("/feed.atom")).text()).toContain(`/pictures/${file}`);
});

test("a feed that names a picture by what everybody may know of it shows nothing", async () => {
  const { app, url, one } = await withTwo();
  const { file = "" } = readUpload(one) ?? {};
  const forged = [{ url: `carillon-upload:${"A".repeat(22)}/${file}`, alt: "" }];
  const [fedi] = await app.ledger.deliveries.list({});
  const post = { ...fedi!.post, media: forged };
  await app.ledger.deliveries.change(fedi!.id, ["scheduled"], { post }, new Date());
  await app.ledger.store.commit((tx) => tx.run("UPDATE delivery SET state = 'sent'"));
  expect((await fetch(`${url}/pictures/${file}`)).status).toBe(404);
});

test("only what the team brought can be named, and only by its secret", async () => {
  const { app, send, one, mediaOf } = await withTwo();
  const { file = "" } = readUpload(one) ?? {};
  const forged = `carillon-upload:${"A".repeat(22)}/${file}`;
  await expect(app.io.load(forged, mostBytes)).rejects.toThrow("A picture is not there any more");
  expect(Buffer.from((await app.io.load(one, mostBytes)).bytes)).toEqual(bells.png);
  for (const url of [forged, "http://127.0.0.1/inner.png", "carillon-upload:x"])
    expect(
      (
        await send([
          ["media", url],
          ["alt", "x"],
        ])
      ).text,
    ).toContain("A picture is not there any more: add it again.");
  expect(await mediaOf("fedi")).toEqual([]);
});

test("a picture that no post carries is gone after a day, another stays", async () => {
  let time = new Date("2026-11-23T10:00:00Z");
  const { app, send, uploads, mediaOf } = await someGallery(["fedi"], {}, () => time);
  const [one = "", two = ""] = listed(
    await send(
      [
        ["file", bells.png],
        ["file", bells.gif],
      ],
      "try",
    ),
  );
  await send([
    ["media", one],
    ["alt", "One"],
    ["text", "Bells."],
  ]);
  expect([await tidy(app), await uploads()]).toEqual([0, 2]);
  time = new Date("2026-11-24T10:00:01Z");
  expect([await tidy(app), await uploads()]).toEqual([1, 1]);
  expect((await mediaOf("fedi")).map(({ url }) => url)).toEqual([one]);
  await expect(app.io.load(two, mostBytes)).rejects.toThrow("not there any more");
});

test("nobody fills the ledger with pictures", async () => {
  const { send } = await someGallery();
  const many = Array.from({ length: 62 }, () => ["file", bells.gif] as const);
  expect((await send(many, "try")).text).toContain("Those are many pictures in a short time");
});

test("programs bring pictures, put them into posts, and look at them", async () => {
  const { app, url, id, mediaOf } = await someGallery();
  const writer = await makeProgram(app, url, ["see", "write"]);
  const content = bells.png.toString("base64");
  const brought = (await writer.post(`/posts/${id}/pictures`, { content })).body as { readonly url: string };
  const media = [{ url: brought.url, alt: "Bells" }];
  expect((await writer.post(`/posts/${id}/words`, { media })).body).toEqual({
    done: true,
    lines: ["Changed. Pictures added: “Bells”."],
  });
  expect(await mediaOf("fedi")).toEqual(media);
  const { file = "" } = readUpload(brought.url) ?? {};
  expect((await writer.get(`/pictures/${file}`)).body).toEqual({ type: "image/png", content });
  const page = Buffer.from("<!doctype html>").toString("base64");
  const refused = await writer.post(`/posts/${id}/pictures`, { content: page });
  expect([refused.status, refused.text.includes("The file is a web page")]).toEqual([422, true]);
  expect((await writer.post(`/posts/${id}/pictures`, { content: "%" })).status).toBe(422);
  expect((await writer.post(`/posts/${id}/pictures`, { content: "A".repeat(11_000_000) })).status).toBe(413);
  expect((await writer.post("/posts/none/pictures", { content })).status).toBe(404);
});
