import { ChannelError, type Failure } from "../../src/channel/failure.ts";
import type { Post } from "../../src/model/post.ts";
import { worded } from "../../src/model/worded.ts";
import { fetchPost, isSame, type Told, tolerance } from "./find.ts";
import type { Memo } from "./memo.ts";
import type { Seat } from "./seat.ts";
import { linkPost } from "./urn.ts";

/** Milliseconds after which a post that LinkedIn made is one that it can tell of. */
const settled = 600_000;

/**
 * LinkedIn made no post because it takes an earlier one for the same. That is this very delivery's where an answer was lost; it may
 * also be an older one, or one that was removed, whose words LinkedIn refuses for a day or two more.
 * Gives the id and the time of this delivery's own.
 */
export async function settleDuplicate(
  { client, author }: Seat,
  post: Post,
  { at }: Memo,
  original: string | null,
): Promise<[string, Date]> {
  const first = Date.parse(at);
  const told = original === null ? undefined : await fetchOriginal({ client, author }, original);
  if (told && isSame(told, post, author) && told.at.getTime() >= first - tolerance) return [told.id, told.at];
  if (told)
    throw fail(
      "refused",
      worded`The account has said this before, at ${linkPost(told.id)}: change the text.`,
    );
  if (client.io.now().getTime() - first > settled) throw fail("refused", removed);
  throw fail(
    "lost",
    worded`LinkedIn says that it has this post already${original ? worded`, as ${original}` : ""}, and does not show it.`,
  );
}

const removed = worded`LinkedIn takes this for a post that it does not show any more, perhaps removed, and refuses its words for a day or two: look at the account, then change the text or send it later.`;

async function fetchOriginal({ client }: Seat, urn: string): Promise<Told | undefined> {
  try {
    return await fetchPost(client, urn);
  } catch {
    throw fail(
      "lost",
      worded`LinkedIn has this post already, at ${linkPost(urn)}, and does not let it be read: look, and decide.`,
    );
  }
}

function fail(kind: Exclude<Failure["kind"], "busy" | "down">, reason: string): ChannelError {
  return new ChannelError({ kind, reason });
}
