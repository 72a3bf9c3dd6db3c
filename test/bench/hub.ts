import { createHmac, randomUUID } from "node:crypto";
import { startServer, type BenchServer } from "./bench-server.ts";

/** A WebSub hub that keeps to the specification to the letter, and asks back as it must. @see https://www.w3.org/TR/websub/ */
export interface HubBench extends BenchServer {
  readonly subscribers: readonly Subscriber[];
  /** Requests that were wrong, in words. */
  readonly wrong: readonly string[];
  /** Tells all subscribers of a topic; what they answered. `secret`: signs with another than theirs. */
  publish(topic: string, secret?: string): Promise<readonly number[]>;
  /** Answers all requests so, from now on; null: as it should. */
  answer(status: number | null): void;
}

interface Subscriber {
  readonly topic: string;
  readonly callback: string;
  readonly secret: string;
  readonly lease: number;
}

/** `lease`: seconds that it grants. */
export async function startHub({ lease = 3600 } = {}): Promise<HubBench> {
  const subscribers: Subscriber[] = [];
  const wrong: string[] = [];
  let broken: number | null = null;
  const server = await startServer(async ({ method, headers, body }) => {
    if (broken !== null) return { status: broken };
    const form = new URLSearchParams(body.toString());
    const problem = whatIsWrong(method, headers["content-type"] ?? "", form);
    if (problem !== null) {
      wrong.push(problem);
      return { status: 400, body: problem };
    }
    const [mode, topic, callback] = ["mode", "topic", "callback"].map((key) => form.get(`hub.${key}`) ?? "");
    const one = { topic: topic ?? "", callback: callback ?? "", secret: form.get("hub.secret") ?? "", lease };
    // Whoever asks must be heard before they are asked back, as a hub may take its time.
    setTimeout(() => void verify(one, mode ?? "").catch((error: unknown) => wrong.push(String(error))), 5);
    return { status: 202 };
  });
  async function verify(one: Subscriber, mode: string): Promise<void> {
    const challenge = randomUUID();
    const url = new URL(one.callback);
    const query = { mode, topic: one.topic, challenge, lease_seconds: String(one.lease) };
    for (const [key, value] of Object.entries(query)) url.searchParams.set(`hub.${key}`, value);
    const answer = await fetch(url);
    if (!answer.ok || (await answer.text()) !== challenge)
      return void wrong.push(`${mode} was not confirmed`);
    const others = subscribers.filter(({ callback }) => callback !== one.callback);
    subscribers.splice(0, subscribers.length, ...others, ...(mode === "subscribe" ? [one] : []));
  }
  return {
    ...server,
    subscribers,
    wrong,
    publish: (topic, secret) =>
      Promise.all(
        subscribers
          .filter((one) => one.topic === topic)
          .map(async (one) => {
            const body = "<feed/>";
            const hmac = createHmac("sha256", secret ?? one.secret)
              .update(body)
              .digest("hex");
            const headers = { "content-type": "application/atom+xml", "x-hub-signature": `sha256=${hmac}` };
            return (await fetch(one.callback, { method: "POST", body, headers })).status;
          }),
      ),
    answer: (status) => void (broken = status),
  };
}

function whatIsWrong(method: string, type: string, form: URLSearchParams): string | null {
  if (method !== "POST" || !type.startsWith("application/x-www-form-urlencoded")) return "no form was posted";
  if (!["subscribe", "unsubscribe"].includes(form.get("hub.mode") ?? "")) return "no hub.mode";
  if (!URL.canParse(form.get("hub.topic") ?? "")) return "no hub.topic";
  if (!URL.canParse(form.get("hub.callback") ?? "")) return "no hub.callback";
  if (Buffer.byteLength(form.get("hub.secret") ?? "") >= 200) return "hub.secret is too long";
  return /^\d*$/.test(form.get("hub.lease_seconds") ?? "") ? null : "hub.lease_seconds is no number";
}
