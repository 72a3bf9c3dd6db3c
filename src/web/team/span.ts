/** Which days a look at the calendar shows; days are `2026-12-24`. Pure. */
export interface Span {
  readonly view: View;
  readonly first: string;
  readonly last: string;
  /** Days to look from, one page earlier and later. */
  readonly before: string;
  readonly after: string;
}

export type View = "month" | "week" | "list";

const dayLength = 86_400_000;
const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayLength;
const dateOf = (day: number): string => new Date(day * dayLength).toISOString().slice(0, 10);

/** Days since the Monday before. */
const sinceMonday = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** Days that a list goes on for. */
const listDays = 28;

export function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/u.test(text) && !Number.isNaN(dayOf(text)) && dateOf(dayOf(text)) === text;
}

export function spanOf(view: View, date: string): Span {
  const day = dayOf(date);
  if (view === "month") return monthOf(date);
  const first = view === "week" ? day - sinceMonday(day) : day;
  const length = view === "week" ? 7 : listDays;
  return {
    view,
    first: dateOf(first),
    last: dateOf(first + length - 1),
    before: dateOf(first - length),
    after: dateOf(first + length),
  };
}

/** Of a list that ends sooner: what comes after follows it, what is before is as long. */
export function endAt(span: Span, last: string): Span {
  const [from, to] = [dayOf(span.first), dayOf(last)];
  return { ...span, last, before: dateOf(from - (to - from + 1)), after: dateOf(to + 1) };
}

/** Whole weeks, from the Monday before the first of the month. */
function monthOf(date: string): Span {
  const [year = 0, month = 1] = date.split("-").map(Number);
  const start = Date.UTC(year, month - 1, 1) / dayLength;
  const end = Date.UTC(year, month, 1) / dayLength - 1;
  return {
    view: "month",
    first: dateOf(start - sinceMonday(start)),
    last: dateOf(end + 6 - sinceMonday(end)),
    before: dateOf(start - 1),
    after: dateOf(end + 1),
  };
}

/** A day that is in the month shown, too. */
export const middleOf = ({ view, first, last }: Pick<Span, "view" | "first" | "last">): string =>
  view === "month" ? new Date((Date.parse(first) + Date.parse(last)) / 2).toISOString().slice(0, 10) : first;
