import type { Pace, Quiet } from "../model/slot.ts";
import { worded } from "../model/worded.ts";
import type { Finding } from "./finding.ts";
import { readPatience } from "./deadline.ts";
import type { ParsedQuiet } from "./schema.ts";
import { readLanguage, readZone } from "./times.ts";

type Texts = Readonly<Record<string, string | null | undefined>>;
type Wrong = Pick<Finding, "problem" | "mend">;

interface Understood {
  readonly pace: Partial<Pace>;
  readonly language: string | undefined;
  /** By key. */
  readonly wrong: Readonly<Record<string, Wrong>>;
}

const readers = {
  timezone: { read: readZone, mend: worded`Give an IANA zone, such as America/New_York.` },
  language: { read: readLanguage, mend: worded`Give a language tag, such as de or pt-BR.` },
  gap: { read: readPatience, mend: worded`Give a length of time, such as 30m or 2h.` },
  perDay: { read: readCount, mend: worded`Give a whole number from 1 to 1000.` },
} as const;

/** How often an account may be heard, and when, as far as it says so itself. */
export function readPace(texts: Texts): Understood {
  const timezone = valueOf("timezone", texts);
  const gap = valueOf("gap", texts);
  const perDay = valueOf("perDay", texts);
  return {
    pace: {
      ...(typeof timezone === "string" && { zone: timezone }),
      ...(typeof gap === "number" && { gap }),
      ...(typeof perDay === "number" && { perDay }),
    },
    language: languageOf(texts),
    wrong: Object.fromEntries(
      Object.entries(readers).flatMap(([key, { mend }]) => {
        const text = texts[key] ?? "";
        const bad = text !== "" && valueOf(key as keyof typeof readers, texts) === undefined;
        return bad ? [[key, { problem: worded`This does not exist or cannot be read.`, mend }]] : [];
      }),
    ),
  };
}

function valueOf(key: keyof typeof readers, texts: Texts): string | number | undefined {
  const text = texts[key] ?? "";
  return text === "" ? undefined : readers[key].read(text);
}

function languageOf(texts: Texts): string | undefined {
  const language = valueOf("language", texts);
  return typeof language === "string" ? language : undefined;
}

function readCount(text: string): number | undefined {
  const count = /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined;
  return count !== undefined && count <= 1000 ? count : undefined;
}

/** What is written under `quiet`. */
export function quietOf({ hours, days }: ParsedQuiet): Quiet {
  return {
    hours: hours ?? null,
    weekdays: days.filter((day) => typeof day === "number"),
    dates: days.filter((day) => typeof day === "string"),
  };
}
