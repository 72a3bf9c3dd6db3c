/** A date as feeds write it, well or badly, as ISO 8601 in UTC; null where it cannot be read. Without a zone it is UTC. */
export function readDate(written: string): string | null {
  const text = written.trim().slice(0, 100);
  const parts = readIso(text) ?? readNamedMonth(text) ?? readAmericanOrder(text);
  return parts === null ? null : toIso(parts);
}

interface Parts {
  readonly year: number;
  /** Counts from 1. */
  readonly month: number;
  readonly day: number;
  readonly time: string;
}

const iso =
  /^(-?\d{4})(?:[-/]?(\d{2})(?:[-/]?(\d{2})(?!\d))?|-(\d)(?:-(\d{1,2}))?(?!\d)|-?(\d{3}))?(?:[T\s]+(.*))?$/i;

/** ISO 8601 and its profiles: RFC 3339, W3C's, days of the year, months of one digit. */
function readIso(text: string): Parts | null {
  const found = iso.exec(text);
  if (found === null) return null;
  const [, year, month, day, shortMonth, shortDay, dayOfYear, time = ""] = found;
  return {
    year: Number(year),
    month: Number(month ?? shortMonth ?? 1),
    day: Number(day ?? shortDay ?? dayOfYear ?? 1),
    time,
  };
}

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const dayFirst =
  /^(?:[^\d\s]+[,\s]\s*)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3})[a-z.]*[\s,-]+(\d{2,4})(?:[\s,]+(.*))?$/i;
const monthFirst =
  /^(?:[a-z]+[,\s]\s*)?([a-z]{3})[a-z.]*\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:[\s,]+(.*))?$/i;
const yearLast =
  /^(?:[a-z]+[,\s]\s*)?([a-z]{3})[a-z.]*\s+(\d{1,2})\s+(\d\d:\d\d(?::\d\d)?)\s+(?:([a-z]{1,5}|[+-]\d{4})\s+)?(\d{4})$/i;

/** RFC 822 and what people make of it, and the order of `date` and of C's asctime. */
function readNamedMonth(text: string): Parts | null {
  const [, day, month, year, time = ""] = dayFirst.exec(text) ?? [];
  if (day !== undefined) return named(year, month, day, time);
  const [, month2, day2, year2, time2 = ""] = monthFirst.exec(text) ?? [];
  if (day2 !== undefined) return named(year2, month2, day2, time2);
  const [, month3, day3, clock, zone = "", year3] = yearLast.exec(text) ?? [];
  return day3 === undefined ? null : named(year3, month3, day3, `${clock} ${zone}`);
}

function named(year = "", month = "", day = "", time = ""): Parts | null {
  const index = months.indexOf(month.toLowerCase());
  return index < 0 ? null : { year: fullYear(year), month: index + 1, day: Number(day), time };
}

/** RFC 2822, section 4.3. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 3) return year;
  return digits.length === 2 && year < 50 ? year + 2000 : year + 1900;
}

/** `Fri, 2006/09/15 08:19:53 EDT` and `09/15/2006`. */
function readAmericanOrder(text: string): Parts | null {
  const [, year, month, day, time = ""] = /^[a-z]+,?\s+(\d{4})[/-](\d\d)[/-](\d\d)\s*(.*)$/i.exec(text) ?? [];
  if (year !== undefined) return { year: Number(year), month: Number(month), day: Number(day), time };
  const [, month2, day2, year2, time2 = ""] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\s*(.*)$/.exec(text) ?? [];
  return year2 === undefined
    ? null
    : { year: Number(year2), month: Number(month2), day: Number(day2), time: time2 };
}

function toIso({ year, month, day, time }: Parts): string | null {
  const clock = readClock(time);
  if (clock === null || month < 1 || month > 12 || day < 1 || day > 366) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(clock.hour, clock.minute - clock.offset, clock.second, clock.millisecond);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

interface ClockParts {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** Minutes east of UTC. */
  readonly offset: number;
}

const midnight: ClockParts = { hour: 0, minute: 0, second: 0, millisecond: 0, offset: 0 };
const clockForm = /^(\d{1,2})(?::?(\d{2}))?(?::?(\d{2})(?:[.,:](\d+))?)?\s*([ap]m)?\s*(.*)$/i;

function readClock(time: string): ClockParts | null {
  if (time.trim() === "") return midnight;
  const found = clockForm.exec(time.trim());
  if (found === null) return midnight;
  const [, hour, minute = "0", second = "0", fraction = "", half = "", zone = ""] = found;
  const offset = readZone(zone);
  const hours = (Number(hour) % (half === "" ? 25 : 12)) + (half.toLowerCase() === "pm" ? 12 : 0);
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return null;
  const millisecond = Math.floor(Number(`0.${fraction || "0"}`) * 1000);
  return { hour: hours, minute: Number(minute), second: Number(second), millisecond, offset };
}

/** Hours east of UTC. Names are those of RFC 822 and the commonest besides; an unknown one counts as UTC. */
const zones: ReadonlyMap<string, number> = new Map(
  [
    "nst -3.5 ast -4 adt -3 est -5 edt -4 cst -6 cdt -5 mst -7 mdt -6 pst -8 pdt -7 akst -9 akdt -8 hst -10",
    "wet 0 west 1 bst 1 cet 1 cest 2 met 1 mest 2 eet 2 eest 3 msk 3 msd 4 ist 5.5 jst 9 aest 10 aedt 11",
    "a -1 m -12 n 1 y 12",
  ]
    .flatMap((line) => line.match(/\S+ \S+/g) ?? [])
    .map((pair) => pair.split(" "))
    .map(([name = "", hours]) => [name, Number(hours)]),
);

function readZone(zone: string): number {
  const [, sign, hours, minutes = "0"] = /^(?:gmt|utc|z)?\s*([+-])(\d{1,2}):?(\d{2})?/i.exec(zone) ?? [];
  if (hours !== undefined) return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  const name = /^[a-z]+/i.exec(zone)?.[0].toLowerCase() ?? "";
  return (zones.get(name) ?? 0) * 60;
}
