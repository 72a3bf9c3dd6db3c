import { html } from "hono/html";
import type { Right } from "../../model/person.ts";
import { may } from "../../model/person.ts";
import type { Site } from "../../model/site.ts";
import { bell, scriptNames, styleName } from "../assets.ts";
import { findRoot } from "../shell.ts";
import type { Html } from "../text.ts";
import type { Words } from "../words/words.ts";
import type { Visitor } from "./admission.ts";
import type { Note } from "./note.ts";

/** One page of the team, before it is framed. */
export interface TeamPage {
  readonly title: string;
  readonly main: Html;
  /** Addresses of all images that it shows: nothing else of other servers is loaded. */
  readonly images?: readonly string[];
  /** Its place in the navigation. */
  readonly here?: Place;
  /** For what does not fit a column. */
  readonly wide?: boolean;
}

/** The navigation, in its order: what everybody needs first. */
const places = [
  { name: "desk", path: "/desk", right: "see" },
  { name: "calendar", path: "/desk/calendar", right: "see" },
  { name: "entries", path: "/desk/entries", right: "see" },
  { name: "history", path: "/desk/history", right: "see" },
  { name: "results", path: "/desk/results", right: "see" },
  { name: "channels", path: "/desk/channels", right: "see" },
  { name: "people", path: "/desk/people", right: "administer" },
] as const satisfies readonly { name: keyof Words["shell"]; path: string; right: Right }[];

export type Place = (typeof places)[number]["name"];

interface Frame {
  readonly site: Site;
  readonly words: Words;
  readonly visitor: Visitor | null;
  /** How many things wait for them. */
  readonly waiting: number;
  /** What came of the form that led here. */
  readonly said: Note | null;
}

export function frame(around: Frame, page: TeamPage): Html {
  const { site, words, said } = around;
  const root = findRoot(site);
  return html`<!doctype html>
    <html lang="${words.code}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="htmx-config" content='{"includeIndicatorCSS":false,"history":false}' />
        <title>${page.title} · ${site.name}</title>
        <link rel="stylesheet" href="${root}/${styleName}" />
        <link rel="icon" type="image/svg+xml" href="${root}/favicon.svg" />
        ${scriptNames.map((name) => html`<script src="${root}/${name}" defer></script>`)}
      </head>
      <body class="team">
        <a class="skip" href="#main">${words.shell.skip}</a>
        ${showHead(around, root, page.here)}
        <main id="main" class="${page.wide ? "wide" : "column"}">
          ${said !== null && html`<p class="${said.done ? "said-note" : "problem"}" role="status">${said.text}</p>`}
          <h1>${page.title}</h1>
          ${page.main}
        </main>
        ${showFoot(around, root)}
      </body>
    </html>`;
}

function showHead({ site, words, visitor, waiting }: Frame, root: string, here: Place | undefined): Html {
  return html`<header class="masthead">
    <a class="home" href="${root}/">${bell}<span dir="auto">${site.name}</span></a>
    ${visitor && showPlaces(words, visitor, root, here, waiting)}
    ${visitor ? showYou(words, visitor, root) : html`<a class="quiet" href="${root}/sign-in">${words.shell.signIn}</a>`}
  </header>`;
}

function showPlaces(
  words: Words,
  { person }: Visitor,
  root: string,
  here: Place | undefined,
  waiting: number,
): Html {
  const open = places.filter(({ right }) => may(person.role, right));
  return html`<nav class="places" aria-label="${words.shell.pages}">
    <ul>
      ${open.map(
        ({ name, path }) =>
          html`<li>
            <a href="${root}${path}" ${name === here && html`aria-current="page"`}
              >${words.shell[name]}${name === "desk" && waiting > 0 && showTally(words, waiting)}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
}

/** From here on nobody counts. */
const tallied = 99;

function showTally({ shell }: Words, waiting: number): Html {
  const number = waiting > tallied ? `${tallied}+` : String(waiting);
  return html` <span class="tally" aria-hidden="true">${number}</span
    ><span class="unseen">, ${shell.waits(number)}</span>`;
}

function showYou({ shell }: Words, { person }: Visitor, root: string): Html {
  return html`<a class="quiet you" href="${root}/desk/you" title="${shell.yourself}">
    <span class="unseen">${shell.you("")}</span><span dir="auto">${person.name}</span>
  </a>`;
}

function showFoot({ words, site, visitor }: Frame, root: string): Html {
  const { languages, languageOf, change, colophon, zone } = words.shell;
  return html`<footer class="colophon">
    <p>${colophon} ${visitor && zone(site.timezone.replaceAll("_", " "))}</p>
    <form class="language" method="post" action="${root}/language">
      <label>${languageOf} ${showLanguages(languages, words.code)}</label>
      <button>${change}</button>
    </form>
  </footer>`;
}

function showLanguages(languages: Readonly<Record<string, string>>, chosen: string): Html {
  return html`<select name="language">
    ${Object.entries(languages).map(
      ([code, name]) =>
        html`<option value="${code}" lang="${code}" ${code === chosen && html`selected`}>${name}</option>`,
    )}
  </select>`;
}
