import { html } from "hono/html";
import type { Html } from "../text.ts";
import type { Words } from "../words/words.ts";
import type { Span } from "./channels.ts";

interface Line {
  /** When planned posts are due, ISO 8601. */
  readonly times: readonly string[];
  /** When the account stops working; null where no end is known. */
  readonly ends: string | null;
  readonly span: Span;
  readonly zone: string;
  /** The whole of it in words. */
  readonly said: string;
}

/** Planned posts and the end of a sign-in on one line: a dot a post, a cross one that could not go out any more. */
export function showTimeline(words: Words, { times, ends, span, zone, said }: Line): Html {
  const place = placeIn(span);
  const end = ends === null ? null : place(ends);
  return html`<svg class="timeline" width="100%" height="52" role="img" aria-label="${said}">
    <line class="base" x1="0" x2="100%" y1="20" y2="20" />
    ${monthsIn(span, words.code, zone).map(({ at, name }) => showMonth(place(at), name))}
    ${end !== null && end < 100 && showEnd(Math.max(0, end))}
    ${times.map((time) => (ends !== null && time > ends ? showLost(place(time)) : showPost(place(time))))}
  </svg>`;
}

/** Percent of the line's width. */
const placeIn = ({ from, to }: Span): ((time: string) => number) => {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  return (time) => Math.round(((Date.parse(time) - first) / (last - first)) * 1000) / 10;
};

const showPost = (at: number): Html => html`<circle class="post" cx="${at}%" cy="20" r="4.5" />`;

const showLost = (at: number): Html =>
  html`<svg x="${at}%" y="20" overflow="visible"><path class="lost" d="M-5-5 5 5M5-5-5 5" /></svg>`;

const showEnd = (at: number): Html =>
  html`<rect class="over" x="${at}%" y="8" width="${Math.max(0, 100 - at)}%" height="24" /><line
      class="end"
      x1="${at}%"
      x2="${at}%"
      y1="2"
      y2="36"
    />`;

function showMonth(at: number, name: string): Html {
  return html`<line
      class="month"
      x1="${at}%"
      x2="${at}%"
      y1="14"
      y2="26"
    />${at < 94 && html`<text x="${at}%" dx="3" y="48">${name}</text>`}`;
}

/** The first days of months that lie in it. Which hour of the day does not show. */
function monthsIn({ from, to }: Span, code: string, zone: string): readonly { at: string; name: string }[] {
  const format = new Intl.DateTimeFormat(code, { month: "short", timeZone: zone });
  const [year = 0, month = 1] = from.split("-").map(Number);
  const firsts = Array.from({ length: 14 }, (_, ahead) => new Date(Date.UTC(year, month + ahead, 1, 12)));
  return firsts
    .filter((day) => day.toISOString() < to)
    .map((day) => ({ at: day.toISOString(), name: format.format(day) }));
}
