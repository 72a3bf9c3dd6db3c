import { html } from "hono/html";
import { findRoot } from "../shell.ts";
import { type Html } from "../text.ts";
import { sayDay, showDay, showDue } from "../time.ts";
import type { ChannelRow, Span } from "./channels.ts";
import { showLimits } from "./limits.ts";
import { showTimeline } from "./timeline.ts";
import { sayLabel, saySentences, showSentence } from "./sentence.ts";
import type { Visit } from "./visit.ts";

/** How an account is: one word, one sentence, what is used up, and what is planned on a line of time. */
export function showHealth(visit: Visit, row: ChannelRow): Html {
  const { words } = visit;
  const { channels: said } = words;
  return html`<p class="need-head">
    <span class="health is-${row.health}">${said.health[row.health]}</span>
    ${row.test && html`<span class="health">${said.test}</span>`}
    <span>${tell(visit, row)}</span>
  </p>`;
}

function tell(visit: Visit, row: ChannelRow): Html {
  const { words } = visit;
  const { tell: said } = words.channels;
  if (row.health === "hand") return html`${said.hand(row.hand)}`;
  if (row.health === "busy" && row.busyUntil !== null)
    return html`${said.busy} ${showDue(row.busyUntil, visit)}.`;
  if (row.health === "parked") return html`${said.parked} ${showSentence(words, row.reason ?? "")}`;
  return html`${said[row.health]}`;
}

/** What stands on a card of the list, and on the account's own page. */
export function showFacts(visit: Visit, row: ChannelRow, now: string): Html {
  const { words, site } = visit;
  const { channels: said, code } = words;
  const facts: readonly (readonly [string, Html | string | null])[] = [
    [said.who, row.who],
    [said.ends, row.ends && showDay(row.ends, site, "", code)],
    [
      said.missing,
      row.missing.length === 0 ? null : row.missing.map((one) => saySentences(words, [one])).join("; "),
    ],
    [said.left, showLimits(visit, row, now)],
  ];
  return html`<dl class="facts">
    ${facts.map(
      ([name, value]) =>
        value !== null &&
        html`<div>
          <dt>${name}</dt>
          <dd dir="auto">${value}</dd>
        </div>`,
    )}
  </dl>`;
}

/** The line of time, and in words what on it cannot be. */
export function showOutlook({ words, site }: Visit, row: ChannelRow, span: Span): Html {
  const { channels: said, code } = words;
  const { times, beyond, most } = row.outlook;
  const last = times.at(-1);
  const end = row.ends === null ? "" : ` ${said.timelineEnd(sayDay(row.ends, site, code))}`;
  const told = said.timeline(times.length, last === undefined ? "" : sayDay(last, site, code)) + end;
  const many = beyond === most ? said.orMore(most) : String(beyond);
  const isEmpty = times.length === 0 && row.ends === null;
  return html`${!isEmpty && showTimeline(words, { times, ends: row.ends, span, zone: site.timezone, said: told })}
  ${beyond > 0 ? html`<p class="warning">${said.beyond(many)}</p>` : html`<p class="quiet">${told}</p>`}`;
}

/** One account in the list. */
export function showChannel(visit: Visit, row: ChannelRow, span: Span): Html {
  const { site } = visit;
  return html`<li class="need channel" id="${row.name}">
    <h2 class="channel-name">
      <a href="${findRoot(site)}/desk/channels/${row.name}"
        ><span dir="auto">${row.name}</span> <span class="quiet">${sayLabel(visit.words, row.label)}</span></a
      >
    </h2>
    ${showHealth(visit, row)} ${showFacts(visit, row, span.from)}
    ${(row.outlook.times.length > 0 || row.ends !== null) && showOutlook(visit, row, span)}
  </li>`;
}
