import { json, type Reply, type Request } from "./bench-server.ts";
import { showOne } from "./facebook-entities.ts";
import type { Entry, Instance, Page } from "./facebook-instance.ts";
import { listComments, listPosts } from "./facebook-lists.ts";
import { createPhoto, type Form, readForm } from "./facebook-photos.ts";
import { createComment, createPost, editEntry, removeEntry } from "./facebook-posts.ts";
import { missing, problem, problems } from "./facebook-problems.ts";

/** One request, its parameters read. */
interface Asked extends Form {
  readonly method: string;
  readonly page: Page;
  readonly id: string;
  readonly edge: string;
}

export async function answer(instance: Instance, request: Request): Promise<Reply> {
  const [, version = "", path = ""] = /^\/(v\d+\.\d+)\/(.*)$/.exec(request.path) ?? [];
  if (version !== "v26.0")
    return problem(2500, `Unknown path components: ${request.path}`, { type: "OAuthException" });
  const page = findPage(instance, request);
  if ("status" in page) return page;
  const form = request.method === "POST" ? await readForm(request) : { params: request.query, file: null };
  if (request.method === "POST" && path === "") return answerBatch(instance, page, form);
  return answerOne(instance, page, request.method, path, form);
}

/** A person's token is known, but is no Page's. Facebook itself takes tokens in addresses, where logs would keep them. */
function findPage({ pages }: Instance, { headers, query }: Request): Page | Reply {
  const token = headers.authorization?.replace(/^Bearer /, "") ?? "";
  if (query.has("access_token") || query.has("input_token"))
    return problem(190, "Here a token in an address is refused");
  if (token === "token-of-a-person") return { id: "77", name: "Ada Lovelace", token };
  if (token === "expired-token") return problems.expired;
  return pages.find((one) => one.token === token) ?? problems.token(token);
}

function answerBatch(instance: Instance, page: Page, { params }: Form): Reply {
  const wrong = instance.rules("POST /batch", params);
  if (wrong !== null) return problem(100, wrong);
  const parts = JSON.parse(params.get("batch") ?? "[]") as readonly {
    method: string;
    relative_url: string;
  }[];
  if (parts.length > 50) return problem(100, "Too many requests in batch message. Maximum batch size is 50");
  const replies = parts.map(({ method, relative_url: url }) => {
    const [path = "", query = ""] = url.split("?");
    return answerOne(instance, page, method, path, { params: new URLSearchParams(query), file: null });
  });
  return json(
    200,
    replies.map(({ status, body }) => ({ code: status, body: body ?? "" })),
  );
}

function answerOne(instance: Instance, page: Page, method: string, path: string, form: Form): Reply {
  const [id = "", edge = ""] = path.split("/");
  const named = id === "me" || id === "debug_token" ? id : edge;
  const wrong = instance.rules(`${method} /${named}`, form.params);
  if (wrong !== null) return problem(100, wrong);
  const asked = { ...form, method, page, id, edge };
  if (id === "me") return showOne(instance, page, form.params.get("fields"));
  if (id === "debug_token") return debug(instance, page, form.params);
  return refuseScope(instance, asked) ?? act(instance, asked);
}

/** What each act needs. */
function refuseScope({ options, entries }: Instance, { method, id, edge }: Asked): Reply | null {
  const mayRead = options.reading === "allowed" && options.scopes.includes("pages_read_engagement");
  if (method === "GET") return mayRead ? null : problems.reading;
  const isComment = edge === "comments" || entries.get(id)?.parent != null;
  const scope = isComment ? "pages_manage_engagement" : "pages_manage_posts";
  return options.scopes.includes(scope) ? null : problems.permission(scope);
}

function act(instance: Instance, asked: Asked): Reply {
  const { method, page, id, params } = asked;
  if (id === page.id) return actOnPage(instance, asked);
  const entry = instance.entries.get(id);
  const photo = instance.photos.get(id);
  if (photo && method === "GET") return showOne(instance, photo, params.get("fields"));
  return entry?.page === page ? actOnEntry(instance, asked, entry) : missing(id, method);
}

function actOnPage(instance: Instance, asked: Asked): Reply {
  const { method, page, edge, params } = asked;
  if (method === "POST" && edge === "feed") return createPost(instance, page, params);
  if (method === "POST" && edge === "photos") return createPhoto(instance, page, asked);
  if (method === "GET" && edge === "published_posts") return listPosts(instance, page, params);
  return problem(2500, `Unknown path components: /${edge}`);
}

function actOnEntry(instance: Instance, { method, page, id, edge, params }: Asked, entry: Entry): Reply {
  if (edge === "comments" && method === "POST") return createComment(instance, page, params, entry);
  if (edge === "comments" && method === "GET") return listComments(instance, page, params, entry);
  if (edge !== "") return problem(2500, `Unknown path components: /${edge}`);
  if (method === "POST") return editEntry(instance, entry, params);
  if (method === "DELETE") return removeEntry(instance, id);
  return showOne(instance, entry, params.get("fields"));
}

function debug({ options }: Instance, page: Page, params: URLSearchParams): Reply {
  if (options.debug === "refused" || params.get("input_token") !== page.token)
    return problem(100, "(#100) You must provide an app access token, or a user access token");
  return json(200, {
    data: {
      app_id: "4242",
      type: "PAGE",
      application: "Carillon bench",
      expires_at: options.expiresAt,
      data_access_expires_at: options.dataAccessExpiresAt,
      is_valid: true,
      profile_id: page.id,
      scopes: options.scopes,
    },
  });
}
