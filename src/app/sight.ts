import type { App } from "../app.ts";
import type { Opened } from "../deliver/sessions.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Receipt } from "../model/post.ts";

/** The network's own receipt of what was posted by hand, where the account can sign in and the post says what was composed. */
export async function lookUp(app: App, delivery: Delivery, permalink: string): Promise<Receipt | undefined> {
  if (!(await hasCredentials(app, delivery.account))) return undefined;
  const opening = await app.desk.sessions.open(delivery.account);
  if ("failure" in opening) return undefined;
  const found = await find(delivery, opening.opened);
  return found?.permalink === permalink ? found : undefined;
}

async function hasCredentials(app: App, name: string): Promise<boolean> {
  const channel = await app.desk.channelOf(name);
  const settings = app.desk.account(name)?.settings ?? {};
  return Object.entries(channel?.settings ?? {}).every(
    ([key, { required }]) => !required || settings[key] !== undefined,
  );
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

/** When somebody was last told that it is theirs to post. */
export function handedAt({ attempts, dueAt }: Delivery): Date {
  return new Date(attempts.findLast(({ outcome }) => outcome === "handed")?.at ?? dueAt);
}
