import { json, type Reply, type Request } from "./bench-server.ts";
import {
  badInput,
  type Bearer,
  type Comment,
  denied,
  type Instance,
  may,
  missing,
  type Post,
} from "./linkedin-instance.ts";
import { findLive } from "./linkedin-posts.ts";

/** Below a post, or below a comment on it. */
interface Target {
  readonly post: Post;
  readonly parent: string | null;
}

/** @see https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/comments-api `Create Comment` */
export function createComment(instance: Instance, bearer: Bearer, { body }: Request, id: string): Reply {
  const target = findTarget(instance, id);
  if (!target) return missing;
  const data = JSON.parse(body.toString()) as Partial<
    Record<"actor" | "object" | "parentComment", string>
  > & {
    message?: { text?: string };
  };
  const { actor = "", object, parentComment, message } = data;
  const text = message?.text ?? "";
  if (!may(instance, bearer, actor, "w")) return denied("socialActions/comments.CREATE");
  if (object !== target.post.id || (parentComment ?? null) !== target.parent)
    return badInput(400, "INVALID_VALUE", "object and parentComment do not belong to the target");
  if (text === "" || text.length > 1250) return badInput(400, "FIELD_LENGTH_TOO_LONG", "text");
  const comment = make(instance, target, actor, text);
  instance.comments.push(comment);
  instance.acts.push(`publish ${comment.urn}`);
  return json(201, render(comment), { "x-restli-id": comment.id });
}

function make(instance: Instance, { post, parent }: Target, actor: string, text: string): Comment {
  const id = instance.nextId();
  const activity = `urn:li:activity:${BigInt(post.id.replace(/\D/g, "")) + 1_000_000n}`;
  const at = instance.options.now().getTime();
  return { id, urn: `urn:li:comment:(${activity},${id})`, actor, text, post, parent, at };
}

/** A comment below a comment takes none itself. */
function findTarget(instance: Instance, id: string): Target | undefined {
  const comment = instance.comments.find(({ urn }) => urn === id);
  if (comment?.parent === null && comment.post.live) return { post: comment.post, parent: comment.urn };
  const post = findLive(instance, id);
  return post && { post, parent: null };
}

export function listComments(instance: Instance, bearer: Bearer, { query }: Request, id: string): Reply {
  const target = findTarget(instance, id);
  if (!target) return missing;
  if (!may(instance, bearer, target.post.author, "r")) return denied("socialActions/comments.GET_ALL");
  const [start, count] = [Number(query.get("start") ?? 0), Number(query.get("count") ?? 10)];
  const all = instance.comments.filter(
    ({ post, parent }) => post === target.post && parent === target.parent,
  );
  return json(200, {
    elements: all.slice(start, start + count).map(render),
    paging: { start, count, links: [] },
  });
}

export function editComment(instance: Instance, bearer: Bearer, request: Request, id: string): Reply {
  const comment = findComment(instance, id);
  if (!comment) return missing;
  if (!mayChange(instance, bearer, comment, request)) return denied("socialActions/comments.PARTIAL_UPDATE");
  const { patch } = JSON.parse(request.body.toString()) as {
    patch?: { message?: { $set?: { text?: string } } };
  };
  comment.text = patch?.message?.$set?.text ?? comment.text;
  instance.acts.push(`edit ${comment.urn}`);
  return json(200, render(comment));
}

export function removeComment(instance: Instance, bearer: Bearer, request: Request, id: string): Reply {
  const comment = findComment(instance, id);
  if (!comment) return missing;
  if (!mayChange(instance, bearer, comment, request)) return denied("socialActions/comments.DELETE");
  instance.comments.splice(instance.comments.indexOf(comment), 1);
  instance.acts.push(`remove ${comment.urn}`);
  return { status: 204 };
}

function findComment({ comments }: Instance, id: string): Comment | undefined {
  return comments.find((one) => one.id === id && one.post.live);
}

function mayChange(instance: Instance, bearer: Bearer, { actor }: Comment, { query }: Request): boolean {
  return query.get("actor") === actor && may(instance, bearer, actor, "w");
}

/** Summary of what a post or a comment has got. */
export function showActions(instance: Instance, bearer: Bearer, _: Request, id: string): Reply {
  const post = findLive(instance, id) ?? instance.comments.find(({ urn }) => urn === id)?.post;
  if (!post?.live) return missing;
  if (!may(instance, bearer, post.author, "r")) return denied("socialActions.GET");
  const replies = instance.comments.filter((one) => one.post.id === id || one.parent === id);
  return json(200, {
    $URN: id,
    target: id,
    likesSummary: { totalLikes: 3, aggregatedTotalLikes: 3, likedByCurrentUser: false, selectedLikes: [] },
    commentsSummary: {
      totalFirstLevelComments: replies.length,
      aggregatedTotalComments: replies.length,
      commentsState: "OPEN",
    },
  });
}

function render({ id, urn, actor, text, post, parent, at }: Comment): object {
  return {
    id,
    commentUrn: urn,
    actor,
    object: post.id,
    message: { attributes: [], text },
    created: { actor, time: at },
    lastModified: { actor, time: at },
    ...(parent !== null && { parentComment: parent }),
  };
}
