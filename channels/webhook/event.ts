import type { Io } from "../../src/channel/channel.ts";
import { ChannelError } from "../../src/channel/failure.ts";
import { ask } from "../../src/channel/http.ts";
import { worded } from "../../src/model/worded.ts";
import { explain, fail, whatIsWrong } from "./failure.ts";
import { maxBody } from "./limits.ts";

export interface Event {
  readonly type: `post.${"published" | "edited" | "removed"}`;
  /** ISO 8601, UTC. */
  readonly timestamp: string;
  readonly data: object;
}

/** Delivers one event under a `webhook-id`. */
export type Deliver = (id: string, event: Event) => Promise<void>;

/** Throws where the secret is none. */
export async function createDeliver(server: string, secret: string, io: Io): Promise<Deliver> {
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
