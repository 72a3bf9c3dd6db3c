import { json, type Reply } from "./bench-server.ts";
import { type Account, findSubreddit, flairId, type Instance, type Thing } from "./reddit-instance.ts";
import { deny } from "./reddit-problems.ts";

/** As https://github.com/reddit-archive/reddit/blob/master/r2/r2/lib/jsontemplates.py, with what came since. */
export function renderThing(instance: Instance, thing: Thing): { kind: string; data: object } {
  const { name, kind, deleted, root } = thing;
  const common = {
    id: name.slice(3),
    name,
    author: deleted ? "[deleted]" : thing.author.name,
    subreddit: thing.subreddit,
    created_utc: Math.floor(thing.at.getTime() / 1000),
    score: 1,
  };
  const path = `/r/${thing.subreddit}/comments/${root.slice(3)}/title/`;
  if (kind === "comment") {
    const body = deleted ? "[deleted]" : thing.text;
    const permalink = `${path}${name.slice(3)}/`;
    return {
      kind: "t1",
      data: { ...common, body, parent_id: thing.parent, link_id: root, permalink, replies: "" },
    };
  }
  const post = {
    title: thing.title,
    is_self: kind === "self",
    selftext: deleted ? "[deleted]" : thing.text,
    url: thing.url ?? `${instance.url}${path}`,
    num_comments: countReplies(instance, name),
    num_crossposts: 0,
    link_flair_template_id: thing.flair,
  };
  return { kind: "t3", data: { ...common, ...post, permalink: path } };
}

function countReplies({ things }: Instance, name: string): number {
  return [...things.values()].filter(
    ({ root, kind, deleted }) => root === name && kind === "comment" && !deleted,
  ).length;
}

function list(instance: Instance, things: readonly Thing[], after: string | null = null): Reply {
  const children = things.map((thing) => renderThing(instance, thing));
  return json(200, { kind: "Listing", data: { after, before: null, dist: children.length, children } });
}

/** What an account posted, newest first. */
export function listOwn(instance: Instance, account: Account, query: URLSearchParams, path: string): Reply {
  const [user, where] = path.split("/").slice(-2);
  if (user !== account.name) return deny(404, "Not Found");
  const until = instance.options.now().getTime() - instance.options.lag;
  const all = [...instance.things.values()].filter(
    ({ author, kind, deleted, at }) =>
      author === account &&
      !deleted &&
      at.getTime() <= until &&
      (kind === "comment") === (where === "comments"),
  );
  const newest = query.get("sort") === "new" ? all.toReversed() : all;
  const start = newest.findIndex(({ name }) => name === query.get("after")) + 1;
  const size = Math.min(100, Number(query.get("limit") ?? 25));
  const page = newest.slice(start, start + size);
  const more = newest.length > start + size;
  return list(instance, page, more ? (page.at(-1)?.name ?? null) : null);
}

export function showThings(instance: Instance, _: Account, query: URLSearchParams): Reply {
  const ids = (query.get("id") ?? "").split(",");
  if (ids.length > 100) return deny(400, "Bad Request");
  return list(
    instance,
    ids.flatMap((id) => instance.things.get(id) ?? []),
  );
}

export function listFlairs(instance: Instance, _: Account, __: URLSearchParams, path: string): Reply {
  const place = findSubreddit(instance, path.split("/")[2] ?? "");
  if (!place) return deny(404, "Not Found");
  return place.flairs.length === 0
    ? deny(403, "Forbidden")
    : json(
        200,
        place.flairs.map((text) => ({ id: flairId(text), text, type: "text", text_editable: false })),
      );
}

export function showAccount({ options }: Instance, { id, name }: Account): Reply {
  return json(200, { id, name, is_suspended: options.suspended.includes(name), link_karma: 1 });
}
