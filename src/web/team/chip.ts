import { html } from "hono/html";
import { findRoot } from "../shell.ts";
import type { Html } from "../text.ts";
import type { Chip, Day } from "./calendar.ts";
import { chooseTint } from "./look.ts";
import { sayLabel } from "./sentence.ts";
import { isOverdue, type Visit } from "./visit.ts";

/** The posts of a day: those that say the same at the same minute stand under one head. */
export function showChips(visit: Visit, { chips, date }: Day): readonly Html[] {
  const groups = Map.groupBy(chips, ({ time, step, entry }) => [time, step, entry].join(" "));
  return [...groups.values()].map((group) => showGroup(visit, group, date));
}

function showGroup(visit: Visit, group: readonly Chip[], date: string): Html {
  const [first] = group;
  if (first === undefined) return html``;
  return html`<li class="group">
    <p class="occasion">
      <time datetime="${first.dueAt}">${first.time}</time> <span>${first.step}</span>
      <a class="subject" href="${findRoot(visit.site)}/desk/entries/${first.entry}" dir="auto"
        >${first.entryTitle}</a
      >
    </p>
    <ul>
      ${group.map((chip) => showChip(visit, chip, date, group))}
    </ul>
  </li>`;
}

/** A post on a day of the calendar. What moves it by mouse and keyboard is assets/calendar.js; the form does it too. */
function showChip(visit: Visit, chip: Chip, date: string, group: readonly Chip[]): Html {
  const { calendar: said, shell } = visit.words;
  const path = `${findRoot(visit.site)}/desk/posts/${chip.id}`;
  const canMove = chip.movable && visit.may("write");
  const troubles = [chip.collides && said.collides, chip.inQuiet && said.inQuiet].filter(
    (one) => one !== false,
  );
  // Where a network has one account there, its name says little new.
  const isAlone = group.filter((one) => one.label === chip.label).length === 1;
  const label = sayLabel(visit.words, chip.label);
  const late = isOverdue(visit, chip) ? ` (${visit.words.posts.overdue})` : "";
  const title = `${chip.account}: ${chip.entryTitle}${late}`;
  const isSame = label.toLowerCase() === chip.account.toLowerCase();
  return html`<li
    class="chip ${chip.state} ${troubles.length > 0 && "trouble"}"
    id="chip-${chip.id}"
    data-account="${chip.account}"
    data-time="${chip.time}"
    ${canMove && html`draggable="true" data-movable`}
  >
    <a href="${path}" title="${title}" ${canMove && html`aria-keyshortcuts="m"`}>
      <span class="dot tint-${chooseTint(chip.channel)}" aria-hidden="true"></span>
      <b>${label}</b>
      ${!isSame && html`<span class="${isAlone ? "account alone" : "account"}" dir="auto">${chip.account}</span>`}
      <span class="unseen">${chip.step}, ${chip.time}</span>
      <span class="state ${chip.state}">${shell.states[chip.state]}</span>
    </a>
    ${canMove && showMove(visit, chip, date, path)}
    ${troubles.map((text) => html`<span class="reason">${text}</span>`)}
    ${chip.movedBy !== null && html`<span class="quiet">${said.movedBy(chip.movedBy)}</span>`}
  </li>`;
}

function showMove(visit: Visit, { id, label, time, movedBy }: Chip, date: string, path: string): Html {
  const { calendar: said } = visit.words;
  const { search } = new URL(visit.c.req.url);
  return html`<details class="move">
    <summary title="${said.move}">
      <span class="word">${said.move}</span><span class="unseen">, ${sayLabel(visit.words, label)}</span>
    </summary>
    <form method="post" action="${path}/move">
      <input type="hidden" name="back" value="/desk/calendar${search}" />
      <label>${said.moveTo} <input type="date" name="date" value="${date}" required /></label>
      <label>${said.moveAt} <input type="time" name="time" value="${time}" required /></label>
      <button>${said.moveButton}</button>
      ${movedBy !== null && html`<button name="plan" value="${id}" formnovalidate>${said.giveBack}</button>`}
    </form>
  </details>`;
}
