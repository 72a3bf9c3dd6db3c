import type { Media } from "../../../src/model/post.ts";
import { bells } from "../../fixtures/pictures.ts";
import { planInto } from "../../fixtures/shop.ts";
import { joinAs, openHouse, type Seen } from "./house.ts";

const accounts = [
  { name: "here", channel: "page", settings: {} },
  { name: "fedi", channel: "mastodon", settings: { server: "https://fedi.org", accessToken: "hush" } },
  { name: "bird", channel: "twitter", settings: { accessToken: "hush" } },
  { name: "sky", channel: "bluesky", settings: { identifier: "bells.org", password: "hush" } },
  { name: "forum", channel: "reddit", settings: { subreddit: "bells" } },
];

const post = {
  title: null,
  text: "Bells ring. https://bells.org/1",
  link: "https://bells.org/1",
  card: null,
  media: [] as readonly Media[],
  language: "en",
  tags: [],
};

/** A post on each account, and somebody who writes the first one. */
export async function someGallery(
  names: readonly string[] = ["fedi"],
  changes: object = {},
  now?: () => Date,
) {
  const { app, url } = await openHouse({ accounts }, now);
  const channels = Object.fromEntries(accounts.map(({ name, channel }) => [name, channel]));
  const plan = names.map((account) => ({ account, channel: channels[account] ?? "", post, ...changes }));
  await planInto(app.ledger, plan);
  const author = await joinAs(app, url, "author");
  const idOf = async (account: string) => (await app.ledger.deliveries.list({ account }))[0]?.id ?? "";
  const mediaOf = async (account: string) =>
    (await app.ledger.deliveries.list({ account }))[0]?.post.media ?? [];
  const id = await idOf(names[0] ?? "");
  const uploads = async () => (await app.ledger.store.read("SELECT file FROM upload")).length;
  const send = (fields: Fields, to = "words") => author.post(`/desk/posts/${id}/${to}`, formOf(fields));
  return { app, url, author, id, idOf, mediaOf, uploads, send };
}

export type Fields = readonly (readonly [name: string, value: string | Uint8Array, file?: string])[];

/** A form with pictures; files claim to be what they like. */
export function formOf(fields: Fields): FormData {
  const form = new FormData();
  form.append("pictures", "1");
  for (const [name, value, file = "picture.png"] of fields)
    if (typeof value === "string") form.append(name, value);
    else form.append(name, new File([new Uint8Array(value)], file, { type: "image/png" }));
  return form;
}

/** The addresses of pictures that the form of a page has. */
export const listed = ({ text }: Seen): readonly string[] =>
  Array.from(text.matchAll(/name="media" value="([^"]+)"/g), ([, url]) => url ?? "");

/** A post with two pictures, as its form has them. */
export async function withTwo(names = ["fedi"], changes: object = {}) {
  const house = await someGallery(names, changes);
  const [one = "", two = ""] = listed(
    await house.send(
      [
        ["file", bells.png],
        ["file", bells.webp],
      ],
      "try",
    ),
  );
  const rows = [
    ["media", one],
    ["alt", "One"],
    ["media", two],
    ["alt", "Two"],
  ] as const;
  return { ...house, one, two, rows };
}
