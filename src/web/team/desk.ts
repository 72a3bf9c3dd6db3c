import { html } from "hono/html";
import { findRoot } from "../shell.ts";
import { type Html, readLink } from "../text.ts";
import { showDue } from "../time.ts";
import { showStretches } from "./difference.ts";
import { showFirstSteps } from "./first-steps.ts";
import {
  postActions,
  type AlarmView,
  type CorrectionView,
  type HeldEntry,
  type NeedsView,
  type Way,
} from "./needs.ts";
import { writeNumber } from "./counts.ts";
import { open, type House } from "./open.ts";
import { byOf } from "./people.ts";
import { showStop } from "./stop.ts";
import { sayLabel, saySentences, showSentence } from "./sentence.ts";
import { showUnseen } from "./unseen.ts";
import type { Visit } from "./visit.ts";
import { showWaiting } from "./waiting.ts";

/** `/desk`: what needs somebody, with the right thing to do about it at hand. */
export function addDesk(house: House): void {
  const { needs } = house;
  open(house, "GET /desk", async (visit) => {
    const view = await needs.all();
    return visit.page({ title: visit.words.needs.title, main: showAll(visit, view), here: "desk" });
  });
  open(house, "POST /desk/posts/:id/decide", (visit) => decide(house, visit));
  open(house, "POST /desk/posts/:id/correct", async (visit) => {
    const by = wayOf((await visit.form()).get("by"));
    const written = await needs.correct(visit.param("id"), by, byOf(visit));
    return visit.go("/desk", saySentences(visit.words, written.lines), written.done);
  });
  for (const action of ["release", "cancel"] as const)
    open(house, `POST /desk/entries/:id/${action}`, async (visit) => {
      const written = await needs.decideEntry(visit.param("id"), action, byOf(visit));
      return visit.go("/desk", saySentences(visit.words, written.lines), written.done);
    });
}

const ways: readonly Way[] = ["edit", "reply", "replace", "leave"];
const wayOf = (name: string): Way => ways.find((way) => way === name) ?? "leave";

/** Holding back and cancelling is an author's; what makes something public is an approver's. */
async function decide({ needs }: House, visit: Visit): Promise<Response> {
  const form = await visit.form();
  const action = postActions.find((one) => one === form.get("action"));
  const { missing, forbidden } = visit.words.shell;
  if (action === undefined) return visit.go("/desk", missing, false);
  if (action !== "hold" && action !== "cancel" && !visit.may("approve"))
    return visit.go("/desk", forbidden, false);
  const detail = form.get("detail");
  const written = await needs.decide(visit.param("id"), action, detail, byOf(visit));
  if (written.unseen) return showUnseen(visit, detail, written.lines);
  return visit.go("/desk", saySentences(visit.words, written.lines), written.done);
}

function showAll(visit: Visit, view: NeedsView): Html {
  const { needs: said } = visit.words;
  const { waiting, entries, corrections, alarms, warnings, newest } = view;
  const isWell = waiting.length + entries.length + corrections.length + alarms.length + warnings.length === 0;
  const firstSteps = showFirstSteps(visit, view);
  return html`${visit.visitor === null && html`<p class="said-note">${said.join}</p>`}
  ${view.stop && showStopped(visit, view.stop)} ${firstSteps}
  ${isWell && !firstSteps && html`<p class="well">${said.well}</p>`}
  ${newest && isWell && !firstSteps && html`<p><a class="act" href="${findRoot(visit.site)}/desk/entries/${newest.id}" dir="auto">${said.look(newest.title)}</a></p>`}
  ${section(said.waiting, showWaiting(visit, waiting), "needs")}
  ${view.more > 0 && html`<p class="quiet">${said.more(writeNumber(view.more, visit.words))}</p>`}
  ${section(
    said.entries,
    entries.map((entry) => showHeld(visit, entry)),
    "needs",
  )}
  ${section(
    said.corrections,
    corrections.map((one) => showCorrection(visit, one)),
    "needs",
  )}
  ${section(
    said.alarms,
    alarms.map((one) => showAlarm(visit, one)),
    "needs",
  )}
  ${section(
    said.warnings,
    warnings.map((text) => html`<li class="need"><p>${showSentence(visit.words, text)}</p></li>`),
    "needs",
  )}
  ${showNext(visit, view)} ${view.stop === null && visit.may("write") && showStop(visit)}`;
}

