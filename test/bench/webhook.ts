import { Webhook } from "standardwebhooks";
import type { Seen, World } from "../../src/channel/contract.ts";
import {
  type BenchServer,
  json,
  type Misbehaviour,
  type Reply,
  type Request,
  startServer,
} from "./bench-server.ts";

export interface WebhookBench extends BenchServer {
  readonly world: World;
  misbehave(fault: Misbehaviour): void;
  /** Answers the next event with this and does not take it. */
  answerNext(reply: Reply): void;
  /** Every request that came, taken or not. */
  readonly requests: readonly Request[];
}

interface WebhookOptions {
  readonly secret: string;
  /** Off where the receiver must not be the slow part: nothing is verified or kept. */
  readonly strict?: boolean;
}

interface Event {
  readonly type: "post.published" | "post.edited" | "post.removed";
  readonly timestamp: string;
  readonly data: Data;
}

interface Data {
  readonly id: string;
  readonly text: string;
  readonly language: string | null;
  readonly media: readonly { readonly alt: string }[];
  readonly reply: { readonly parent: string } | null;
}

/** A receiver that verifies every signature with the specification's own library and takes each id once. */
export async function startWebhook({ secret, strict = true }: WebhookOptions): Promise<WebhookBench> {
  const verifier = new Webhook(secret);
  const requests: Request[] = [];
  const taken = new Set<string>();
  const posts = new Map<string, Data>();
  let fault: Misbehaviour = "none";
  let planned: Reply | undefined;
  const server = await startServer(
    (request) => {
      if (!strict) return { status: 204 };
      requests.push(request);
      const reply = planned;
      planned = undefined;
      return reply ?? take(verifier, taken, posts, request);
    },
    () => {
      const now = fault;
      fault = "none";
      return now;
    },
  );
  const misbehave = (next: Misbehaviour): void => void (fault = next);
  return {
    ...server,
    requests,
    misbehave,
    answerNext: (reply) => void (planned = reply),
    world: {
      faults: ["loseAnswer", "reset", "unavailable", "slow", "busy"],
      misbehave,
      visible: () => Promise.resolve([...posts.values()].map(show)),
    },
  };
}

function take(verifier: Webhook, taken: Set<string>, posts: Map<string, Data>, request: Request): Reply {
  const { "webhook-id": id, "content-type": type } = request.headers;
  if (type !== "application/json" || typeof id !== "string" || id.includes("."))
    return json(400, { error: "headers" });
  if (request.body.length > 20_000) return json(413, { error: "too long" });
  const event = verify(verifier, request);
  if (!event) return json(401, { error: "signature" });
  if (!taken.has(id)) apply(posts, event);
  taken.add(id);
  return { status: 204 };
}

function verify(verifier: Webhook, { body, headers }: Request): Event | null {
  try {
    return verifier.verify(body, headers as Record<string, string>) as Event;
  } catch {
    return null;
  }
}

function apply(posts: Map<string, Data>, { type, data }: Event): void {
  if (type === "post.removed") posts.delete(data.id);
  else posts.set(data.id, data);
}

function show({ id, text, language, media, reply }: Data): Seen {
  return { id, text, language, alts: media.map(({ alt }) => alt), replyTo: reply?.parent ?? null };
}
