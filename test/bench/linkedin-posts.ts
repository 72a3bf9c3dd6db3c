import { json, type Reply, type Request } from "./bench-server.ts";
import {
  type Bearer,
  type Content,
  denied,
  type Instance,
  may,
  missing,
  type Post,
} from "./linkedin-instance.ts";
import { badInput } from "./linkedin-instance.ts";
import { checkPost } from "./linkedin-rules.ts";
import { showLittle } from "./linkedin-little.ts";

/** @see https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api `Create` */
export function createPost(instance: Instance, bearer: Bearer, { body }: Request): Reply {
  const data = JSON.parse(body.toString()) as Record<string, unknown>;
  const wrong = checkPost(instance, data);
  if (wrong) return wrong;
  const { author, commentary, content } = data as unknown as Pick<Post, "author" | "commentary" | "content">;
  if (!may(instance, bearer, author, "w")) return denied("partnerApiPostsExternal.CREATE.20260901");
  const same = instance.posts.find((post) => isDuplicate(post, author, commentary, content));
  if (same) return badInput(422, "DUPLICATE_POST", `Content is a duplicate of ${same.id}`);
  const id = `urn:li:${content?.media || content?.multiImage ? "ugcPost" : "share"}:${instance.nextId()}`;
  const at = instance.options.now().getTime();
  instance.posts.push({ id, author, commentary, content, at, live: true });
  instance.acts.push(`publish ${id}`);
  return { status: 201, headers: { "x-restli-id": id, "x-linkedin-id": id } };
}

/** Removed posts count too: LinkedIn goes on naming their URNs. */
function isDuplicate(post: Post, author: string, commentary: string, content: Content | undefined): boolean {
  const source = post.content?.article?.source;
  return post.author === author && post.commentary === commentary && source === content?.article?.source;
}

export function showPost(instance: Instance, bearer: Bearer, _: Request, id: string): Reply {
  const post = findLive(instance, id);
  if (!post) return missing;
  return may(instance, bearer, post.author, "r")
    ? json(200, render(post))
    : denied("partnerApiPostsExternal.GET");
}

/** Newest first. */
export function listPosts(instance: Instance, bearer: Bearer, { query }: Request): Reply {
  const author = query.get("author") ?? "";
  if (query.get("q") !== "author") return badInput(400, "INVALID_VALUE", "q must be author");
  if (query.get("sortBy") !== "CREATED") return badInput(400, "INVALID_VALUE", "sorted by the last change");
  if (!may(instance, bearer, author, "r")) return denied("partnerApiPostsExternal.FINDER-author");
  const count = Number(query.get("count") ?? 10);
  if (count > 100) return badInput(400, "INVALID_VALUE", "count must be at most 100");
  const start = Number(query.get("start") ?? 0);
  const own = instance.posts.filter((post) => post.author === author && post.live).toReversed();
  const elements = own.slice(start, start + count).map(render);
  return json(200, { elements, paging: { start, count, links: [] } });
}

/** `PARTIAL_UPDATE`. */
export function editPost(instance: Instance, bearer: Bearer, { body }: Request, id: string): Reply {
  const post = findLive(instance, id);
  if (!post) return missing;
  if (!may(instance, bearer, post.author, "w")) return denied("partnerApiPostsExternal.PARTIAL_UPDATE");
  const { patch } = JSON.parse(body.toString()) as { patch?: { $set?: Record<string, unknown> } };
  const { commentary, ...rest } = patch?.$set ?? {};
  if (typeof commentary !== "string" || Object.keys(rest).length > 0)
    return badInput(400, "FIELD_NOT_ALLOWED", `cannot be changed: ${Object.keys(rest).join(", ")}`);
  if (showLittle(commentary).length > 3000) return badInput(400, "FIELD_ARRAY_SIZE_TOO_HIGH", "too long");
  post.commentary = commentary;
  instance.acts.push(`edit ${id}`);
  return { status: 204 };
}

/** Deleting twice is deleting. */
export function removePost(instance: Instance, bearer: Bearer, _: Request, id: string): Reply {
  const post = findLive(instance, id);
  if (!post) return missing;
  if (!may(instance, bearer, post.author, "w")) return denied("partnerApiPostsExternal.DELETE");
  post.live = false;
  instance.acts.push(`remove ${id}`);
  return { status: 204 };
}

export function findLive({ posts }: Instance, id: string): Post | undefined {
  return posts.find((post) => post.live && post.id === id);
}

function render({ id, author, commentary, content, at }: Post): object {
  return {
    id,
    author,
    commentary,
    ...(content && { content }),
    createdAt: at,
    publishedAt: at,
    lastModifiedAt: at,
    visibility: "PUBLIC",
    lifecycleState: "PUBLISHED",
    lifecycleStateInfo: { isEditedByAuthor: false },
    isReshareDisabledByAuthor: false,
    distribution: { feedDistribution: "MAIN_FEED", targetEntities: [], thirdPartyDistributionChannels: [] },
  };
}
