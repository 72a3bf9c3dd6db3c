import { createHash } from "node:crypto";
import type { App } from "../app.ts";
import type { Answer } from "../channel/http.ts";
import type { KeptEvent } from "../ledger/events.ts";
import { enough, type Receiver } from "../model/event.ts";
import { worded } from "../model/worded.ts";

/** Why a receiver did not take an event, in one sentence. */
interface Refusal {
  readonly reason: string;
  /** When it wants to be asked again; null where it does not say. */
  readonly notBefore: Date | null;
}

/** Null where it was taken. */
export type Tell = (event: KeptEvent, now: Date) => Promise<Refusal | null>;

/** Signs by Standard Webhooks; while a secret is changed each event bears both signatures. */
export async function tellerOf(app: App, { to, secret, formerSecret }: Receiver): Promise<Tell> {
  const [{ Webhook }, { ask, readRetryAt }, { classifyNetwork }] = await Promise.all([
    import("standardwebhooks"),
    import("../channel/http.ts"),
    import("../channel/failure.ts"),
  ]);
  const signers = [secret, formerSecret].flatMap((one) => (one === undefined ? [] : [new Webhook(one)]));
  return async (event, now) => {
    const { id, body } = letterOf(event);
    const headers = {
      "content-type": "application/json",
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
      "webhook-signature": signers.map((one) => one.sign(id, now, body)).join(" "),
    };
    try {
      const answer = await ask(app.io, to, { method: "POST", headers, body, visible: true });
      return refusalIn(answer, readRetryAt(answer.headers, now) ?? null, now);
    } catch (error) {
      return { reason: classifyNetwork(error).reason, notBefore: null };
    }
  };
}

/** The same event has the same id, whoever tells it. */
function letterOf({ id, type, at, data }: KeptEvent): { readonly id: string; readonly body: string } {
  const body = `{"type":${JSON.stringify(type)},"timestamp":${JSON.stringify(at)},"data":${data}}`;
  const hash = createHash("sha256").update(`${id} ${body}`).digest("base64url");
  return { id: `evt_${hash.slice(0, 24)}`, body };
}

const day = 86_400_000;

/** 410 is the specification's word for “no more”: it is asked but once a day, in case that was a slip. */
function refusalIn({ status }: Answer, retryAt: Date | null, now: Date): Refusal | null {
  if (status >= 200 && status < 300) return null;
  if (status === 410) return { reason: enough, notBefore: new Date(now.getTime() + day) };
  return { reason: worded`It answers ${status}.`, notBefore: retryAt };
}
