import type { App } from "../app.ts";
import type { Delivery } from "../model/delivery.ts";

/**
 * Gives the drafts of a source the cards that their pages have now, where Carillon brings the card. Only those that nobody has agreed
 * to or edited: what people have seen stays as they saw it.
 */
export async function renewCards(app: App, source: string): Promise<void> {
  const drafts = await app.ledger.deliveries.list({ states: ["draft"] });
  for (const draft of drafts)
    if (draft.approvals.length === 0 && !draft.edited && draft.post.card !== null)
      await renewCard(app, source, draft);
}

async function renewCard(app: App, source: string, { id, entry, story, account, post }: Delivery) {
  const known = await app.ledger.entries.get(entry);
  const channel = await app.desk.channelOf(account);
  if (known?.entry.source !== source || post.card === null || channel?.card !== "supplied" || story !== null)
    return;
  const page = await app.lookout.page(known.entry.url);
  if (page.html === null || page.status !== 200) return;
  const { writeCard } = await import("../source/card.ts");
  const card = { ...writeCard(page.html, page.at, known.entry), url: post.card.url };
  if (JSON.stringify(card) === JSON.stringify(post.card)) return;
  await app.ledger.deliveries.change(id, ["draft"], { post: { ...post, card } }, app.now());
}
