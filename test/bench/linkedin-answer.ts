import type { Reply, Request } from "./bench-server.ts";
import { createComment, editComment, listComments, removeComment, showActions } from "./linkedin-comments.ts";
import { showImage, startUpload, takeBytes } from "./linkedin-images.ts";
import { type Bearer, type Instance, missing, problem } from "./linkedin-instance.ts";
import { listRoles, showPage, showStatistics, showUser } from "./linkedin-people.ts";
import { createPost, editPost, listPosts, removePost, showPost } from "./linkedin-posts.ts";

/** `id`: what the last group of the path holds, decoded. */
type Handler = (instance: Instance, bearer: Bearer, request: Request, id: string) => Reply;

/** `X-RestLi-Method` where the documents ask for one; a POST with `PARTIAL_UPDATE` is an edit. */
const routes: readonly (readonly [method: string, meant: string, path: RegExp, handler: Handler])[] = [
  ["POST", "", /^\/rest\/posts$/, createPost],
  ["GET", "FINDER", /^\/rest\/posts$/, listPosts],
  ["GET", "", /^\/rest\/posts\/([^/]+)$/, showPost],
  ["POST", "PARTIAL_UPDATE", /^\/rest\/posts\/([^/]+)$/, editPost],
  ["DELETE", "DELETE", /^\/rest\/posts\/([^/]+)$/, removePost],
  ["POST", "", /^\/rest\/images$/, startUpload],
  ["GET", "", /^\/rest\/images\/([^/]+)$/, showImage],
  ["PUT", "", /^\/dms-uploads\/(\d+)$/, takeBytes],
  ["POST", "", /^\/rest\/socialActions\/([^/]+)\/comments$/, createComment],
  ["GET", "", /^\/rest\/socialActions\/([^/]+)\/comments$/, listComments],
  ["POST", "PARTIAL_UPDATE", /^\/rest\/socialActions\/[^/]+\/comments\/(\d+)$/, editComment],
  ["DELETE", "DELETE", /^\/rest\/socialActions\/[^/]+\/comments\/(\d+)$/, removeComment],
  ["GET", "", /^\/rest\/socialActions\/([^/]+)$/, showActions],
  ["GET", "", /^\/v2\/userinfo$/, showUser],
  ["GET", "", /^\/rest\/organizations\/(\d+)$/, showPage],
  ["GET", "FINDER", /^\/rest\/organizationAcls$/, listRoles],
  ["GET", "FINDER", /^\/rest\/organizationalEntityShareStatistics$/, showStatistics],
];

export function answer(instance: Instance, request: Request): Reply {
  const { headers, method, path } = request;
  const bearer = instance.bearers.find(({ token }) => headers.authorization === `Bearer ${token}`);
  if (!bearer) return problem(401, "INVALID_ACCESS_TOKEN", "Invalid access token");
  const wrong = path.startsWith("/rest/") ? checkVersion(instance, request) : undefined;
  if (wrong) return wrong;
  const meant = String(headers["x-restli-method"] ?? "");
  for (const [verb, rest, pattern, handle] of routes) {
    const match = verb === method && rest === meant ? pattern.exec(path) : null;
    if (match) return handle(instance, bearer, request, decodeURIComponent(match[1] ?? ""));
  }
  return missing;
}

/** @see https://learn.microsoft.com/en-us/linkedin/marketing/versioning */
function checkVersion({ options }: Instance, { headers, path }: Request): Reply | undefined {
  const version = String(headers["linkedin-version"] ?? "");
  if (version === "")
    return problem(
      400,
      "VERSION_MISSING",
      "A version must be present. Please specify a version by adding the LinkedIn-Version header.",
    );
  if (!options.versions.includes(version))
    return problem(426, "NONEXISTENT_VERSION", `Requested version ${version}01 is not active`);
  if (headers["x-restli-protocol-version"] !== "2.0.0")
    return problem(400, "ILLEGAL_ARGUMENT", "X-Restli-Protocol-Version must be 2.0.0");
  return /[:()]/.test(path)
    ? problem(400, "ILLEGAL_ARGUMENT", "Syntax exception in path variables")
    : undefined;
}
