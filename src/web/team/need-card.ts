import { html } from "hono/html";
import { isUpload, pictureAt } from "../../model/upload.ts";
import { findRoot } from "../shell.ts";
import { type Html, readLink } from "../text.ts";
import { showDue } from "../time.ts";
import type { AtHand, HandView, NeedRow } from "./needs.ts";
import { sayReason } from "./reason.ts";
import { sayLabel } from "./sentence.ts";
import type { Visit } from "./visit.ts";

/** A post that waits, why, and the one right thing to do, with the others behind it. */
export function showNeed(visit: Visit, row: NeedRow): Html {
  const { shell } = visit.words;
  const path = `${findRoot(visit.site)}/desk/posts/${row.id}`;
  return html`<li class="need" id="${row.id}">
    <p class="need-head">
      <span class="state ${row.state}">${shell.states[row.state]}</span>
      <a href="${path}"><b>${sayLabel(visit.words, row.label)}</b> <span dir="auto">${row.account}</span></a>
      <span class="quiet">${row.step}, ${showDue(row.dueAt, visit)}</span>
    </p>
    <p dir="auto">
      <a class="plain" href="${findRoot(visit.site)}/desk/entries/${row.entry}">${row.entryTitle}</a>
    </p>
    ${row.hand === null && html`<p class="excerpt" dir="auto">${row.excerpt}</p>`}
    <p>${tell(visit, row)}</p>
    ${row.hand && showHand(visit, row, row.hand)}
    <div class="line">${showActions(visit, row, path)}</div>
  </li>`;
}

function tell(
  { words }: Visit,
  { atHand, state, reason, hand, approvals, approvalsNeeded }: NeedRow,
): Html | string {
  const { tell: said } = words.needs;
  if (atHand === "look") return said.unsureAsk;
  if (state === "handed") return said.handed(hand?.person ?? words.posts.somebody);
  const known = sayReason(words, state, reason);
  if (known !== null) return known;
  if (state === "draft") return said.draft(approvals, approvalsNeeded);
  return state === "failed" || state === "held" ? said[state] : "";
}

/** The first is the one right action. */
function showActions(visit: Visit, { state, atHand }: NeedRow, path: string): Html {
  const { needs: said } = visit.words;
  const link = (label: string): Html => html`<a class="act" href="${path}">${label}</a>`;
  if (!visit.may(state === "draft" || state === "held" ? "write" : "approve")) return link(said.open);
  switch (state) {
    case "draft":
      return html`${link(said.agree)} ${act(path, "cancel", said.cancel)}`;
    case "failed":
      return html`${act(path, "retry", said.retry, "first")} ${link(said.write)}
      ${act(path, "cancel", said.cancel)}`;
    case "held":
      return html`${visit.may("approve") && act(path, "release", said.release, "first")} ${link(said.write)}
      ${act(path, "cancel", said.cancel)}`;
    case "unsure":
      return html`${atHand === "look" && showAtHand(visit, path, atHand)}
      ${showThere(visit, path, atHand === null ? "first" : "")} ${act(path, "again", said.again)}
      ${act(path, "cancel", said.cancel)}`;
    case "scheduled":
      return html`${atHand && showAtHand(visit, path, atHand)} ${act(path, "cancel", said.cancel)}`;
    case "handed":
      return html`${showThere(visit, path)} ${act(path, "cancel", said.cancel)}`;
    default:
      return link(said.open);
  }
}

/** The one right action about a post that its state alone does not tell. */
export function showAtHand({ words }: Visit, path: string, action: NonNullable<AtHand>): Html {
  const { needs: said } = words;
  return act(path, action, action === "look" ? said.lookAgain : said.sendNow, "first");
}

/** A button that decides about a post. */
function act(path: string, action: string, label: string, kind = ""): Html {
  return html`<form method="post" action="${path}/decide">
    <input type="hidden" name="action" value="${action}" /><button class="${kind}">${label}</button>
  </form>`;
}

function showThere({ words }: Visit, path: string, kind = "first"): Html {
  const { needs: said } = words;
  const id = `there-${path.split("/").at(-1)}`;
  return html`<form class="line say" method="post" action="${path}/decide">
    <input type="hidden" name="action" value="there" />
    <label class="unseen" for="${id}">${said.thereAt}</label>
    <input id="${id}" name="detail" type="url" required placeholder="${said.thereAt}" />
    <button class="${kind}">${said.there}</button>
  </form>`;
}

/** What somebody needs who posts by hand: where, the words to copy, the pictures. Fields can be copied whole from the keyboard. */
function showHand(
  { words, site, visitor }: Visit,
  { id, label }: NeedRow,
  { person, share, title, text, media }: HandView,
): Html {
  const { needs: said } = words;
  const page = readLink(share);
  return html`<div class="hand">
    ${page !== null && html`<a class="act" href="${page}" target="_blank" rel="noopener noreferrer">${said.handOpen(sayLabel(words, label))}</a>`}
    <details class="fold copies-to" ${isOf(visitor, person) && html`open`}>
      <summary>${said.handWords}</summary>
      ${title !== null && showCopy(`title-${id}`, said.handTitle, title)}
      ${showCopy(`text-${id}`, said.handText, text)}
      ${media.map(({ url, alt }, at) => {
        const address = isUpload(url) ? pictureAt(`${findRoot(site)}/desk/pictures`, url) : readLink(url);
        return address === null
          ? html``
          : html`<p>
              <a href="${address}" target="_blank" rel="noopener noreferrer">${said.handImage(at + 1)}</a>
              <span dir="auto">${alt}</span>
            </p>`;
      })}
    </details>
  </div>`;
}

/** Whether a post by hand is theirs, by what the configuration calls them; somebody's is everybody's. */
export function isOf(visitor: Visit["visitor"], person: string | null): boolean {
  const called = person?.toLowerCase() ?? "";
  return [visitor?.person.login, visitor?.person.name].some((one) => one?.toLowerCase().startsWith(called));
}

function showCopy(id: string, label: string, words: string): Html {
  const lines = words.split("\n").map((line) => Math.max(1, Math.ceil(line.length / 60)));
  const rows = Math.min(
    8,
    lines.reduce((sum, one) => sum + one, 0),
  );
  return html`<label for="${id}">${label}</label
    ><textarea id="${id}" readonly rows="${rows}" dir="auto">${words}</textarea>`;
}
