import { html } from "hono/html";
import { findRoot } from "../shell.ts";
import type { Html } from "../text.ts";
import type { Chip } from "./calendar.ts";
import { chooseTint } from "./look.ts";
import type { Visit } from "./visit.ts";

/** A post on a day of the calendar. What moves it by mouse and keyboard is assets/calendar.js; the form does it too. */
export function showChip(visit: Visit, chip: Chip, date: string): Html {
  const { calendar: said, shell } = visit.words;
  const path = `${findRoot(visit.site)}/desk/posts/${chip.id}`;
  const canMove = chip.movable && visit.may("write");
  const troubles = [chip.collides && said.collides, chip.inQuiet && said.inQuiet].filter(
    (one) => one !== false,
  );
  return html`<li
    class="chip ${chip.state} ${troubles.length > 0 && "trouble"}"
    id="chip-${chip.id}"
    data-account="${chip.account}"
    data-time="${chip.time}"
    ${canMove && html`draggable="true" data-movable`}
  >
    <a href="${path}" title="${chip.entryTitle}">
      <span class="dot tint-${chooseTint(chip.channel)}" aria-hidden="true"></span>
      <time datetime="${chip.dueAt}">${chip.time}</time>
      <b>${chip.label}</b> <span dir="auto">${chip.account}</span>, ${chip.step}
      <span class="state ${chip.state}">${shell.states[chip.state]}</span>
      <span class="subject" dir="auto">${chip.entryTitle}</span>
    </a>
    ${troubles.map((text) => html`<span class="reason">${text}</span>`)}
    ${chip.movedBy !== null && html`<span class="quiet">${said.movedBy(chip.movedBy)}</span>`}
    ${canMove && showMove(visit, chip, date, path)}
  </li>`;
}

function showMove(visit: Visit, { id, time, movedBy }: Chip, date: string, path: string): Html {
  const { calendar: said } = visit.words;
  const { search } = new URL(visit.c.req.url);
  return html`<details class="move">
    <summary>${said.move}</summary>
    <form method="post" action="${path}/move">
      <input type="hidden" name="back" value="/desk/calendar${search}" />
      <label>${said.moveTo} <input type="date" name="date" value="${date}" required /></label>
      <label>${said.moveAt} <input type="time" name="time" value="${time}" required /></label>
      <button>${said.moveButton}</button>
      ${movedBy !== null && html`<button name="plan" value="${id}" formnovalidate>${said.giveBack}</button>`}
    </form>
  </details>`;
}
