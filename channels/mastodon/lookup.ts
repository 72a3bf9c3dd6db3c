import type { mastodon } from "masto";
import { ChannelError } from "../../src/channel/failure.ts";
import { AnswerError } from "../../src/channel/http.ts";
import type { Post } from "../../src/model/post.ts";
import { worded } from "../../src/model/worded.ts";
import type { Client } from "./client.ts";
import type { Memo } from "./memo.ts";
import { isSameText, readPlaintext } from "./plaintext.ts";

type Status = mastodon.v1.Status;

/** Milliseconds that the server's clock and ours may differ. */
const tolerance = 600_000;
const pages = 10;

/**
 * The account's own status that says what the post says, if one was made since. Throws where a status about the same link
 * is there and the server does not tell its text.
 */
export async function findStatus(
  client: Client,
  account: string,
  post: Post,
  memo: Memo,
  since: Date,
): Promise<Status | undefined> {
  for (const status of await listSince(client, account, since.getTime() - tolerance))
    if ((status.inReplyToId ?? null) === memo.parent && (await saysSame(client, status, post))) return status;
  return undefined;
}

async function listSince(client: Client, account: string, from: number): Promise<Status[]> {
  const found: Status[] = [];
  let page = 0;
  for await (const statuses of client.v1.accounts
    .$select(account)
    .statuses.list({ limit: 40, excludeReblogs: true })) {
    if (!Array.isArray(statuses))
      throw unclear(worded`The server answered with something that is no list of posts.`);
    const recent = statuses.filter((status) => Date.parse(status.createdAt) >= from);
    found.push(...recent);
    if (recent.length < statuses.length || statuses.length === 0) return found;
    if (++page === pages) throw unclear(worded`Too many posts went out since to look through.`);
  }
  return found;
}

/** Servers change texts when they make HTML of them; what was written is at the status's source. */
async function saysSame(client: Client, status: Status, post: Post): Promise<boolean> {
  if (isSameText(readPlaintext(status.content), post.text)) return true;
  if (post.link === null || !status.content.includes(escape(post.link))) return false;
  try {
    const { text } = await client.v1.statuses.$select(status.id).source.fetch();
    return isSameText(text, post.text);
  } catch (error) {
    if (!(error instanceof AnswerError) || error.status >= 500) throw error;
    throw unclear(
      worded`${status.url ?? status.uri} has the same link, and the server does not tell its text.`,
    );
  }
}

function escape(link: string): string {
  return link.replaceAll("&", "&amp;");
}

function unclear(reason: string): ChannelError {
  return new ChannelError({ kind: "lost", reason });
}
