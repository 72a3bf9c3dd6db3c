import { html } from "hono/html";
import { findRoot } from "../shell.ts";
import type { Html } from "../text.ts";
import { sayDay, showDay, showDue } from "../time.ts";
import { showBroken } from "./broken.ts";
import { button } from "./field.ts";
import { showMessage } from "./message.ts";
import { open, type House } from "./open.ts";
import { showSettings } from "./origin.ts";
import { byOf } from "./people.ts";
import { showRooms } from "./rooms.ts";
import type { SourceRow } from "./sources.ts";
import { saySentences, showSentence } from "./sentence.ts";
import type { Visit } from "./visit.ts";

/** `/desk/sources`: where entries come from. */
export function addSources(house: House): void {
  open(house, "GET /desk/sources", async (visit) => {
    const { rows, broken } = await house.sources.all();
    const { sources: said, channels } = visit.words;
    const main = html`${showRooms(visit, "sources")}
      <p>${rows.length === 0 ? said.none : said.text}</p>
      <ul class="needs">
        ${rows.map((row) => showSource(visit, row))}
      </ul>
      ${broken.length > 0 && showBroken(visit.words, broken, channels.broken, channels.brokenText)}`;
    return visit.page({ title: said.title, main, here: "channels" });
  });
  open(house, "POST /desk/sources/:name/look", async (visit) => {
    const { missing, missingText } = visit.words.shell;
    const written = await house.sources.look(visit.param("name"), byOf(visit));
    return written === undefined
      ? showMessage(visit, missing, missingText, 404)
      : visit.go("/desk/sources", `${visit.param("name")}: ${saySentences(visit.words, written.lines)}`);
  });
}

function showSource(visit: Visit, row: SourceRow): Html {
  const { words, site } = visit;
  const { sources: said, channels } = words;
  const since =
    row.baselineAt === null ? said.sinceNone : said.since(sayDay(row.baselineAt, site, words.code));
  return html`<li class="need source" id="${row.name}">
    <h2 dir="auto">${row.name}</h2>
    <p class="need-head"><span class="health is-${row.health}">${said.health[row.health]}</span></p>
    ${row.failures > 0 && html`<p>${said.failing(row.failures)}</p>`}
    ${row.reason !== null && html`<p class="excerpt">${showSentence(visit.words, row.reason)}</p>`}
    ${showTimes(visit, row)}
    ${visit.may("operate") && button(`${findRoot(site)}/desk/sources/${row.name}/look`, said.look)}
    ${row.latest.length > 0 && showLatest(visit, row.latest)}
    <details class="note">
      <summary>${said.explained}</summary>
      <div class="inside">
        <p>${since}</p>
        <p>${said.brake(row.brake)}</p>
      </div>
    </details>
    <details class="note">
      <summary>${channels.settings}</summary>
      <div class="inside">${showSettings(words, row.configuration)}</div>
    </details>
  </li>`;
}

function showTimes(visit: Visit, row: SourceRow): Html {
  const { sources: said, code } = visit.words;
  const moment = (at: string | null): Html | string => (at === null ? said.never : showDue(at, visit));
  const number = new Intl.NumberFormat(code === "en" ? "en-GB" : code).format(row.entries);
  return html`<dl class="facts">
    <div>
      <dt>${said.answered}</dt>
      <dd>${moment(row.answeredAt)}</dd>
    </div>
    ${
      row.polledAt !== row.answeredAt &&
      html`<div>
        <dt>${said.polled}</dt>
        <dd>${moment(row.polledAt)}</dd>
      </div>`
    }
    <div>
      <dt>${said.next}</dt>
      <dd>${moment(row.nextAt)}</dd>
    </div>
    <div>
      <dt>${said.entries}</dt>
      <dd>${number}${row.held > 0 && html`, <b>${said.held(row.held)}</b>`}</dd>
    </div>
  </dl>`;
}

function showLatest({ words, site }: Visit, latest: SourceRow["latest"]): Html {
  const { sources: said, posts, code } = words;
  return html`<h3>${said.latest}</h3>
    <ul class="rows">
      ${latest.map(
        ({ id, title, state, foundAt }) =>
          html`<li>
            <a href="${findRoot(site)}/desk/entries/${id}" dir="auto">${title}</a>
            <span class="quiet">${posts.entryStates[state]}, ${showDay(foundAt, site, "", code)}</span>
          </li>`,
      )}
    </ul>`;
}
