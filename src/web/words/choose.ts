import { de } from "./de.ts";
import { en, type Words } from "./words.ts";

const known: Readonly<Record<string, Words>> = { en, de };

/** The languages that the pages speak, BCP 47. */
export const languages = Object.keys(known);

/** The first wish that can be met: a person's own, then the browser's (Accept-Language, RFC 9110, 12.5.4); else English. */
export function chooseWords(own: string | null, accepted: string | undefined): Words {
  const wishes = [own ?? "", ...orderWishes(accepted ?? "")];
  const met = wishes.flatMap((wish) => known[wish.split("-")[0] ?? ""] ?? []);
  return met[0] ?? en;
}

function orderWishes(accepted: string): readonly string[] {
  return accepted
    .slice(0, 200)
    .split(",")
    .map((part) => {
      const [tag = "", ...rest] = part.trim().split(";");
      const weight = Number(rest.find((one) => one.trim().startsWith("q="))?.split("=")[1] ?? 1);
      return { tag: tag.toLowerCase(), weight };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
