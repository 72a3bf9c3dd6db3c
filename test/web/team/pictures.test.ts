import { expect, test } from "vitest";
import { readUpload } from "../../../src/model/upload.ts";
import { mostBytes } from "../../../src/picture/picture.ts";
import { bells, chunk, pngOf, pngWith, tellingJpeg } from "../../fixtures/pictures.ts";
import { formOf, listed, someGallery, withTwo } from "./gallery.ts";

const text = (words: string): Buffer => Buffer.from(words);

test("a picture from a device is asked what is to be seen there, and kept with that", async () => {
  const { app, author, id, mediaOf, send } = await someGallery();
  const asked = await send([
    ["text", "Bells, typed just now."],
    ["file", tellingJpeg(6)],
  ]);
  expect(asked.text).toContain("Nothing is kept yet: say of each new picture what is to be seen there");
  expect(asked.text).toContain("Bells, typed just now.");
  expect(await mediaOf("fedi")).toEqual([]);
  const [url = ""] = listed(asked);
  const kept = await send([
    ["text", "Bells, typed just now."],
    ["media", url],
    ["alt", "Three bells"],
    ["asked", "1"],
  ]);
  expect(kept.text).toContain("Changed. Pictures added: “Three bells”.");
  expect(await mediaOf("fedi")).toEqual([{ url, alt: "Three bells" }]);
  const { file = "" } = readUpload(url) ?? {};
  expect(kept.text).toContain(`src="/desk/pictures/${file}" alt="Three bells"`);
  const shown = await author.get(`/desk/pictures/${file}`);
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    "content-type": "image/jpeg",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "cache-control": "private, max-age=31536000, immutable",
    "cross-origin-resource-policy": "same-origin",
  });
  expect(shown.text).not.toMatch(/GPS|php|archive/);
  const said = (await app.ledger.audit.list(2)).map(({ who, action, subject, detail }) => ({
    who,
    action,
    subject,
    detail,
  }));
  expect(said).toEqual([
    { who: "the-author", action: "edit", subject: id, detail: "Changed. Pictures added: “Three bells”." },
    { who: "the-author", action: "add picture", subject: id, detail: `JPEG, 12 × 8, 1 kB: ${file}` },
  ]);
});

const avif = Buffer.concat([Buffer.from([0, 0, 0, 28]), text("ftypavif"), Buffer.alloc(16)]);

test.each([
  ["a page named .png", text("<!doctype html><script>alert(1)</script>"), "The file is a web page"],
  ["an SVG with a script", text(`<svg onload="alert(1)">`), "SVG is not taken"],
  ["an AVIF", avif, "AVIF is not shown by every network yet"],
  ["a GIF that is a script", text("GIF89a/*\u0000\u0000*/=alert(1)"), "The picture is damaged or cut short"],
  ["a PNG of 50,000 × 50,000", pngOf(50_000, 50_000), "more than 50 million pixels"],
  ["a picture cut short", bells.jpg.subarray(0, -2), "The picture is damaged or cut short"],
  ["an empty file", Buffer.alloc(0), "The file is empty"],
  ["20 MB", Buffer.alloc(20_000_000), "larger than 8 MB"],
])("%s is refused in one sentence, and the words typed beside it stay", async (_, file, sentence) => {
  const { send, mediaOf, uploads } = await someGallery();
  const seen = await send([
    ["text", "Typed for an hour."],
    ["file", file],
  ]);
  expect(seen.status).toBe(400);
  expect(seen.text).toContain(sentence);
  expect(seen.text).toContain("Typed for an hour.");
  expect([await mediaOf("fedi"), await uploads()]).toEqual([[], 0]);
});

test("a refusal speaks German", async () => {
  const { author, send } = await someGallery();
  await author.post("/language", { language: "de" });
  expect((await send([["file", text("<!doctype html>")]])).text).toContain("Die Datei ist eine Webseite");
});

