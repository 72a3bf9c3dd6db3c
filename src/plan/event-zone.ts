/** Abbreviations that stand for one place only, by the zone whose clocks they mean. */
const zones: Readonly<Record<string, string>> = {
  UTC: "UTC",
  GMT: "UTC",
  WET: "Europe/Lisbon",
  WEST: "Europe/Lisbon",
  CET: "Europe/Berlin",
  CEST: "Europe/Berlin",
  MEZ: "Europe/Berlin",
  MESZ: "Europe/Berlin",
  EET: "Europe/Athens",
  EEST: "Europe/Athens",
  EST: "America/New_York",
  EDT: "America/New_York",
  PST: "America/Los_Angeles",
  PDT: "America/Los_Angeles",
  JST: "Asia/Tokyo",
};

/** The zone that stands behind a time in a text, such as “16:00 UTC” or “18h00 CEST”; null where none does. */
export function zoneNamed(text: string): string | null {
  const [, name = "", sign = "", hours = "", minutes = "00"] =
    /\d\s*(?:[AaPp]\.?[Mm]\.?|h|Uhr)?\s*\(?\b([A-Z]{3,4})\b(?:\s?([+-])(\d{1,2})(?::?(\d\d))?\b)?/.exec(
      text,
    ) ?? [];
  const zone = zones[name];
  if (zone === undefined || hours === "") return zone ?? null;
  return zone === "UTC" ? `${sign}${hours.padStart(2, "0")}:${minutes}` : zone;
}
