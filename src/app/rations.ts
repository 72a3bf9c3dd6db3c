import type { App } from "../app.ts";
import { postsUnder, type KnownAllowance } from "../model/allowance.ts";
import type { Ration } from "../watch/world.ts";

/** Of more posts than this nobody runs out. */
const plenty = 1000;

/** Of each limit that counts posts and has not begun anew: what the network still takes, and what is planned until it does. */
export async function rationsOf(app: App): Promise<readonly Ration[]> {
  const now = app.now().toISOString();
  const said = await app.ledger.allowances.all();
  const here = app.config.accounts.flatMap(({ name, handoff }) => (handoff ? [] : (said.get(name) ?? [])));
  const rations = await Promise.all(here.map((one) => rationOf(app, one, now)));
  return rations.filter((one) => one !== null);
}

async function rationOf(app: App, said: KnownAllowance, now: string): Promise<Ration | null> {
  const { account, until } = said;
  const posts = postsUnder(said);
  if (posts === null || posts >= plenty || until === null || until <= now) return null;
  return { account, until, posts, planned: await app.ledger.outlook.due(account, until, plenty) };
}
