import type { Io } from "../channel/channel.ts";
import type { Found, FoundImage, FoundPage } from "../model/page.ts";

/** Looks at what is public. Whoever asks for the same within some seconds gets the same look. */
export interface Lookout {
  page(url: string): Promise<FoundPage>;
  image(url: string): Promise<FoundImage>;
  link(url: string): Promise<Found>;
  /** The next look is a new one: something has changed there. */
  forget(): void;
}

/** Milliseconds for which a look counts. */
const fresh = 20_000;

const looks = () => import("../source/look.ts");

export function lookoutOf(io: Io): Lookout {
  const seen = new Map<string, { readonly at: number; readonly found: Promise<unknown> }>();
  const once = <T>(key: string, look: () => Promise<T>): Promise<T> => {
    const now = io.now().getTime();
    for (const [one, { at }] of seen) if (Math.abs(now - at) > fresh) seen.delete(one);
    const found = (seen.get(key)?.found as Promise<T> | undefined) ?? look();
    if (!seen.has(key)) seen.set(key, { at: now, found });
    return found;
  };
  return {
    page: (url) => once(`page ${url}`, async () => (await looks()).lookAtPage(url, io.fetch)),
    image: (url) => once(`image ${url}`, async () => (await looks()).lookAtImage(url, io.fetch)),
    link: (url) => once(`link ${url}`, async () => (await looks()).lookAtLink(url, io.fetch)),
    forget: () => seen.clear(),
  };
}
