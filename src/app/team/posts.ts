import type { App } from "../../app.ts";
import { calls, threadOf as labelOf } from "../../model/delivery.ts";
import type { EntryView, Posts, PostView } from "../../web/team/posts.ts";
import { listEntries } from "./entry-rows.ts";
import { placeOf, viewPost, type Place } from "./post-view.ts";
import { templateOf } from "./template-view.ts";
import { tryDraft, write, writeAll } from "./drafts.ts";
import { threadOf } from "./thread.ts";
import { wouldBe } from "./would-be.ts";

/** The ledger's entries and posts, as the team's pages read and write them. */
export function postsOf(app: App): Posts {
  return {
    entries: (below) => listEntries(app, below),
    entry: (id) => viewEntry(app, id),
    post: async (id) => {
      const thread = await threadOf(app, id);
      return thread && viewPost(thread.known, thread.parts, thread.place);
    },
    try: (id, draft) => tryDraft(app, id, draft),
    write: (id, draft, by) => write(app, id, draft, by.login),
    writeAll: (id, draft, by) => writeAll(app, id, draft, by.login),
    template: (id) => templateOf(app, id),
  };
}

/** An entry with all its posts. */
export async function viewEntry(app: App, id: string): Promise<EntryView | undefined> {
  const known = await app.ledger.entries.get(id);
  if (known === undefined) return undefined;
  const all = (await app.ledger.deliveries.list({ entry: id })).filter(({ campaign }) => campaign !== calls);
  const places = new Map<string, Place | null>();
  for (const account of new Set(all.map((one) => one.account)))
    places.set(account, await placeOf(app, account));
  const threads = Map.groupBy(all, labelOf);
  const posts = all
    .filter((one) => one.part === 1)
    .flatMap((one) => {
      const place = places.get(one.account);
      const parts = (threads.get(labelOf(one)) ?? []).toSorted((a, b) => a.part - b.part);
      return (place && viewPost(known, parts, place)) ?? [];
    });
  const { title, url, source, language, published } = known.entry;
  const { state, reason } = known;
  return {
    id,
    title,
    url,
    source,
    language,
    published,
    state,
    reason,
    steps: inSteps(posts),
    others: await wouldBe(app, known, posts),
  };
}

/** Campaign by campaign; two may call a step alike. */
function inSteps(posts: readonly PostView[]): EntryView["steps"] {
  const campaigns = Map.groupBy(posts, ({ campaign }) => campaign ?? "");
  return [...campaigns].flatMap(([campaign, own]) =>
    [...Map.groupBy(own, ({ step }) => step)].map(([name, some]) => ({ campaign, name, posts: some })),
  );
}
