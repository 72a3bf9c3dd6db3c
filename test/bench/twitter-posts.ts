import { json, type Reply, type Request } from "./bench-server.ts";
import { type Account, type Media, type Post, renderPost } from "./twitter-entities.ts";
import { takeMedia } from "./twitter-media.ts";
import { invalid, notFound, problem, problems } from "./twitter-problems.ts";
import { isSame, isTooLong } from "./twitter-text.ts";
import type { Instance } from "./twitter-instance.ts";

interface Params {
  readonly text?: string;
  readonly reply?: { readonly in_reply_to_tweet_id: string };
  readonly media?: { readonly media_ids: readonly string[] };
}

export function createPost(instance: Instance, account: Account, request: Request): Reply {
  const params = JSON.parse(request.body.toString()) as Params;
  const { text = "", reply } = params;
  const media = takeMedia(instance, account, params.media?.media_ids ?? []);
  if ("status" in media) return media;
  const parent = reply ? instance.posts.get(reply.in_reply_to_tweet_id) : undefined;
  const refusal = refuse(instance, account, text, media) ?? refuseReply(instance, account, reply, parent);
  if (refusal) return refusal;
  const post = makePost(instance, account, { text, parent, media });
  account.posts.push(post);
  instance.posts.set(post.id, post);
  instance.acts.push(`publish ${post.id}`);
  const { id, text: shown } = renderPost(post, [], instance.options.names) as { id: string; text: string };
  return json(201, { data: { id, text: shown } });
}

interface Draft {
  readonly text: string;
  readonly parent: Post | undefined;
  readonly media: readonly Media[];
}

function makePost(instance: Instance, account: Account, { text, parent, media }: Draft): Post {
  const id = instance.nextId();
  const at = instance.options.now();
  return { id, account, at, text, root: parent?.root ?? id, parent: parent?.id ?? null, media };
}

function refuse(
  { options }: Instance,
  account: Account,
  text: string,
  media: readonly Media[],
): Reply | null {
  if (text.trim() === "" && media.length === 0) return invalid("$.text: is missing");
  if (isTooLong(text)) return problems.tooLong;
  if ((text.match(/(?<!\w)\$[a-z]{1,6}\b/gi) ?? []).length > 1) return problems.cashtags;
  return options.duplicates === "refused" && account.posts.some((one) => isSame(one.text, text))
    ? problems.duplicate
    : null;
}

function refuseReply(
  { options }: Instance,
  account: Account,
  reply: Params["reply"],
  parent: Post | undefined,
): Reply | null {
  if (!reply) return null;
  if (!parent) return problems.parentGone;
  if (options.replies === "all") return null;
  return options.replies === "own" && parent.account === account ? null : problems.replyNotAllowed;
}

/** What is gone already is not found. */
export function removePost(instance: Instance, account: Account, _: Request, id: string): Reply {
  const post = instance.posts.get(id);
  if (!post) return problem(404, "Not Found Error", `Could not find tweet with id: [${id}].`);
  if (post.account !== account)
    return problem(403, "Forbidden", "You are not authorized to delete this Tweet.");
  instance.posts.delete(id);
  account.posts.splice(account.posts.indexOf(post), 1);
  instance.acts.push(`remove ${id}`);
  return json(200, { data: { deleted: true } });
}

export function showPosts({ posts, options }: Instance, _: Account, { query }: Request): Reply {
  const ids = (query.get("ids") ?? "").split(",");
  const found = ids.flatMap((id) => posts.get(id) ?? []);
  const missing = ids.filter((id) => !posts.has(id));
  const data = found.map((post) => renderPost(post, fieldsOf(query), options.names));
  return json(200, {
    ...(data.length > 0 && { data }),
    ...(missing.length > 0 && { errors: missing.map(notFound) }),
  });
}

/** Newest first. A post is in it only after `lag`. */
export function listPosts(instance: Instance, account: Account, { query }: Request, id: string): Reply {
  if (id !== account.id) return problem(403, "Forbidden", "Not this account.");
  const { options } = instance;
  const from = Date.parse(query.get("start_time") ?? "2010-11-06T00:00:00Z");
  const until = options.now().getTime() - options.lag;
  const offset = Number((query.get("pagination_token") ?? "page0").slice(4));
  const size = Number(query.get("max_results") ?? 10);
  const all = account.posts.filter(({ at }) => at.getTime() >= from && at.getTime() <= until).toReversed();
  const page = all.slice(offset, offset + size);
  const data = page.map((post) => renderPost(post, fieldsOf(query), options.names));
  const next = offset + size < all.length ? { next_token: `page${offset + size}` } : {};
  const ends = { newest_id: page.at(0)?.id, oldest_id: page.at(-1)?.id };
  return json(200, {
    ...(data.length > 0 && { data }),
    meta: { result_count: data.length, ...ends, ...next },
  });
}

function fieldsOf(query: URLSearchParams): readonly string[] {
  const fields = query.get("tweet.fields") ?? query.get("post.fields");
  return fields === null ? [] : fields.split(",");
}
