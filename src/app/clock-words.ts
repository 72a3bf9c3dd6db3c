const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A moment as people say it: “Tue 7 April, 16:00 Berlin, in 3 days”; “Di., 7. April, 16:00 Uhr Berlin, in 3 Tagen”. */
export function inWords(moment: Date, now: Date, zone: string, language = "en"): string {
  const place = zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;
  const locale = language.startsWith("en") ? "en-GB" : language;
  const date = new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "long",
    ...(isNear(moment, now) ? {} : { year: "numeric" }),
    timeZone: zone,
  });
  const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone: zone });
  const hours = locale.startsWith("de") ? `${clock.format(moment)} Uhr` : clock.format(moment);
  return `${date.format(moment)}, ${hours} ${place}, ${distance(moment.getTime() - now.getTime(), locale)}`;
}

/** Within some months, nobody has to be told which year it is. */
const isNear = (moment: Date, now: Date): boolean => Math.abs(moment.getTime() - now.getTime()) < 200 * day;

function distance(span: number, locale: string): string {
  const size = Math.abs(span);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  if (size < minute) return words.format(0, "second");
  if (size < hour) return words.format(Math.round(span / minute), "minute");
  if (size < day) return words.format(Math.round(span / hour), "hour");
  return words.format(Math.round(span / day), "day");
}
