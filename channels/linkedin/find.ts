import { ChannelError } from "../../src/channel/failure.ts";
import type { Post } from "../../src/model/post.ts";
import { worded } from "../../src/model/worded.ts";
import { type Client, orMissing, read } from "./client.ts";
import { type JsonObject, listOf, numberAt, textAt } from "./json.ts";
import { isSameText, readLittle } from "./little.ts";
import type { Seat } from "./seat.ts";
import { encode, isPost } from "./urn.ts";

/** Milliseconds that LinkedIn's clock and ours may differ. */
export const tolerance = 600_000;
const batch = 100;
const pages = 10;

/** A post as LinkedIn tells it. */
export interface Told {
  readonly id: string;
  readonly author: string;
  /** As a follower reads it. */
  readonly text: string;
  readonly live: boolean;
  readonly at: Date;
}

/** Undefined where there is none: LinkedIn names some that it does not have. */
export async function fetchPost(client: Client, urn: string): Promise<Told | undefined> {
  const post = await orMissing(read(client, `/rest/posts/${encode(urn)}`));
  return post && tell(post);
}

/** The account's own post that says the same, if one was made since, and is there when it is asked for. */
export async function findPost({ client, author }: Seat, post: Post, since: Date): Promise<Told | undefined> {
  for (const told of await listSince(client, author, since.getTime() - tolerance)) {
    const there = isSame(told, post, author) ? await fetchPost(client, told.id) : undefined;
    if (there && isSame(there, post, author)) return there;
  }
  return undefined;
}

export function isSame({ id, live, author: by, text }: Told, post: Post, author: string): boolean {
  return isPost(id) && live && by === author && isSameText(text, post.text);
}

/** Newest first. */
async function listSince(client: Client, author: string, from: number): Promise<Told[]> {
  const found: Told[] = [];
  for (let page = 0; page < pages; page++) {
    const posts = await fetchPage(client, author, page * batch);
    const recent = posts.filter(({ at }) => at.getTime() >= from);
    found.push(...recent);
    if (recent.length < posts.length || posts.length < batch) return found;
  }
  throw unclear(worded`Too many posts went out since to look through.`);
}

async function fetchPage(client: Client, author: string, start: number): Promise<Told[]> {
  const query = `q=author&author=${encode(author)}&start=${start}&count=${batch}&sortBy=CREATED`;
  const data = await read(client, `/rest/posts?${query}`, "FINDER");
  if (!Array.isArray(data["elements"]))
    throw unclear(worded`LinkedIn answered with something that is not a list.`);
  return listOf(data, "elements").map(tell);
}

function tell(post: JsonObject): Told {
  return {
    id: textAt(post, "id"),
    author: textAt(post, "author"),
    text: readLittle(textAt(post, "commentary")),
    live: textAt(post, "lifecycleState") === "PUBLISHED",
    at: new Date(numberAt(post, "publishedAt") || numberAt(post, "createdAt")),
  };
}

function unclear(reason: string): ChannelError {
  return new ChannelError({ kind: "lost", reason });
}
