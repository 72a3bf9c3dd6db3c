import type { Entry } from "../model/entry.ts";

/** By what an entry is found again in the document that it came from. */
export type Wanted = Pick<Entry, "id" | "url" | "title" | "published">;

/** The one that is most like it; undefined where none bears its id or address, or its title on its day. */
export function pickWanted<T>(wanted: Wanted, all: readonly T[], faceOf: (one: T) => Wanted): T | undefined {
  const marked = all.map((one) => ({ one, mark: likenessOf(wanted, faceOf(one)) }));
  return marked.reduce<{ one?: T; mark: number }>((best, next) => (next.mark > best.mark ? next : best), {
    mark: 0,
  }).one;
}

function likenessOf(wanted: Wanted, { id, url, title, published }: Wanted): number {
  const sameDay = published !== null && published.slice(0, 10) === wanted.published?.slice(0, 10);
  const sameTitle = title === wanted.title;
  const known = (id === wanted.id ? 4 : 0) + (url === wanted.url ? 2 : 0);
  return known === 0 ? Number(sameTitle && sameDay) / 2 : known + Number(sameTitle);
}
