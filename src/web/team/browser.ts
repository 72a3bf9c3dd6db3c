/** Most call themselves like the one they descend from, so the order matters. */
const browsers = [
  [/Edg(e|A|iOS)?\//u, "Edge"],
  [/OPR\//u, "Opera"],
  [/Firefox\/|FxiOS\//u, "Firefox"],
  [/Chrome\/|CriOS\//u, "Chrome"],
  [/Safari\//u, "Safari"],
] as const;

const systems = [
  [/Android/u, "Android"],
  [/iPhone|iPad/u, "iOS"],
  [/Windows/u, "Windows"],
  [/Mac OS X/u, "macOS"],
  [/Linux|X11/u, "Linux"],
] as const;

type Table = readonly (readonly [RegExp, string])[];

/** “Firefox, Linux” of a User-Agent header: enough for people to know their own; null where nothing is known. */
export function nameBrowser(agent: string): string | null {
  const find = (table: Table) => table.find(([pattern]) => pattern.test(agent))?.[1];
  const names = [find(browsers), find(systems)].filter((name) => name !== undefined);
  return names.length === 0 ? null : names.join(", ");
}
