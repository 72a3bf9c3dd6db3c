import type { Io } from "../channel/channel.ts";
import type { Found, FoundImage, FoundPage } from "../model/page.ts";
import { recentOf } from "./recent.ts";

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
  const { once, forget } = recentOf(fresh, io.now);
  return {
    page: (url) => once(`page ${url}`, async () => (await looks()).lookAtPage(url, io.fetch)),
    image: (url) => once(`image ${url}`, async () => (await looks()).lookAtImage(url, io.fetch)),
    link: (url) => once(`link ${url}`, async () => (await looks()).lookAtLink(url, io.fetch)),
    forget,
  };
}
