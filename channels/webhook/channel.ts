import type { Channel, Io, PrepareContext, Session } from "../../src/channel/channel.ts";
import { type Answered, readStandard } from "../../src/channel/allowance.ts";
import { ChannelError, type Failure } from "../../src/channel/failure.ts";
import { type Answer, AnswerError, ask, classifyAnswer, readRetryAt } from "../../src/channel/http.ts";
import type { SettingValues } from "../../src/model/account.ts";
import type { Json } from "../../src/model/json.ts";
import type { Post } from "../../src/model/post.ts";
import { worded } from "../../src/model/worded.ts";

/** Bytes that the specification recommends as the most for a body. */
const maxBody = 20_000;
const maxText = 12_000;

/**
 * Any program that takes a POST: posts as signed events `post.published`, `post.edited` and `post.removed`. Receivers drop
 * an event whose `webhook-id` they have had.
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
const webhook: Channel = {
  contract: 1,
  id: "webhook",
  label: "Webhook",
  settings: {
    server: {
      type: "url",
      label: "Address",
      help: "Where the receiver takes its events.",
      required: true,
      example: "https://hooks.example.org/newsletter",
    },
    secret: {
      type: "text",
      label: "Signing secret",
      help: "As the receiver has it: 24 to 64 bytes in base64, with or without whsec_ before them.",
      required: true,
      secret: true,
      example: "${HOOK_SECRET}",
    },
  },
  limits: {
    text: [{ unit: "bytes", max: maxText }],
    title: { unit: "graphemes", max: 300 },
    media: 4,
    mediaBytes: 20_000_000,
    alt: 1000,
    tags: 0,
    linkInText: false,
  },
  card: "supplied",
  abilities: { thread: true, edit: true, remove: true, metrics: false, language: true, altText: true },
  repeat: { sameFor: Infinity },
  left: (answered: Answered) => readStandard({ what: "requests", each: 1 }, answered),
  words: { de: () => import("./words.de.ts") },
  open,
  classify,
};

export default webhook;

interface Memo {
  /** The `webhook-id`. */
  readonly key: string;
  /** ISO 8601, UTC: when it was first armed. */
  readonly at: string;
  readonly reply: { readonly root: string; readonly parent: string } | null;
}

interface Event {
  readonly type: `post.${"published" | "edited" | "removed"}`;
  /** ISO 8601, UTC. */
  readonly timestamp: string;
  readonly data: object;
}

/** Delivers one event under a `webhook-id`. */
type Deliver = (id: string, event: Event) => Promise<void>;

async function open(settings: SettingValues, io: Io): Promise<Session> {
  const server = String(settings["server"]);
  const { host } = new URL(server);
  const deliver = await createDeliver(server, String(settings["secret"]), io);
  return { profile: { id: server, name: host, handle: host, url: null }, ...createActs(deliver, io) };
}

function createActs(deliver: Deliver, io: Io): Omit<Session, "profile"> {
  const { now } = io;
  return {
    prepare: async (post, context) => prepare(post, context, now()),
    async publish(post, json) {
      const { key, at, reply } = readMemo(json);
      await deliver(key, {
        type: "post.published",
        timestamp: at,
        data: { id: key, ...told(post, io), reply },
      });
      return { remoteId: key, permalink: null, at };
    },
    async edit(receipt, post, context) {
      const id = receipt.remoteId;
      const at = context?.since ?? now();
      const event: Event = {
        type: "post.edited",
        timestamp: at.toISOString(),
        data: { id, ...told(post, io) },
      };
      await deliver(`${id}-edited-${context?.key ?? at.getTime()}`, event);
      return receipt;
    },
    async remove({ remoteId: id }) {
      await deliver(`${id}-removed`, { type: "post.removed", timestamp: now().toISOString(), data: { id } });
    },
  };
}

/** How it was made is nobody else's business. */
const told = ({ template: _template, ...post }: Post, io: Io): Omit<Post, "template"> => ({
  ...post,
  media: post.media.map(({ url, alt }) => ({ url: io.addressOf?.(url) ?? url, alt })),
});

