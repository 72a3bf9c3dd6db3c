import { html } from "hono/html";
import {
  costOf,
  type AccountSum,
  type Excerpt,
  type PlanLine,
  type SimulatedPost,
} from "../../model/simulation.ts";
import type { Html } from "../text.ts";
import { shortenText } from "../text.ts";
import { nameDay, sayClock, showDue } from "../time.ts";
import { chooseTint } from "./look.ts";
import { showSentence } from "./sentence.ts";
import type { SimulationPage } from "./simulate.ts";
import type { Visit } from "./visit.ts";

/** The address of what comes after a place. */
export type More = (place: string) => string;

/** A calendar as a list of days, with what it comes to. */
export function showSimulation(visit: Visit, page: Omit<SimulationPage, "changes">, more: More): Html {
  const { words } = visit;
  const { simulate: said, code } = words;
  const { posts, sums, never, madeAt, zone } = page;
  if (sums.length === 0)
    return html`<p>${said.none}</p>
      ${showNever(visit, never)}`;
  const date = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" });
  const days = Map.groupBy(posts.shown, ({ dueAt }) => date.format(new Date(dueAt)));
  return html`<section class="simulated" aria-label="${said.title}">
    ${showSums(visit, sums)}
    <p class="quiet">${said.made} ${showDue(madeAt, visit)}</p>
    <ol class="days list">
      ${[...days].map(
        ([day, own]) =>
          html`<li data-date="${day}">
            <p class="date"><time datetime="${day}">${nameDay(day, code)}</time></p>
            <ul>
              ${own.map((post) => showPost(visit, post, zone))}
            </ul>
          </li>`,
      )}
    </ol>
    ${showMore(visit, posts, more)} ${showNever(visit, never)}
  </section>`;
}

function showMore({ words }: Visit, { left, next }: Excerpt<unknown>, more: More): Html {
  return next === null ? html`` : html`<p><a href="${more(next)}">${words.simulate.more(left)}</a></p>`;
}

function showPost({ words }: Visit, post: SimulatedPost, zone: string): Html {
  const { simulate: said, code } = words;
  const { dueAt, account, channel, step, title, story, parts, cost, flags, why } = post;
  const [first] = parts;
  const isBad = flags.some((flag) => flag !== "sent" && flag !== "approval" && flag !== "by hand");
  return html`<li class="chip ${flags.includes("sent") && "sent"} ${isBad && "trouble"}">
    <details>
      <summary>
        <span class="dot tint-${chooseTint(channel)}" aria-hidden="true"></span>
        <span class="what"
          ><time datetime="${dueAt}">${sayClock(dueAt, zone, code)}</time> <b dir="auto">${account}</b>,
          ${step}
          ${flags.map((flag) => html`<span class="state ${flag === "sent" ? "sent" : "held"}">${said.flags[flag]}</span> `)}
          <span class="subject" dir="auto"
            >${story === null ? title : shortenText(first?.text ?? title, 120)}</span
          ></span
        >
      </summary>
      ${parts.map(
        ({ text, length, limit }) =>
          html`<p class="said" dir="auto">${text}</p>
            ${limit > 0 && html`<p class="quiet">${said.length(length, limit)}</p>`}`,
      )}
      ${parts.length > 1 && html`<p class="quiet">${said.parts(parts.length)}</p>`}
      ${cost !== null && html`<p class="quiet">${money(cost.amount)}</p>`}
    </details>
    ${why !== null && html`<span class="reason">${showSentence(words, why)}</span>`}
  </li>`;
}

/** The prices of networks are in dollars. */
const money = (amount: number): string => `${amount.toFixed(3).replace(/0$/, "")} USD`;

function showSums({ words }: Visit, sums: readonly AccountSum[]): Html {
  const { simulate: said } = words;
  const all = costOf(sums);
  return html`<h2>${said.posts(sums.reduce((many, { posts }) => many + posts, 0))}</h2>
    <ul class="sums">
      ${sums.map(
        ({ account, posts, cost }) =>
          html`<li>
            <b dir="auto">${account}</b>
            ${said.posts(posts)}${cost !== null && said.costs(money(cost.amount))}
          </li>`,
      )}
    </ul>
    ${all !== null && html`<p>${said.together(money(all.amount))}</p>`}`;
}

function showNever({ words }: Visit, never: readonly string[]): Html {
  if (never.length === 0) return html``;
  return html`<h2>${words.simulate.never}</h2>
    <ul class="rows">
      ${never.map((sentence) => html`<li><span dir="auto">${sentence}</span></li>`)}
    </ul>`;
}

/** What the next planning changes, each with its reason. */
export function showChanges(visit: Visit, changes: Excerpt<PlanLine>, more: More): Html {
  const { words } = visit;
  const { simulate: said } = words;
  if (changes.shown.length === 0) return html`<p class="quiet">${said.changes}: ${said.noChanges}</p>`;
  const due = (at: string | null) => at !== null && showDue(at, visit);
  return html`<section class="changes">
    <h2>${said.changes}</h2>
    <p class="quiet">${said.changesText}</p>
    <ul class="rows">
      ${changes.shown.map(
        ({ kind, account, step, title, from, to, why }) =>
          html`<li>
            <span class="state ${kind === "cancel" || kind === "hold" ? "held" : "scheduled"}"
              >${said.kinds[kind]}</span
            >
            <span dir="auto"><b>${account}</b>, ${step}, ${title}</span>
            <span class="quiet"
              >${from !== to && due(from)} ${from !== null && to !== null && from !== to && "→"}
              ${due(to)}</span
            >
            <p dir="auto">${showSentence(words, why)}</p>
          </li>`,
      )}
    </ul>
    ${showMore(visit, changes, more)}
  </section>`;
}
