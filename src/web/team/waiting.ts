import { html } from "hono/html";
import { findRoot } from "../shell.ts";
import type { Html } from "../text.ts";
import { showDue } from "../time.ts";
import { isOf, showNeed } from "./need-card.ts";
import type { NeedRow } from "./needs.ts";
import { isOverdue, type Visit } from "./visit.ts";

/** Posts that wait, the most urgent first: what others have to do comes after what whoever looks can do. */
export function showWaiting(visit: Visit, waiting: readonly NeedRow[]): readonly Html[] {
  const posts = waiting.filter(({ state }) => state !== "draft");
  const drafts = draftsByEntry(waiting);
  const isTheirs = ({ hand }: NeedRow): boolean => hand !== null && !isOf(visit.visitor, hand.person);
  const isMine = (some: readonly NeedRow[]): boolean => waitsFor(visit, some);
  return [
    ...posts.filter((row) => !isTheirs(row)).map((row) => showNeed(visit, row)),
    ...drafts.filter(isMine).map((some) => showDrafts(visit, some)),
    ...posts.filter(isTheirs).map((row) => showNeed(visit, row)),
    ...drafts.filter((some) => !isMine(some)).map((some) => showDrafts(visit, some)),
  ];
}

function draftsByEntry(waiting: readonly NeedRow[]): readonly (readonly NeedRow[])[] {
  const drafts = waiting.filter(({ state }) => state === "draft");
  return [...Map.groupBy(drafts, ({ entry }) => entry).values()];
}

/** Somebody may agree, and has not agreed to all of them. */
function waitsFor(visit: Visit, drafts: readonly NeedRow[]): boolean {
  const login = visit.visitor?.person.login ?? "";
  return visit.may("approve") && drafts.some(({ agreed }) => !agreed.includes(login));
}

/** All drafts of an entry are agreed to on its page: they stand here as one. */
function showDrafts(visit: Visit, drafts: readonly NeedRow[]): Html {
  const { needs: said } = visit.words;
  const [first] = drafts.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));
  if (first === undefined) return html``;
  const path = `${findRoot(visit.site)}/desk/entries/${first.entry}`;
  const accounts = [...new Set(drafts.map(({ account }) => account))];
  const overdue = drafts.filter((one) => isOverdue(visit, one)).length;
  return html`<li class="need">
    <p class="need-head">
      <b>${said.drafts(drafts.length)}</b> <span class="quiet" dir="auto">${accounts.join(", ")}</span>
    </p>
    <p dir="auto"><a class="plain" href="${path}">${first.entryTitle}</a></p>
    ${
      overdue > 0
        ? html`<p>${said.overdue(overdue, drafts.length)}</p>`
        : html`<p>${said.first("")}${showDue(first.dueAt, visit)}</p>`
    }
    ${
      waitsFor(visit, drafts)
        ? html`<div class="line"><a class="act first" href="${path}">${said.lookAll}</a></div>`
        : html`<p class="quiet">${visit.may("approve") ? said.othersAgree : said.approversAgree}</p>`
    }
  </li>`;
}
