import { html } from "hono/html";
import type { Site } from "../../model/site.ts";
import { type Html, readHost, readLink } from "../text.ts";
import { sayClock, sayDay, showDue } from "../time.ts";
import type { ChannelRow, Left } from "./channels.ts";
import type { Visit } from "./visit.ts";

/** What is left of all that an account may do: our own limits, then the network's, each in words with a bar that says no more. */
export function showLimits(visit: Visit, row: ChannelRow, now: string): Html | null {
  const { channels: said } = visit.words;
  const { budget, today } = row;
  const own = [
    today &&
      showOne(
        said.leftToday(Math.max(0, today.most - today.posts), today.most),
        1 - today.posts / today.most,
      ),
    budget && showOne(said.leftBudget(budget.left, budget.most), 1 - budget.share),
  ].filter((one) => one !== null);
  const told = row.left.map((one) => showLeft(visit, one, now));
  const lines = [...own, ...(told.length > 0 ? told : showSilence(visit, row))];
  return lines.length === 0
    ? null
    : html`<ul class="limits">
        ${lines}
      </ul>`;
}

/** Below this share there is not much left. */
const few = 0.2;

function showOne(text: Html | string, share: number | null): Html {
  const part = share === null ? null : Math.round(Math.min(1, Math.max(0, share)) * 100);
  return html`<li>
    ${text}
    ${
      part !== null &&
      html`<svg class="rest" width="100%" height="4" aria-hidden="true">
        <rect class="whole" width="100%" height="4" rx="2" />
        <rect class="${part < few * 100 ? "part few" : "part"}" width="${part}%" height="4" rx="2" />
      </svg>`
    }
  </li>`;
}

function showLeft(visit: Visit, one: Left, now: string): Html {
  const { words, site } = visit;
  const { channels: said } = words;
  const { what, left, of, until, at, again } = one;
  const amount = said.leftOf[what](String(left), of === null ? null : String(of));
  const time = (iso: string): Html => showMoment(visit, iso, now);
  const day = isSameDay(at, now, site) ? said.saidAt : said.saidOn;
  const text = again
    ? html`${amount}, ${said.again} ${time(until ?? at)}`
    : html`${amount}${until && html` ${said.until} ${time(until)}`}, ${day} ${time(at)}`;
  return showOne(text, of === null || of === 0 ? null : left / of);
}

const isSameDay = (one: string, other: string, site: Site): boolean =>
  sayDay(one, site, "en") === sayDay(other, site, "en");

/** The clock's time alone on the day of the reader. */
function showMoment(visit: Visit, iso: string, now: string): Html {
  const { site, words } = visit;
  return isSameDay(iso, now, site)
    ? html`<time datetime="${iso}">${sayClock(iso, site.timezone, words.code)}</time>`
    : showDue(iso, visit);
}

function showSilence({ words }: Visit, { tells, limitsAt }: ChannelRow): readonly Html[] {
  if (tells === null) return [];
  const link = tells === "daily" && limitsAt !== null ? readLink(limitsAt) : null;
  return [
    html`<li class="quiet">
      ${words.channels.silence[tells]}${link && html` <a href="${link}">${readHost(link)}</a>`}
    </li>`,
  ];
}
