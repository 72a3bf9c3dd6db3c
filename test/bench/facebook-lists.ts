import { json, type Reply } from "./bench-server.ts";
import { choose, isReply } from "./facebook-entities.ts";
import type { Entry, Instance, Page } from "./facebook-instance.ts";
import { invalid } from "./facebook-problems.ts";

/** Newest first. Unpublished posts are never in it, new ones only after `lag`. */
export function listPosts(instance: Instance, page: Page, params: URLSearchParams): Reply {
  const { entries, options } = instance;
  const since = Number(params.get("since") ?? 0) * 1000;
  const until = options.now().getTime() - options.lag;
  const posts = [...entries.values()].filter(
    ({ page: of, parent, published, at }) =>
      of === page && parent === null && published && at.getTime() >= since && at.getTime() <= until,
  );
  return list(instance, page, `${page.id}/published_posts`, posts.toReversed(), params);
}

export function listComments(instance: Instance, page: Page, params: URLSearchParams, under: Entry): Reply {
  const comments = [...instance.entries.values()].filter(({ parent }) => parent === under);
  const reverse = params.get("order") === "reverse_chronological";
  return list(instance, page, `${under.id}/comments`, reverse ? comments.toReversed() : comments, params);
}

function list(
  instance: Instance,
  { token }: Page,
  path: string,
  all: readonly Entry[],
  params: URLSearchParams,
): Reply {
  const limit = Number(params.get("limit") ?? 25);
  if (limit > 100) return invalid("Please reduce the limit: at most 100");
  const start = Number(params.get("after") ?? "cursor0".slice(6)) || 0;
  const chosen = all
    .slice(start, start + limit)
    .map((entry) => choose(instance, entry, params.get("fields") ?? "created_time,message"));
  const wrong = chosen.find(isReply);
  if (wrong) return wrong;
  const end = start + limit;
  const next = `${instance.url}/v26.0/${path}?access_token=${token}&limit=${limit}&after=${end}`;
  return json(200, {
    data: chosen,
    paging: { cursors: { before: `${start}`, after: `${end}` }, ...(end < all.length && { next }) },
  });
}
