import type { App } from "../app.ts";
import { worded } from "../model/worded.ts";
import type { Subscription } from "../model/subscription.ts";
import { isFromHub } from "../source/hub.ts";
import type { Hooks } from "../web/hooks.ts";
import type { Errands } from "./errands.ts";

/** What hubs ask and tell. @see https://www.w3.org/TR/websub/#hub-verifies-intent */
export function hearHub(app: App, errands: Errands): Pick<Hooks, "confirm" | "tell"> {
  const { subscriptions } = app.ledger;
  return {
    confirm: async (id, query) => {
      const known = await subscriptions.get(id);
      if (known === undefined || query.get("hub.topic") !== known.topic) return undefined;
      return answer(app, known, query);
    },
    tell: async (id, letter) => {
      const known = await subscriptions.get(id);
      if (known === undefined || known.state === "ending") return false;
      // A wrong signature is not told to whoever made it.
      if (!isFromHub(letter, known.secret)) return true;
      await subscriptions.change(id, { toldAt: app.now().toISOString() });
      errands.run(known.source);
      return true;
    },
  };
}

async function answer(app: App, known: Subscription, query: URLSearchParams): Promise<string | undefined> {
  const { subscriptions } = app.ledger;
  const challenge = query.get("hub.challenge") ?? undefined;
  switch (query.get("hub.mode")) {
    case "subscribe":
      if (known.state === "ending" || known.state === "none") return undefined;
      await subscriptions.change(known.id, {
        state: "active",
        leaseUntil: leaseEnd(query.get("hub.lease_seconds"), app.now()),
        reason: null,
      });
      return challenge;
    case "unsubscribe":
      if (known.state !== "ending") return undefined;
      await subscriptions.forget(known.id);
      return challenge;
    case "denied": {
      const why = (query.get("hub.reason") ?? "").slice(0, 200);
      const reason = worded`The hub refuses${why === "" ? "" : `: ${why}`}.`;
      await subscriptions.change(known.id, { state: "failed", reason });
      return "";
    }
    default:
      return undefined;
  }
}

/** Seconds: what a hub states, within reason. */
const [shortest, longest, usual] = [300, 90 * 86_400, 86_400];

function leaseEnd(stated: string | null, now: Date): string {
  const seconds = Math.min(longest, Math.max(shortest, Number(stated) || usual));
  return new Date(now.getTime() + seconds * 1000).toISOString();
}
