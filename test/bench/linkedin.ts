import type { Seen, World } from "../../src/channel/contract.ts";
import type { Reply, Request } from "./bench-server.ts";
import { answer } from "./linkedin-answer.ts";
import { type Comment, type LinkedinOptions, makeInstance, type Post, problem } from "./linkedin-instance.ts";
import { showLittle } from "./linkedin-little.ts";
import { type PlannedServer, startPlanned, worldWith } from "./planned-server.ts";

export interface LinkedinBench extends PlannedServer {
  readonly posts: readonly Post[];
  readonly comments: readonly Comment[];
  /** By its URN: `urn:li:organization:2414183`. */
  worldOf(author: string): World;
  /** Everything that followers could see, in order: `publish URN`, `edit URN`, `remove URN`. */
  readonly acts: readonly string[];
}

/**
 * LinkedIn as its documents describe it, and where they are silent as people met it: what is refused, the wording of errors, texts
 * that end at a character which should have been escaped.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api
 * @see https://github.com/n8n-io/n8n/issues/22899 the length, @see https://github.com/Arisamiga/Linkedin-RSS/issues/5 duplicates
 * @see https://github.com/ComposioHQ/composio/issues/2710 duplicates of removed posts
 */
export async function startLinkedin(change: Partial<LinkedinOptions> = {}): Promise<LinkedinBench> {
  const instance = makeInstance(change);
  const server = await startPlanned({ isPublish, answer: (request) => answer(instance, request), tooMany });
  instance.url = server.url;
  const { posts, comments, acts } = instance;
  return {
    ...server,
    posts,
    comments,
    acts,
    worldOf: (author) => worldWith(server, () => see(author, posts, comments)),
  };
}

function isPublish({ method, path, headers }: Request): boolean {
  const makes = /^\/rest\/posts$|^\/rest\/socialActions\/[^/]+\/comments$/.test(path);
  return makes && method === "POST" && headers["x-restli-method"] === undefined;
}

/** LinkedIn does not say when to come back. */
function tooMany(): Reply {
  const message = "Resource level throttle APPLICATION DAY limit for calls to this resource is reached.";
  return problem(429, "TOO_MANY_REQUESTS", message);
}

function see(author: string, posts: readonly Post[], comments: readonly Comment[]): Seen[] {
  const own = posts.filter((post) => post.live && post.author === author).map(seePost);
  return [...own, ...comments.filter((one) => one.post.live && one.actor === author).map(seeComment)];
}

function seePost({ id, commentary, content }: Post): Seen {
  const pictures = content?.multiImage?.images ?? (content?.media ? [content.media] : []);
  return {
    id,
    text: showLittle(commentary),
    replyTo: null,
    alts: pictures.map(({ altText = "" }) => altText),
  };
}

function seeComment({ urn, text, post, parent }: Comment): Seen {
  return { id: urn, text, replyTo: parent ?? post.id };
}
