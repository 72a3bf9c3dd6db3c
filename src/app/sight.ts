import type { App } from "../app.ts";
import type { Opened } from "../deliver/sessions.ts";
import { handedAt, type Delivery } from "../model/delivery.ts";
import type { Receipt } from "../model/post.ts";
import { hasCredentials } from "./handoff.ts";

/** The network's own receipt of what was posted by hand, where the account can sign in and the post says what was composed. */
export async function lookUp(app: App, delivery: Delivery, permalink: string): Promise<Receipt | undefined> {
  const account = app.desk.account(delivery.account);
  const channel = await app.desk.channelOf(delivery.account);
  if (!account || !channel || !hasCredentials(account, channel)) return undefined;
  const opening = await app.desk.sessions.open(delivery.account);
  if ("failure" in opening) return undefined;
  const found = await find(delivery, opening.opened);
  return found?.permalink === permalink ? found : undefined;
}

/** A look that fails tells nothing: the person's word stands. */
async function find(delivery: Delivery, { session }: Opened): Promise<Receipt | undefined> {
  try {
    const post = { ...delivery.post, media: [] };
    const memo = await session.prepare(post, { key: delivery.id, previous: null, reply: null });
    return await session.find?.(post, memo, handedAt(delivery));
  } catch {
    return undefined;
  }
}
