import { html } from "hono/html";
import type { State } from "../../model/delivery.ts";
import { findRoot } from "../shell.ts";
import { type Html, readLink } from "../text.ts";
import { showDay } from "../time.ts";
import { showLinks, showRemarks, showSay } from "./agreement-forms.ts";
import { showOriginalLink } from "./original-page.ts";
import { byOf } from "./people.ts";
import { picturesOf } from "./look.ts";
import { showMessage } from "./message.ts";
import { showBoard } from "./board.ts";
import { chooseSteps, nameStep, showBar, showJumps } from "./entry-ways.ts";
import { open, type House } from "./open.ts";
import { showPostCard } from "./post-card.ts";
import type { EntryRow, EntryView } from "./posts.ts";
import { showSums } from "./result-entry.ts";
import { showSentence } from "./sentence.ts";
import type { Visit } from "./visit.ts";

/** `/desk/entries`: all of them; `/desk/entries/ID`: one, with all that is said about it. */
export function addEntries(house: House): void {
  open(house, "GET /desk/entries", async (visit) => {
    const rows = await house.posts.entries(visit.c.req.query("below") ?? null);
    return visit.page({ title: visit.words.posts.entries, main: showRows(visit, rows), here: "entries" });
  });
  open(house, "GET /desk/entries/:id", async (visit) => {
    const entry = await house.posts.entry(visit.param("id"));
    return entry ? showEntry(house, visit, entry, null) : gone(visit);
  });
  open(house, "POST /desk/entries/:id/review-links", async (visit) => {
    const entry = await house.posts.entry(visit.param("id"));
    if (entry === undefined) return gone(visit);
    const secret = await house.agreement.makeLink(entry.id, byOf(visit));
    return showEntry(house, visit, entry, `${visit.site.url}/review/${secret}`);
  });
}

function gone(visit: Visit): Response | Promise<Response> {
  const { missing, missingText } = visit.words.shell;
  return showMessage(visit, missing, missingText, 404);
}

function showRows(visit: Visit, rows: readonly EntryRow[]): Html {
  const { posts: said } = visit.words;
  if (rows.length === 0) return html`<p>${said.none}</p>`;
  const root = findRoot(visit.site);
  const last = rows.at(-1)?.id ?? "";
  return html`<p>${said.entriesText}</p>
    <ul class="rows">
      ${rows.map((row) => showRow(visit, root, row))}
    </ul>
    ${rows.length >= 30 && html`<p><a href="${root}/desk/entries?below=${last}">${said.older}</a></p>`}`;
}

function showRow({ words, site }: Visit, root: string, row: EntryRow): Html {
  const { posts: said, shell } = words;
  const counts = Object.entries(row.counts) as readonly [State, number][];
  const standing = said.entryStates[row.state as keyof typeof said.entryStates] ?? row.state;
  return html`<li>
    <a class="name" href="${root}/desk/entries/${row.id}" dir="auto">${row.title}</a>
    <span class="quiet">${said.found(row.source)}, ${showDay(row.foundAt, site, "", words.code)}</span>
    <span class="chips"
      >${
        counts.length === 0
          ? html`<span class="quiet">${standing}</span>`
          : counts.map(
              ([state, number]) =>
                html`<span class="state ${state}">${number} ${shell.states[state]}</span> `,
            )
      }</span
    >
  </li>`;
}

/** `made`: a review link that was made just now. */
async function showEntry(
  { agreement, results }: House,
  visit: Visit,
  entry: EntryView,
  made: string | null,
): Promise<Response> {
  const { posts: said } = visit.words;
  const [remarks, links, result] = await Promise.all([
    agreement.remarks(entry.id),
    agreement.links(entry.id),
    results.entry(entry.id),
  ]);
  const address = readLink(entry.url);
  const all = entry.steps.flatMap(({ posts }) => posts);
  const isOnly = visit.c.req.query("only") === "waiting";
  const shown = chooseSteps(visit, entry.steps, isOnly);
  const standing = said.entryStates[entry.state as keyof typeof said.entryStates] ?? entry.state;
  const main = html`<p class="quiet">
      ${said.found(entry.source)}${entry.published !== null && html`, ${showDay(entry.published, visit.site, "", visit.words.code)}`},
      ${standing}
      ${address !== null && html`· <a href="${address}" rel="noopener noreferrer">${said.read}</a>`}
    </p>
    ${result && showSums(visit.words, result)}
    ${entry.reason !== null && html`<p class="problem">${showSentence(visit.words, entry.reason)}</p>`}
    ${showOriginalLink(visit, entry.id)} ${showJumps(visit, entry.id, entry.steps, isOnly)}
    ${all.length === 0 && html`<p>${said.noPostsText}</p>`}
    ${isOnly && shown.length === 0 && html`<p>${said.nothingWaits}</p>`}
    <div class="boards">
      ${shown.map(
        (step, at) =>
          html`<section class="step" id="step-${at}">
            <h2>${nameStep(entry.steps, step)}</h2>
            ${showBoard(step.posts, step.name, (post) => showPostCard(visit, post))}
          </section>`,
      )}
    </div>
    ${showBar(visit, entry.id, all)} ${!isOnly && showOthers(visit, entry)} ${showRemarks(visit, remarks)}
    ${visit.may("write") && showSay(`${findRoot(visit.site)}/desk/entries/${entry.id}/say`, visit.words.agreement.say, visit.words.agreement.comment)}
    ${visit.may("write") && showLinks(visit, entry.id, links, made)}`;
  return visit.page({
    title: entry.title,
    main,
    images: [...all, ...entry.others].flatMap(picturesOf),
    here: "entries",
    wide: true,
  });
}

/** Open where nothing else is to be seen: a newcomer looks for them. */
function showOthers(visit: Visit, { steps, others }: EntryView): Html {
  if (others.length === 0) return html``;
  const isAlone = steps.flatMap(({ posts }) => posts).length <= 1;
  return html`<details class="note others" ${isAlone && html`open`}>
    <summary>${visit.words.posts.others(others.length)}</summary>
    <div class="columns">${others.map((post) => showPostCard(visit, post))}</div>
  </details>`;
}
