/** What a page's address is made of. */
export interface Page {
  readonly title: string;
  readonly slug: string | null;
  /** ISO 8601, UTC. */
  readonly date: string | null;
  /** With its folder, as the system writes it. */
  readonly file: string;
  /** The suffix of the file name, as in `issue.de.md`. */
  readonly language: string | null;
}

/**
 * The page's path by a pattern in Hugo's words (https://gohugo.io/configuration/permalinks/); null where it asks for a
 * date that the page has not. A language in the file's name comes first, as Hugo puts it.
 */
export function fillPermalink(pattern: string, page: Page): string | null {
  if (page.date === null && datedTokens.test(pattern)) return null;
  const filled = pattern.replace(/:([a-z]+)/g, (whole, token: string) => tokens[token]?.(page) ?? whole);
  const prefix = page.language === null ? "" : `/${page.language.toLowerCase()}`;
  const prefixed = pattern.startsWith(`${prefix}/`) ? filled : prefix + filled;
  return `/${prefixed}`.replace(/\/{2,}/g, "/");
}

const datedTokens = /:(?:year|month|monthname|day|yearday|weekday|weekdayname)\b/;

const tokens: Readonly<Record<string, (page: Page) => string>> = {
  year: (page) => dateOf(page).slice(0, 4),
  month: (page) => dateOf(page).slice(5, 7),
  day: (page) => dateOf(page).slice(8, 10),
  monthname: (page) => nameOf(page, { month: "long" }),
  weekdayname: (page) => nameOf(page, { weekday: "long" }),
  weekday: (page) => String(new Date(dateOf(page)).getUTCDay()),
  yearday: (page) => String(dayOfYear(dateOf(page))),
  title: ({ title }) => makeSlug(title),
  slug: ({ slug, title }) => makeSlug(slug ?? title),
  filename: ({ file }) => makeSlug(baseName(file)),
  contentbasename: ({ file }) => makeSlug(baseName(file)),
  slugorfilename: ({ slug, file }) => makeSlug(slug ?? baseName(file)),
  slugorcontentbasename: ({ slug, file }) => makeSlug(slug ?? baseName(file)),
  section: ({ file }) => sectionsOf(file)[0] ?? "",
  sections: ({ file }) => sectionsOf(file).join("/"),
};

function dateOf({ date }: Page): string {
  return date ?? "";
}

function nameOf(page: Page, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("en", { ...options, timeZone: "UTC" }).format(new Date(dateOf(page)));
}

function dayOfYear(date: string): number {
  return Math.floor((Date.parse(date) - Date.UTC(Number(date.slice(0, 4)), 0, 0)) / 86_400_000);
}

/** The file's name without its ending and language; for `issue/index.md`, the folder's name. */
function baseName(file: string): string {
  const [name = "", folder = ""] = file.split(/[\\/]/).toReversed();
  const base = name.replace(/\.[^.]+$/, "").replace(languageSuffix, "");
  return base === "index" && folder !== "" ? folder : base;
}

const languageSuffix = /\.([a-z]{2,3}(?:-[a-z]{2,4})?)$/i;

/** The language in a file's name, as written there. */
export function languageOfFile(file: string): string | null {
  return languageSuffix.exec(file.replace(/\.[^.\\/]+$/, ""))?.[1] ?? null;
}

/** Hugo's sections are the folders below `content`. */
function sectionsOf(file: string): string[] {
  const folders = file.split(/[\\/]/).slice(0, -1);
  const content = folders.lastIndexOf("content");
  return content < 0 ? folders.slice(-1) : folders.slice(content + 1);
}

/** A title as Hugo writes it in an address: lower case, few signs, hyphens for spaces. */
function makeSlug(title: string): string {
  const kept = title.toLowerCase().replace(/[^\p{L}\p{M}\p{N}\s.+~#@/\\_-]/gu, "");
  return kept.trim().replace(/\s+/g, "-").replace(/-{2,}/g, "-");
}
