import type { Site } from "../../model/site.ts";
import { sayMoment } from "../time.ts";
import type { Sentences } from "./dictionary.ts";
import { join, own, type Tell } from "./told.ts";
import { openTranslation, type Language } from "./translate.ts";
import type { Words } from "./words.ts";

/** Makes a language's words tell what Carillon says in English everywhere else. */
export type Tongue = (words: Words) => Promise<Words>;

/** Read when somebody asks for a page in that language. */
const languages: Readonly<Record<string, () => Promise<Language>>> = {
  de: () => import("./de/sentences.ts"),
};

/** `channels`: what the channels say themselves, in a language. */
export function createTongue(site: Site, channels: (code: string) => Promise<Sentences>): Tongue {
  const tells = new Map<string, Promise<Tell>>();
  return async (words) => {
    const { code } = words;
    const tell = tells.get(code) ?? openTell(site, code, channels);
    tells.set(code, tell);
    return { ...words, tell: await tell };
  };
}

async function openTell(site: Site, code: string, channels: (code: string) => Promise<Sentences>) {
  const language = await languages[code]?.();
  const tellOf = language
    ? openTranslation({ ...language, sentences: { ...(await channels(code)), ...language.sentences } })
    : (text: string) => [own(text)];
  return remember((text) =>
    join(tellOf(text)).map((one) => ({ ...one, text: tellTimes(one.text, site, code) })),
  );
}

/** Moments as people read them, in the site's zone. */
const tellTimes = (text: string, site: Site, code: string): string =>
  text.replaceAll(/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z/gu, (iso) => sayMoment(iso, site, code));

/** A page tells the same reason of many posts. */
function remember(tell: Tell): Tell {
  const kept = new Map<string, ReturnType<Tell>>();
  return (text) => {
    const known = kept.get(text) ?? tell(text);
    if (kept.size >= 1_000) kept.clear();
    kept.set(text, known);
    return known;
  };
}