test("a form that came broken is told so", async () => {
  const { author, url, id } = await someGallery();
  const seen = await author.post(
    `/desk/posts/${id}/words`,
    { text: "no parts" },
    { origin: url, "content-type": "multipart/form-data; boundary=bells" },
  );
  expect([seen.status, seen.text.includes("That form came broken")]).toEqual([400, true]);
});

test("pictures change places, are taken out, and make room for others", async () => {
  const { send, mediaOf, rows, one, two } = await withTwo();
  expect(listed(await send([...rows, ["up", "1"]], "try"))).toEqual([two, one]);
  expect(await mediaOf("fedi")).toEqual([]);
  await send(rows);
  const other = await send([...rows, ["gone", "0"], ["instead-1", bells.gif], ["text", "Other bells."]]);
  expect(other.text).toContain("Pictures removed: “One”, “Two”.");
  expect((await mediaOf("fedi")).map(({ url, alt }) => [url.split(".").at(-1), alt])).toEqual([
    ["gif", "Two"],
  ]);
});

test("a script that asks hears the look, and the form's pictures anew where they changed", async () => {
  const { author, url, id, rows } = await withTwo();
  const headers = { origin: url, "hx-request": "true" };
  const look = await author.post(`/desk/posts/${id}/try`, formOf(rows), headers);
  expect(look.text).not.toContain("<hx-partial");
  const moved = await author.post(`/desk/posts/${id}/try`, formOf([...rows, ["file", bells.gif]]), headers);
  expect(moved.text).toContain(`<hx-partial hx-target="#pictures-${id}"`);
  expect(listed(moved)).toHaveLength(3);
});

test("similar channels get the pictures as well, and those that take none only the words", async () => {
  const { author, id, rows, mediaOf, one, two } = await withTwo(["fedi", "bird"]);
  const seen = await author.post(
    `/desk/posts/${id}/words`,
    formOf([...rows, ["text", "All bells."], ["use", "all"]]),
  );
  expect(seen.text).toContain("bird: Changed.");
  expect(await mediaOf("bird")).toEqual([
    { url: one, alt: "One" },
    { url: two, alt: "Two" },
  ]);
});

test("a channel that takes no pictures gets the words of the others alone", async () => {
  const { author, id, rows, mediaOf } = await withTwo(["sky", "forum"]);
  const seen = await author.post(
    `/desk/posts/${id}/words`,
    formOf([...rows, ["text", "All bells."], ["use", "all"]]),
  );
  expect(seen.text).toContain("Reddit takes no pictures: only the words are the same.");
  expect(await mediaOf("forum")).toEqual([]);
  expect(await mediaOf("sky")).toHaveLength(2);
});

test("what a network takes is said before anybody saves, and what it does not take is refused", async () => {
  const { author, id, send, mediaOf } = await someGallery(["sky"]);
  expect((await author.get(`/desk/posts/${id}`)).text).toContain(
    "Bluesky takes 4 pictures of at most 2 MB each: JPEG, PNG, GIF or WebP.",
  );
  const large = pngWith(chunk("IDAT", Buffer.alloc(3_100_000, 7)));
  expect(large.length).toBeLessThan(mostBytes);
  const tried = await send([["file", large]], "try");
  const sentence = "Bluesky takes pictures of 2 MB at most, and picture 1 has 3.1 MB: make it smaller.";
  expect(tried.text).toContain(sentence);
  const kept = await send([
    ["media", listed(tried)[0] ?? ""],
    ["alt", "Bells"],
    ["text", "Typed."],
  ]);
  expect([kept.status, kept.text.includes(sentence), kept.text.includes("Typed.")]).toEqual([
    400,
    true,
    true,
  ]);
  const five = await send(
    [bells.png, bells.jpg, bells.gif, bells.webp, tellingJpeg(3)].map((file) => ["file", file] as const),
    "try",
  );
  expect(five.text).toContain("Bluesky takes 4 pictures at most: remove 1.");
  expect(await mediaOf("sky")).toEqual([]);
});
