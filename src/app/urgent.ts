import type { App } from "../app.ts";
import type { Look } from "./errands.ts";
import { renewCards } from "./recard.ts";
import { round, type Round } from "./round.ts";

/**
 * Looks at a source because somebody said that something is new there, and again at the pages that posts wait for. `tell`: what a
 * round came to. Whoever works in this process goes on at once, others within a second.
 */
export function lookerOf(app: App, tell: (round: Round) => void, failed: (error: unknown) => void): Look {
  return async (source, seen) => {
    try {
      app.lookout.forget();
      if ((await app.ledger.claims.hurry()) > 0) app.dispatcher.wake();
      await renewCards(app, source);
      return !seen && (await pollNow(app, source, tell));
    } catch (error) {
      failed(error);
      return false;
    }
  };
}

async function pollNow(app: App, source: string, tell: (round: Round) => void): Promise<boolean> {
  const known = (await app.ledger.sources.all()).get(source);
  // Whoever tells us knows more than what made it wait.
  if (known?.nextAt) await app.ledger.sources.set({ ...known, nextAt: null });
  const seen = await round(app, () => undefined, [source]);
  tell(seen);
  app.dispatcher.wake();
  return seen.polls.some(({ news, held, changed }) => news + held + changed.length > 0);
}
