import { ChannelError } from "../../src/channel/failure.ts";
import { AnswerError } from "../../src/channel/http.ts";
import { worded } from "../../src/model/worded.ts";
import { readAll } from "./batch.ts";
import type { Send } from "./client.ts";

/** Of a token. Epoch seconds; 0: never. */
interface Facts {
  readonly expires_at?: number;
  /** When the app loses the right to read, though the token goes on. */
  readonly data_access_expires_at?: number;
  readonly scopes?: readonly string[];
}

/** Without these no post goes out, or no lost answer is settled. */
const needed = ["pages_manage_posts", "pages_read_engagement"];

/**
 * When the token ends; undefined where it does not, or where Facebook does not tell: not every token may ask about itself.
 * Asked in a batch, since a plain request would have the token in its address.
 * @see https://developers.facebook.com/docs/graph-api/reference/debug_token
 */
export async function fetchExpiry(send: Send, token: string, now: Date): Promise<Date | undefined> {
  const facts = await fetchFacts(send, token, now);
  const missing = needed.filter((scope) => facts.scopes?.includes(scope) === false);
  if (missing.length > 0)
    throw new ChannelError({
      kind: "unauthorised",
      reason: worded`The token lacks ${missing.join(" and ")}: make one that has it.`,
    });
  const ends = [facts.expires_at, facts.data_access_expires_at].filter((end) => (end ?? 0) > 0);
  return ends.length === 0 ? undefined : new Date(Math.min(...ends.map(Number)) * 1000);
}

async function fetchFacts(send: Send, token: string, now: Date): Promise<Facts> {
  const path = `debug_token?input_token=${encodeURIComponent(token)}`;
  try {
    const [answer] = await readAll<{ readonly data: Facts }>(send, [path], now);
    return answer === undefined || answer instanceof AnswerError ? {} : (answer.data ?? {});
  } catch (error) {
    if (error instanceof AnswerError || error instanceof ChannelError) return {};
    throw error;
  }
}
