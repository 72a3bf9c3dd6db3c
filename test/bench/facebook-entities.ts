import { json, type Reply } from "./bench-server.ts";
import type { Entry, Instance, Page, Photo } from "./facebook-instance.ts";
import { invalid } from "./facebook-problems.ts";

type Shown = Readonly<Record<string, unknown>>;

/** As the Graph API writes times. */
function writeTime(at: Date): string {
  return at.toISOString().replace(/\.\d+Z$/, "+0000");
}

function countReplies({ entries }: Instance, entry: Entry): number {
  return [...entries.values()].filter(({ parent }) => parent === entry).length;
}

function showPost(instance: Instance, entry: Entry): Shown {
  const replies = countReplies(instance, entry);
  return {
    id: entry.id,
    message: entry.message === "" ? undefined : entry.message,
    created_time: writeTime(entry.at),
    permalink_url: `${instance.url}/${entry.page.id}/posts/${entry.id.split("_")[1] ?? ""}`,
    is_published: entry.published,
    from: { id: entry.page.id, name: entry.page.name },
    attachments: showAttachments(instance, entry),
    reactions: { data: [], summary: { total_count: 5 } },
    comments: { data: [], summary: { total_count: replies } },
    shares: { count: 2 },
  };
}

function showComment(instance: Instance, entry: Entry): Shown {
  const [, post = ""] = entry.parent?.id.split("_") ?? [];
  return {
    id: entry.id,
    message: entry.message,
    created_time: writeTime(entry.at),
    permalink_url: `${instance.url}/${entry.page.id}/posts/${post}?comment_id=${entry.id}`,
    from: { id: entry.page.id, name: entry.page.name },
    parent: entry.parent?.parent ? { id: entry.parent.id } : undefined,
    like_count: 1,
    comment_count: countReplies(instance, entry),
  };
}

function showAttachments({ options, url }: Instance, { link, photos }: Entry): Shown | undefined {
  const pictures = photos.map(({ id }) => ({
    media_type: "photo",
    type: "photo",
    url: `${url}/photo.php?fbid=${id}`,
    target: { id },
  }));
  if (link === null || options.links === "none") return pictures.length > 0 ? { data: pictures } : undefined;
  const marked = new URL(link);
  marked.searchParams.append("fbclid", "IwAR0");
  const shim = `https://l.facebook.com/l.php?u=${encodeURIComponent(marked.href)}&h=AT0&s=1`;
  const plain = options.links === "plain" ? { unshimmed_url: link } : {};
  return { data: [{ media_type: "link", type: "share", url: shim, ...plain, title: "A page" }] };
}

/** Only what was asked for, and always the id; a field that there is not is refused. */
export function choose(
  instance: Instance,
  thing: Entry | Photo | Page,
  fields: string | null,
): Reply | Shown {
  const all = showThing(instance, thing);
  const names = (fields ?? "id")
    .replace(/\{[^}]*\}/g, "")
    .split(",")
    .map((name) => name.replace(/\..*$/, ""));
  const unknown = names.find((name) => !(name in all));
  if (unknown !== undefined) return invalid(`Tried accessing nonexisting field (${unknown})`);
  return Object.fromEntries(["id", ...names].map((name) => [name, all[name]]));
}

function showThing(instance: Instance, thing: Entry | Photo | Page): Shown {
  if ("token" in thing) return { id: thing.id, name: thing.name };
  if ("alt" in thing) return { id: thing.id, alt_text_custom: thing.alt };
  return thing.parent ? showComment(instance, thing) : showPost(instance, thing);
}

export function isReply(answer: Reply | Shown): answer is Reply {
  return typeof answer["status" as keyof typeof answer] === "number";
}

/** The answer to a request that reads one thing. */
export function showOne(instance: Instance, thing: Entry | Photo | Page, fields: string | null): Reply {
  const chosen = choose(instance, thing, fields);
  return isReply(chosen) ? chosen : json(200, chosen);
}