/** Where it is about a post, its page is where one can do something about it. */
function showAlarm(visit: Visit, { text, mend, since, post }: AlarmView): Html {
  const { needs: said } = visit.words;
  return html`<li class="need">
    <p>
      ${showSentence(visit.words, text)}
      ${since !== null && html`<span class="quiet">${said.since} ${showDue(since, visit)}</span>`}
    </p>
    ${
      post === null
        ? html`<p>${showSentence(visit.words, mend)}</p>`
        : html`<div class="line">
            <a class="act" href="${findRoot(visit.site)}/desk/posts/${post}">${said.openPost}</a>
          </div>`
    }
  </li>`;
}

function section(title: string, items: readonly Html[], kind: string): Html {
  if (items.length === 0) return html``;
  return html`<h2>${title}</h2>
    <ul class="${kind}">
      ${items}
    </ul>`;
}

function showStopped(visit: Visit, { who, reason, at }: NonNullable<NeedsView["stop"]>): Html {
  const { needs: said } = visit.words;
  return html`<div class="problem" role="alert">
    <p>
      <b>${said.stopNow(who, reason)}</b>
      <span class="quiet">${showDue(at, visit)}</span>
    </p>
    ${visit.may("approve") && html`<p><a class="act" href="${findRoot(visit.site)}/desk/release">${said.releaseAll}</a></p>`}
  </div>`;
}

function showHeld(visit: Visit, { id, title, reason }: HeldEntry): Html {
  const { needs: said } = visit.words;
  const path = `${findRoot(visit.site)}/desk/entries/${id}`;
  const button = (action: string, label: string, kind: string): Html =>
    html`<form method="post" action="${path}/${action}"><button class="${kind}">${label}</button></form>`;
  return html`<li class="need">
    <p><a href="${path}" dir="auto">${title}</a></p>
    <p>${showSentence(visit.words, reason ?? "")}</p>
    ${visit.may("approve") && html`<div class="line">${button("release", said.announce, "first")} ${button("cancel", said.ignore, "")}</div>`}
  </li>`;
}

function showCorrection(visit: Visit, one: CorrectionView): Html {
  const { needs: said, posts } = visit.words;
  const live = readLink(one.permalink);
  const path = `${findRoot(visit.site)}/desk/posts/${one.id}`;
  return html`<li class="need">
    <p class="need-head">
      <a href="${path}"><b dir="auto">${one.account}</b>, ${one.step}</a>
      ${live !== null && html`<a href="${live}" rel="noopener noreferrer">${posts.live}</a>`}
    </p>
    ${one.title.length > 0 && showStretches(one.title)} ${showStretches(one.text)}
    ${(one.byHand ?? one.reason) !== null && html`<p>${showSentence(visit.words, one.byHand ?? one.reason ?? "")}</p>`}
    ${visit.may("approve") && html`<div class="line">${one.ways.map((way) => showWay(said.by, path, way, one.best))}</div>`}
  </li>`;
}

function showWay(words: Readonly<Record<Way, string>>, path: string, way: string, best: string | null): Html {
  return html`<form method="post" action="${path}/correct">
    <input type="hidden" name="by" value="${way}" /><button class="${way === best && "first"}">
      ${words[way as Way] ?? way}
    </button>
  </form>`;
}

function showNext(visit: Visit, { next, waiting }: NeedsView): Html {
  const { needs: said } = visit.words;
  const root = findRoot(visit.site);
  const rows = next.map(
    (row) =>
      html`<li>
        <span>${showDue(row.dueAt, visit)}</span>
        <a href="${root}/desk/posts/${row.id}"
          ><b>${sayLabel(visit.words, row.label)}</b> <span dir="auto">${row.account}</span>: ${row.step}</a
        >
        <span class="quiet" dir="auto">${row.entryTitle}</span>
      </li>`,
  );
  return html`<h2>${said.next}</h2>
    ${
      rows.length === 0
        ? html`<p class="quiet">${waiting.length > 0 ? said.nextWaits : said.nextNone}</p>`
        : html`<ul class="rows">
            ${rows}
          </ul>`
    }`;
}
