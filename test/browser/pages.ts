import type { Belfry } from "./belfry.ts";

/** Every page that somebody can open, by a name for its picture. */
export async function pagesOf({ app }: Pick<Belfry, "app">): Promise<Readonly<Record<string, string>>> {
  const deliveries = await app.ledger.deliveries.list({});
  const own = deliveries.find(({ account, state }) => account === "here" && state === "sent");
  const other = deliveries.find(({ account }) => account === "fedi");
  return {
    public: "/",
    post: `/p/${own?.id}`,
    entry: `/e/${other?.entry}`,
    archive: "/archive/2026",
    missing: "/none",
    "sign-in": "/sign-in",
    desk: "/desk",
    calendar: "/desk/calendar?day=2026-03-10",
    week: "/desk/calendar?view=week&day=2026-03-10",
    list: "/desk/calendar?view=list&day=2026-03-10",
    simulate: "/desk/simulate?from=2026-03-10&to=2026-03-20",
    entries: "/desk/entries",
    "team-entry": `/desk/entries/${other?.entry}`,
    original: `/desk/entries/${other?.entry}/source`,
    "team-post": `/desk/posts/${other?.id}`,
    history: "/desk/history",
    decisions: "/desk/decisions",
    release: "/desk/release",
    results: "/desk/results",
    month: "/desk/results/2026-03",
    channels: "/desk/channels",
    channel: "/desk/channels/fedi",
    sources: "/desk/sources",
    campaigns: "/desk/campaigns",
    configuration: "/desk/configuration",
    people: "/desk/people",
    tokens: "/desk/tokens",
    you: "/desk/you",
  };
}
