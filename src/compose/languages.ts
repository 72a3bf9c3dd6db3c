import type { Entry } from "../model/entry.ts";
import type { Site } from "../model/site.ts";

/** The language to compose in: the entry's where it is one, else the site's. */
export function languageOf(entry: Entry, site: Pick<Site, "language">): string {
  return canonical(entry.language) ?? canonical(site.language) ?? "en";
}

function canonical(language: string | null): string | undefined {
  try {
    return Intl.getCanonicalLocales(language?.replace("_", "-") ?? [])[0];
  } catch {
    return undefined;
  }
}

const styles = ["full", "long", "medium", "short"] as const;

/** A date in a language and a zone; empty where it cannot be read. `month` as the style: month and year alone. */
export function formatDate(value: string, style: string, language: string, timeZone: string): string {
  const date = new Date(value);
  if (value === "" || Number.isNaN(date.getTime())) return "";
  const dateStyle = styles.find((one) => one === style) ?? "long";
  const shape = style === "month" ? ({ month: "long", year: "numeric" } as const) : { dateStyle };
  return new Intl.DateTimeFormat(language, { ...shape, timeZone }).format(date);
}

/** What the languages of translations are called in a language; each once, that language itself left out. */
export function nameLanguages(translations: readonly unknown[], language: string): string[] {
  const names = new Intl.DisplayNames([language], { type: "language", fallback: "code" });
  const codes = translations.flatMap((one) => (hasLanguage(one) ? [one.language] : []));
  const others = codes.filter((code) => code.split("-")[0] !== language.split("-")[0]);
  return [...new Set(others.flatMap((code) => nameOf(code, names)))];
}

function hasLanguage(value: unknown): value is { readonly language: string } {
  return (
    typeof value === "object" && value !== null && "language" in value && typeof value.language === "string"
  );
}

function nameOf(code: string, names: Intl.DisplayNames): string[] {
  try {
    return [names.of(code) ?? code];
  } catch {
    return [];
  }
}

const quotes: Readonly<Record<string, readonly [string, string]>> = {
  de: ["„", "“"],
  fr: ["«\u00a0", "\u00a0»"],
  it: ["«", "»"],
  es: ["«", "»"],
};

/** A text in the quotation marks of a language. */
export function quote(text: string, language: string): string {
  const [open, close] = quotes[language.split("-")[0] ?? ""] ?? ["“", "”"];
  return open + text + close;
}
