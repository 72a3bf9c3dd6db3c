import { json, type Reply, type Request } from "./bench-server.ts";
import type { Account, Media } from "./twitter-entities.ts";
import { invalid } from "./twitter-problems.ts";
import type { Instance } from "./twitter-instance.ts";

const imageBytes = 5_242_880;
const gifBytes = 15_728_640;
/** Seconds that a file is kept which no post carries. */
const life = 86_400;

interface Begin {
  readonly media_type?: string;
  readonly media_category?: string;
  readonly total_bytes?: number;
}

export function beginUpload(instance: Instance, account: Account, request: Request): Reply {
  const { media_type: type = "", media_category: category, total_bytes: total = 0 } = parse(request) as Begin;
  const isGif = type === "image/gif";
  if (category !== (isGif ? "tweet_gif" : "tweet_image")) return invalid(`media_category ${category}`);
  if (total < 1 || total > (isGif ? gifBytes : imageBytes)) return invalid(`total_bytes ${total}`);
  const at = instance.options.now();
  const media: Media = {
    id: instance.nextId(),
    account,
    type,
    total,
    at,
    segments: [],
    alt: "",
    state: "open",
  };
  instance.media.set(media.id, media);
  return json(200, { data: describe(media) });
}

export function appendUpload(instance: Instance, account: Account, request: Request, id: string): Reply {
  const media = find(instance, account, id);
  const { segment_index: index, media: bytes } = readForm(request);
  const body = { segment_index: Number(index ?? Number.NaN), media: bytes };
  const problem = instance.rules.body(operation, body);
  if (problem !== null) return invalid(problem);
  if (media?.state !== "open" || body.segment_index !== media.segments.length)
    return invalid("segment_index");
  media.segments.push(Buffer.from(bytes ?? "", "latin1"));
  return json(200, { data: { expires_at: Math.trunc(media.at.getTime() / 1000) + life } });
}

/** Its fields by name, a character a byte. Node's own reader takes bytes for text where a part has no file name. */
function readForm({ headers, body }: Request): Readonly<Record<string, string>> {
  const boundary = /^multipart\/form-data; ?boundary=(.+)$/.exec(headers["content-type"] ?? "")?.[1];
  const parts = boundary === undefined ? [] : body.toString("latin1").split(`--${boundary}`).slice(1, -1);
  const fields = parts.map((part) => {
    const end = part.indexOf("\r\n\r\n");
    return [/ name="(\w+)"/.exec(part.slice(0, end))?.[1], part.slice(end + 4, -2)];
  });
  return Object.fromEntries(fields) as Record<string, string>;
}

const operation = "POST /2/media/upload/{id}/append";

/** Animated images are processed for a while. */
export function endUpload(instance: Instance, account: Account, _: Request, id: string): Reply {
  const media = find(instance, account, id);
  const bytes = media?.segments.reduce((sum, segment) => sum + segment.length, 0);
  if (media?.state !== "open" || bytes !== media.total) return invalid("The upload is not complete.");
  media.state = media.type === "image/gif" ? "pending" : "ready";
  return json(200, { data: describe(media) });
}

export function showUpload(instance: Instance, account: Account, request: Request): Reply {
  const media = find(instance, account, request.query.get("media_id") ?? "");
  if (!media) return invalid("media_id");
  if (media.state === "pending") media.state = instance.options.processing;
  return json(200, { data: describe(media) });
}

function describe({ id, total, state }: Media): object {
  const processing = {
    open: undefined,
    pending: { state: "pending", check_after_secs: 1 },
    failed: { state: "failed", progress_percent: 10 },
    ready: undefined,
  }[state];
  return {
    id,
    media_key: `3_${id}`,
    expires_after_secs: life,
    ...(state !== "open" && { size: total }),
    ...(processing && { processing_info: processing }),
  };
}

interface Metadata {
  readonly id: string;
  readonly metadata?: { readonly alt_text?: { readonly text: string } };
}

export function describeMedia(instance: Instance, account: Account, request: Request): Reply {
  const { id, metadata } = parse(request) as Metadata;
  const media = find(instance, account, id);
  if (!media) return invalid("id");
  media.alt = metadata?.alt_text?.text ?? "";
  return json(200, { data: { id, associated_metadata: metadata ?? {} } });
}

/** Files that a post may carry, or what is wrong. */
export function takeMedia(
  instance: Instance,
  account: Account,
  ids: readonly string[],
): readonly Media[] | Reply {
  const media = ids.flatMap((id) => find(instance, account, id) ?? []);
  if (media.length < ids.length || media.some(({ state }) => state !== "ready"))
    return invalid("Your media IDs are invalid.");
  return media.length > 1 && media.some(({ type }) => type === "image/gif")
    ? invalid("A post carries one animated image alone.")
    : media;
}

function find({ media, options }: Instance, account: Account, id: string): Media | undefined {
  const found = media.get(id);
  const age = options.now().getTime() - (found?.at.getTime() ?? 0);
  return found?.account === account && age < life * 1000 ? found : undefined;
}

function parse({ body }: Request): unknown {
  return JSON.parse(body.toString());
}
