import { html } from "hono/html";
import { needsPerson } from "../../model/delivery.ts";
import { findRoot } from "../shell.ts";
import type { Html } from "../text.ts";
import { showSay } from "./agreement-forms.ts";
import type { EntryView, PostView } from "./posts.ts";
import type { Visit } from "./visit.ts";

type Steps = EntryView["steps"];

/** Drafts that somebody has not agreed to, and posts that cannot go on by themselves. */
function waitsFor({ visitor }: Visit, { state, approvals }: PostView): boolean {
  if (state === null || !needsPerson.includes(state)) return false;
  const login = visitor?.person.login;
  return state !== "draft" || !approvals.some(({ by, voice = by }) => voice === login);
}

/** All steps, or what of them waits for whoever looks. */
export function chooseSteps(visit: Visit, steps: Steps, isOnly: boolean): Steps {
  if (!isOnly) return steps;
  const some = steps.map((step) => ({ ...step, posts: step.posts.filter((one) => waitsFor(visit, one)) }));
  return some.filter(({ posts }) => posts.length > 0);
}

/** With its campaign where more than one speaks of the entry. `steps`: all of the entry. */
export function nameStep(steps: Steps, { name, campaign }: Pick<Steps[number], "name" | "campaign">): Html {
  if (steps.every((one) => one.campaign === campaign)) return html`${name}`;
  return html`${name} <span class="quiet">· <span dir="auto">${campaign}</span></span>`;
}

/** To each step, and to what waits alone; an entry with little to see needs neither. */
export function showJumps(visit: Visit, entry: string, steps: Steps, isOnly: boolean): Html {
  const { posts: said } = visit.words;
  const shown = chooseSteps(visit, steps, isOnly);
  const planned = steps.flatMap(({ posts }) => posts).filter(({ id }) => id !== null);
  const waiting = planned.filter((one) => waitsFor(visit, one));
  const path = `${findRoot(visit.site)}/desk/entries/${entry}`;
  const isNews = waiting.length > 0 && waiting.length < planned.length;
  if (shown.length < 2 && !isNews && !isOnly) return html``;
  return html`<nav class="line jumps" aria-label="${said.jump}">
    ${shown.map((step, at) => html`<a href="#step-${at}">${nameStep(steps, step)} <span class="quiet">${step.posts.length}</span></a>`)}
    ${visit.may("approve") && planned.some(({ state }) => state === "draft") && html`<a href="#agree">${visit.words.agreement.title}</a>`}
    ${
      isOnly
        ? html`<a class="only" href="${path}">${said.showAll}</a>`
        : isNews && html`<a class="only" href="${path}?only=waiting">${said.onlyWaiting(waiting.length)}</a>`
    }
  </nav>`;
}

/** Agreeing to all drafts that stand there, exactly as they stand there; at hand while one reads them. */
export function showBar(visit: Visit, entry: string, posts: readonly PostView[]): Html {
  const { agreement: said } = visit.words;
  const drafts = posts.filter(({ state }) => state === "draft");
  if (drafts.length === 0 || !visit.may("write")) return html``;
  const path = `${findRoot(visit.site)}/desk/entries/${entry}`;
  const open = drafts.filter((one) => waitsFor(visit, one));
  return html`<div class="bar" id="agree">
    ${visit.may("approve") && (open.length === 0 ? html`<span>${said.agreedAll}</span>` : showApproveAll(visit, path, open, drafts.length))}
    <details class="ask">
      <summary>${said.askAll}</summary>
      ${showSay(`${path}/ask`, said.ask, said.comment)}
    </details>
  </div>`;
}

function showApproveAll({ words }: Visit, path: string, open: readonly PostView[], all: number): Html {
  const { agreement: said } = words;
  const label = open.length === all ? said.approveAll(all) : said.approveRest(open.length);
  return html`<form method="post" action="${path}/approve">
    ${open.map(({ id, sight }) => html`<input type="hidden" name="seen" value="${id} ${sight}" />`)}
    <button class="first">${label}</button>
  </form>`;
}
