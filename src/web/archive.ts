import { html } from "hono/html";
import { nameText } from "./published.ts";
import type { Line } from "./reading.ts";
import { findRoot, type Page } from "./shell.ts";
import type { Html } from "./text.ts";
import { nameMonth, showDate } from "./time.ts";
import type { Voice } from "./voice.ts";

/** A part of what was said in a year. */
export interface Shelf {
  readonly year: string;
  /** Newest first. */
  readonly lines: readonly Line[];
  /** All years with posts, newest first. */
  readonly years: readonly string[];
  /** After which one this part begins; null: with the newest. */
  readonly below: string | null;
  readonly more: boolean;
}

/** `/archive/2026`: everything of a year by its title, newest first. */
export function makeArchivePage(voice: Voice, shelf: Shelf): Page {
  const { site, words } = voice;
  const { year, below } = shelf;
  const said = words.publicly;
  return {
    title: said.archiveOf(year),
    description: said.archiveAbout(site.name, year),
    path: `/archive/${year}${below === null ? "" : `?below=${encodeURIComponent(below)}`}`,
    main: html`<main id="main" class="column archive">
      <h1>${said.archiveOf(year)}</h1>
      ${showYears(voice, shelf)} ${shelf.lines.length === 0 && html`<p>${said.emptyYear(year)}</p>`}
      ${groupMonths(voice, shelf.lines).map((lines) => showMonth(voice, lines))} ${showTurns(voice, shelf)}
    </main>`,
    images: [],
    image: null,
    kind: "list",
  };
}

function showYears({ site, words }: Voice, { year, years }: Shelf): Html {
  const root = findRoot(site);
  return html`<nav class="years" aria-label="${words.publicly.years}">
    <ul>
      ${years.map((one) => html`<li><a href="${root}/archive/${one}" ${one === year && html`aria-current="page"`}>${one}</a></li>`)}
    </ul>
  </nav>`;
}

/** By the months of the site's own zone. */
function groupMonths({ site, words }: Voice, lines: readonly Line[]): readonly (readonly Line[])[] {
  const groups = Map.groupBy(lines, ({ at }) => nameMonth(at, words.code, site.timezone));
  return [...groups.values()];
}

function showMonth(voice: Voice, lines: readonly Line[]): Html {
  const { site, words } = voice;
  return html`<section class="shelf">
    <h2>${nameMonth(lines[0]?.at ?? "", words.code, site.timezone)}</h2>
    <ol>
      ${lines.map((line) => showRow(voice, line))}
    </ol>
  </section>`;
}

function showRow({ site, words }: Voice, { delivery, at }: Line): Html {
  const { post, story, id } = delivery;
  const name = post.title?.trim() || nameText(post.text);
  const address = `${findRoot(site)}/p/${encodeURIComponent(id)}`;
  return html`<li class="${story === null ? "whole" : "story"}">
    ${showDate(at, site, words.code)}
    <a href="${address}" lang="${post.language ?? ""}" dir="auto">${name}</a>
  </li>`;
}

function showTurns({ site, words }: Voice, { year, years, lines, below, more }: Shelf): Html {
  const here = `${findRoot(site)}/archive/${year}`;
  const last = encodeURIComponent(lines.at(-1)?.delivery.id ?? "");
  const before = years[years.indexOf(year) + 1];
  return html`<p class="turn">
    ${below !== null && html`<a href="${here}">${words.publicly.later(year)}</a>`}
    ${more && html`<a href="${here}?below=${last}" rel="next">${words.publicly.earlierIn(year)}</a>`}
    ${!more && before && html`<a href="${findRoot(site)}/archive/${before}">${words.publicly.archiveOf(before)}</a>`}
  </p>`;
}
