import { json, type Reply, type Request } from "./bench-server.ts";
import { type Account, type Media, renderStatus, type Status } from "./mastodon-entities.ts";
import { countText, renderText } from "./mastodon-text.ts";
import type { Instance } from "./mastodon.ts";

interface Params {
  readonly status?: string;
  readonly spoiler_text?: string;
  readonly language?: string;
  readonly visibility?: string;
  readonly in_reply_to_id?: string;
  readonly media_ids?: readonly string[];
  readonly media_attributes?: readonly { readonly id: string; readonly description?: string }[];
}

/** An hour, in milliseconds. */
const keyLife = 3_600_000;
const missing = json(404, { error: "Record not found" });

export function createStatus(instance: Instance, account: Account, request: Request): Reply {
  const key = keyOf(request);
  const known = key === undefined ? undefined : recall(instance, account, key);
  if (known) return known;
  const params = parse(request, instance.rules.status);
  if (typeof params === "string") return json(422, { error: `Validation failed: ${params}` });
  const parent = params.in_reply_to_id ?? null;
  if (parent !== null && !instance.statuses.has(parent))
    return json(404, { error: "The post you are trying to reply to does not appear to exist." });
  const media = findMedia(instance, account, params.media_ids ?? []);
  const problem = typeof media === "string" ? media : checkText(instance, params, media.length);
  if (typeof media === "string" || problem !== null) return json(422, { error: problem });
  for (const one of media) one.attached = true;
  const status = make(instance, account, params, media);
  account.statuses.push(status);
  instance.statuses.set(status.id, status);
  if (key !== undefined) account.keys.set(key, { id: status.id, at: status.at.getTime() });
  return json(200, renderStatus(status, instance.url));
}

function keyOf({ headers }: Request): string | undefined {
  const key = headers["idempotency-key"];
  return typeof key === "string" ? key : undefined;
}

/** The answer to a key that the server knows already; what is sent with it is not compared. */
function recall({ options, statuses, url }: Instance, account: Account, key: string): Reply | undefined {
  const known = account.keys.get(key);
  if (options.keys === "ignored" || !known || options.now().getTime() - known.at > keyLife) return undefined;
  if (options.keys === "crash")
    return { status: 500, headers: { "content-type": "text/html" }, body: "<h1>500</h1>" };
  const status = statuses.get(known.id);
  return status ? json(200, renderStatus(status, url)) : missing;
}

function make(instance: Instance, account: Account, params: Params, media: Media[]): Status {
  return {
    id: instance.nextId(),
    account,
    at: instance.options.now(),
    text: params.status ?? "",
    shown: show(instance, params.status ?? ""),
    spoiler: params.spoiler_text ?? "",
    language: params.language ?? null,
    visibility: params.visibility ?? "public",
    parent: params.in_reply_to_id ?? null,
    media,
    edited: null,
  };
}

function show({ options, url }: Instance, text: string): string {
  return renderText(options.alters ? text.replaceAll(/"(.*?)"/g, "“$1”") : text, url);
}

/** An edit drops the media that it does not name. */
export function editStatus(instance: Instance, account: Account, request: Request, id: string): Reply {
  const status = instance.statuses.get(id);
  if (!status || status.account !== account) return missing;
  const params = parse(request, instance.rules.edit);
  if (typeof params === "string") return json(422, { error: `Validation failed: ${params}` });
  const problem = checkText(instance, params, params.media_ids?.length ?? 0);
  if (problem !== null) return json(422, { error: problem });
  status.media = (params.media_ids ?? []).flatMap((media) => instance.media.get(media) ?? []);
  for (const { id: media, description = "" } of params.media_attributes ?? [])
    describe(status, media, description);
  status.text = params.status ?? "";
  status.shown = show(instance, status.text);
  status.spoiler = params.spoiler_text ?? "";
  status.language = params.language ?? status.language;
  status.edited = instance.options.now();
  return json(200, renderStatus(status, instance.url));
}

function describe({ media }: Status, id: string, description: string): void {
  for (const one of media) if (one.id === id) one.description = description;
}

export function removeStatus(instance: Instance, account: Account, _: Request, id: string): Reply {
  const status = instance.statuses.get(id);
  if (!status || status.account !== account) return missing;
  instance.statuses.delete(id);
  account.statuses.splice(account.statuses.indexOf(status), 1);
  return json(200, renderStatus(status, instance.url));
}

/** Newest first, at most 40. */
export function listStatuses(instance: Instance, account: Account, request: Request, id: string): Reply {
  const problem = instance.rules.query("/api/v1/accounts/{id}/statuses", request.query);
  if (problem !== null || id !== account.id) return json(422, { error: problem ?? "Not this account" });
  const limit = Math.min(40, Number(request.query.get("limit") ?? 20));
  const max = request.query.get("max_id");
  const older =
    max === null ? account.statuses : account.statuses.filter((status) => BigInt(status.id) < BigInt(max));
  const page = older.slice(-limit).toReversed();
  const last = page.at(-1);
  const next = `${instance.url}${request.path}?limit=${limit}&max_id=${last?.id ?? ""}`;
  const headers: Record<string, string> = last ? { link: `<${next}>; rel="next"` } : {};
  return json(
    200,
    page.map((status) => renderStatus(status, instance.url)),
    headers,
  );
}

function parse(request: Request, rule: (body: unknown) => string | null): Params | string {
  if (request.headers["content-type"] !== "application/json") return "the body is not JSON";
  const params = JSON.parse(request.body.toString()) as Params;
  return rule(params) ?? params;
}

function findMedia(instance: Instance, account: Account, ids: readonly string[]): Media[] | string {
  const media = ids.flatMap((id) => instance.media.get(id) ?? []);
  if (media.length < ids.length || media.some((one) => one.account !== account || one.attached))
    return `Media ${ids.join(", ")} not found or already attached to another post`;
  if (media.length > instance.options.maxMedia)
    return `Cannot attach more than ${instance.options.maxMedia} files`;
  return media.some(({ pending }) => pending > 0)
    ? "Cannot attach files that have not finished processing. Try again in a moment!"
    : media;
}

function checkText(
  { options }: Instance,
  { status = "", spoiler_text = "" }: Params,
  media: number,
): string | null {
  if (status.trim() === "" && media === 0) return "Validation failed: Text can't be blank";
  const length = countText(spoiler_text + status, options.reservedPerUrl);
  return length > options.maxCharacters
    ? `Validation failed: Text character limit of ${options.maxCharacters} exceeded`
    : null;
}