function prepare(post: Post, { key, previous, reply }: PrepareContext, now: Date): Json {
  if (Buffer.byteLength(post.text) > maxText)
    throw fail("refused", worded`The text is longer than ${maxText} bytes.`);
  const first = previous === null ? { key, at: now.toISOString() } : readMemo(previous);
  const thread = reply && { root: reply.root.remoteId, parent: reply.parent.remoteId };
  return { key: first.key, at: first.at, reply: thread };
}

/** Throws where the secret is none. */
async function createDeliver(server: string, secret: string, io: Io): Promise<Deliver> {
  const sign = await createSign(secret);
  return async (id, event) => {
    const body = JSON.stringify(event);
    if (Buffer.byteLength(body) > maxBody)
      throw fail("refused", worded`The event is longer than ${maxBody} bytes.`);
    const headers = { "content-type": "application/json", ...sign(id, io.now(), body) };
    const answer = await ask(io, server, { method: "POST", headers, body, visible: true });
    if (answer.status < 200 || answer.status >= 300) throw explain(answer, io.now());
    const wrong = whatIsWrong(answer.text);
    if (wrong !== null) throw new ChannelError(wrong);
  };
}

type Sign = (id: string, at: Date, body: string) => Record<string, string>;

async function createSign(secret: string): Promise<Sign> {
  const length = Buffer.from(secret.replace(/^whsec_/, ""), "base64").length;
  if (length < 24 || length > 64)
    throw fail(
      "unauthorised",
      worded`The signing secret is not 24 to 64 bytes in base64: \`openssl rand -base64 32\` makes one.`,
    );
  const { Webhook } = await import("standardwebhooks");
  const signer = new Webhook(secret);
  return (id, at, body) => ({
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": signer.sign(id, at, body),
  });
}

/** Status 200 and yet no: a page where a receiver should be, or an error inside. Other bodies mean nothing. */
function whatIsWrong(text: string): Failure | null {
  if (/^\s*<(?:!doctype\s+html|html)[\s>]/i.test(text))
    return {
      kind: "unauthorised",
      reason: worded`The receiver answered with a web page. Check \`server\`: no webhook is there.`,
    };
  const said = /^\s*\{/.test(text) ? readError(text) : undefined;
  return said === undefined
    ? null
    : { kind: "refused", reason: worded`The receiver answered 200 with an error inside: ${said}` };
}

function readError(text: string): string | undefined {
  try {
    const { error } = JSON.parse(text) as { error?: unknown };
    const said = typeof error === "object" && error !== null && "message" in error ? error.message : error;
    return typeof said === "string" && said !== "" ? asSentence(said) : undefined;
  } catch {
    return undefined;
  }
}

const asSentence = (said: string): string =>
  said
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, 200)
    .replace(/[.!?]?$/, ".");

function explain({ status, headers }: Answer, now: Date): AnswerError {
  const message =
    status >= 300 && status < 400
      ? worded`The receiver answered ${status} and sends on to ${headers.get("location") ?? "nowhere"}: write that as \`server\`.`
      : worded`The receiver answered ${status}.`;
  const about = { status, visible: true, retryAt: readRetryAt(headers, now) };
  return new AnswerError(message, about);
}

/** Where the server says when to come back, waiting is right whatever became of the event: the receiver drops doubles. */
function classify(error: unknown): Failure {
  if (!(error instanceof AnswerError)) return classifyAnswer(error);
  const { status, message, retryAt } = error;
  if (status === 410)
    return { kind: "unauthorised", reason: worded`The receiver has switched this webhook off (410).` };
  if (status === 401 || status === 403)
    return {
      kind: "unauthorised",
      reason: `${message} ${worded`Check \`secret\`: it takes no event signed with it.`}`,
    };
  if (status === 404 || status === 405)
    return { kind: "unauthorised", reason: `${message} ${worded`Check \`server\`: no webhook is there.`}` };
  if (status >= 502 && status <= 504 && retryAt) return { kind: "busy", reason: message, retryAt };
  return classifyAnswer(error);
}

function fail(kind: "refused" | "unauthorised", reason: string): ChannelError {
  return new ChannelError({ kind, reason });
}

function readMemo(json: Json): Memo {
  const memo = json as Partial<Memo> | null;
  if (typeof memo?.key !== "string" || typeof memo.at !== "string")
    throw new TypeError("The memo is not one that the webhook wrote.");
  return { key: memo.key, at: memo.at, reply: memo.reply ?? null };
}
