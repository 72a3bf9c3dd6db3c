import { json, type Reply } from "./bench-server.ts";
import { choose, isReply } from "./facebook-entities.ts";
import type { Entry, Instance, Page, Photo } from "./facebook-instance.ts";
import { invalid, missing, problems } from "./facebook-problems.ts";

const longest = { post: 63_206, comment: 8000 } as const;

export function createPost(instance: Instance, page: Page, params: URLSearchParams): Reply {
  const message = params.get("message") ?? "";
  const link = params.get("link");
  const photos = takePhotos(instance, page, params);
  if ("status" in photos) return photos;
  const refusal = refusePost(message, link, photos) ?? refuseDuplicate(instance, page, message, link);
  if (refusal) return refusal;
  const published = params.get("published") !== "false";
  const id = `${page.id}_${instance.nextId()}`;
  return add(instance, { id, page, message, link, photos, parent: null, published }, params.get("fields"));
}

/** Comments are two levels deep. */
export function createComment(instance: Instance, page: Page, params: URLSearchParams, parent: Entry): Reply {
  if (parent.parent?.parent) return invalid("A reply to a comment cannot be replied to");
  const message = params.get("message") ?? "";
  const attached = params.get("attachment_id");
  const photo = attached === null ? undefined : instance.photos.get(attached);
  if (attached !== null && photo?.attached !== false) return invalid("Invalid attachment_id");
  if (message.trim() === "" && !photo) return invalid("Missing message or attachment");
  if (message.length > longest.comment) return invalid("The parameter message is too long");
  const id = `${parent.id.split("_").at(-1) ?? ""}_${instance.nextId()}`;
  const photos = photo ? [photo] : [];
  return add(
    instance,
    { id, page, message, link: null, photos, parent, published: true },
    params.get("fields"),
  );
}

/** Makes it, and reads it back where fields were asked for. */
function add(instance: Instance, draft: Omit<Entry, "at">, fields: string | null): Reply {
  const { options, entries, acts } = instance;
  const entry = { ...draft, message: draft.message.trim(), at: options.now() };
  entries.set(entry.id, entry);
  for (const photo of entry.photos) photo.attached = true;
  if (entry.published) acts.push(`publish ${entry.id}`);
  if (fields === null) return json(200, { id: entry.id });
  const chosen = choose(instance, entry, fields);
  if (options.reading === "refused") return problems.reading;
  return isReply(chosen) ? chosen : json(200, chosen);
}

function refusePost(message: string, link: string | null, photos: readonly Photo[]): Reply | null {
  if (message.trim() === "" && link === null && photos.length === 0)
    return invalid("Missing message or attachment");
  if (message.length > longest.post) return invalid("The parameter message is too long");
  if (link === null) return null;
  if (photos.length > 0) return invalid("Cannot specify both link and attached_media");
  if (!URL.canParse(link)) return invalid("link is not a valid URL");
  if (/(^|\.)facebook\.com$/.test(new URL(link).host))
    return invalid("The facebook.com link can't be shared", 1_609_008);
  return null;
}

/** Two posts in a row. */
function refuseDuplicate(
  { options, entries }: Instance,
  page: Page,
  message: string,
  link: string | null,
): Reply | null {
  const posts = [...entries.values()].filter((one) => one.page === page && one.parent === null);
  const last = posts.at(-1);
  if (options.duplicates === "taken" || !last || last.photos.length > 0) return null;
  return last.message === message.trim() && last.link === link ? problems.duplicate : null;
}

function takePhotos({ photos }: Instance, page: Page, params: URLSearchParams): readonly Photo[] | Reply {
  const names = [...params.keys()].filter((name) => name.startsWith("attached_media["));
  if (names.length > 10) return invalid("Too many attached_media");
  const ids = names.map((name) => JSON.parse(params.get(name) ?? "{}") as { readonly media_fbid?: string });
  const found = ids.map(({ media_fbid: id }) => photos.get(id ?? ""));
  const wrong = found.some((photo) => photo?.page !== page || photo.attached);
  return wrong ? invalid("Invalid media_fbid in attached_media") : found.filter((one) => one !== undefined);
}

export function editEntry({ acts }: Instance, entry: Entry, params: URLSearchParams): Reply {
  const message = params.get("message") ?? "";
  if (message.length > (entry.parent ? longest.comment : longest.post))
    return invalid("The parameter message is too long");
  entry.message = message.trim();
  acts.push(`edit ${entry.id}`);
  return json(200, { success: true });
}

/** What is gone already is not found; comments go with their post. */
export function removeEntry({ entries, acts }: Instance, id: string): Reply {
  const entry = entries.get(id);
  if (!entry) return missing(id, "delete");
  const under = (one: Entry | null): boolean => one !== null && (one === entry || under(one.parent));
  for (const one of entries.values()) if (under(one)) entries.delete(one.id);
  acts.push(`remove ${id}`);
  return json(200, { success: true });
}
