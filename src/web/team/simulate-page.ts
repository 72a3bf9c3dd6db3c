import { html } from "hono/html";
import { findRoot } from "../shell.ts";
import type { Html } from "../text.ts";
import { sayDay } from "../time.ts";
import { button, choice } from "./field.ts";
import { showMessage } from "./message.ts";
import { open, type House } from "./open.ts";
import { byOf } from "./people.ts";
import type { SimulateAsk, SimulateLink, SimulationPlace } from "./simulate.ts";
import { showChanges, showSimulation, type More } from "./simulate-view.ts";
import { isDate } from "./span.ts";
import type { Visit } from "./visit.ts";

/** `/desk/simulate`: what would go out, and what the next planning changes; `/simulated/SECRET`: one that was shared. */
export function addSimulate(house: House): void {
  const { simulate } = house;
  open(house, "GET /desk/simulate", (visit) => showPage(house, visit, null));
  open(house, "POST /desk/simulate/share", async (visit) => {
    const form = await visit.form();
    const ask = askOf((name) => form.get(name));
    const shared = await simulate.share(ask, byOf(visit));
    const path = `/desk/simulate?${new URLSearchParams({ ...ask }).toString()}`;
    if ("wrong" in shared) return visit.go(path, visit.words.simulate.wrong[shared.wrong]);
    return showPage(house, visit, { ask, link: `${visit.site.url}/simulated/${shared.secret}` });
  });
  open(house, "POST /desk/simulate/links/:id/end", async (visit) => {
    await simulate.endLink(visit.param("id"), byOf(visit));
    return visit.go("/desk/simulate", visit.words.simulate.ended);
  });
  open(house, "GET /simulated/:secret", async (visit) => {
    const { gone, goneText, sharedText, title } = visit.words.simulate;
    const secret = visit.param("secret");
    const shared = await simulate.shared(secret, placeOf(visit));
    if (shared === undefined) return showMessage(visit, gone, goneText, 410);
    const more: More = (after) =>
      `${findRoot(visit.site)}/simulated/${secret}?${new URLSearchParams({ after }).toString()}`;
    const main = html`<p>${sharedText(shared.madeBy)}</p>
      ${showSimulation(visit, shared.page, more)}`;
    return visit.page({ title, main, wide: true });
  });
}

/** Where the page goes on. */
const placeOf = ({ c }: Visit): SimulationPlace => ({
  after: c.req.query("after") ?? null,
  past: c.req.query("past") ?? null,
});

/** What a form or an address asks for; days that are none are left out. */
function askOf(get: (name: string) => string): SimulateAsk {
  const day = (name: "from" | "to") => (isDate(get(name)) ? { [name]: get(name) } : {});
  const [account, campaign] = [get("account"), get("campaign")];
  return { ...day("from"), ...day("to"), ...(account && { account }), ...(campaign && { campaign }) };
}

interface Made {
  readonly ask: SimulateAsk;
  readonly link: string;
}

/** Nothing is rehearsed before somebody asks for it. */
async function showPage(house: House, visit: Visit, made: Made | null): Promise<Response> {
  const { simulate } = house;
  const { simulate: said } = visit.words;
  const asked = made?.ask ?? askOf((name) => visit.c.req.query(name)?.trim() ?? "");
  const ask = { ...simulate.usual(), ...asked };
  const main = html`<p>${said.text}</p>
    ${simulate.isEdited() && html`<p class="problem">${said.edited}</p>`} ${showForm(house, visit, ask)}
    ${asked.from !== undefined && (await showRun(house, visit, ask))}
    ${visit.may("write") && showLinks(visit, await simulate.links(), ask, made)}`;
  return visit.page({ title: said.title, main, here: "calendar", wide: true });
}

/** What is looked at further down stands alone: the beginning was seen. */
async function showRun({ simulate }: House, visit: Visit, ask: SimulateAsk): Promise<Html> {
  const place = placeOf(visit);
  const page = await simulate.page(ask, place);
  if ("wrong" in page)
    return html`<p class="problem" role="alert">${visit.words.simulate.wrong[page.wrong]}</p>`;
  const more =
    (name: keyof SimulationPlace): More =>
    (at) =>
      `${findRoot(visit.site)}/desk/simulate?${new URLSearchParams({ ...ask, [name]: at }).toString()}`;
  return html`${place.after === null && showChanges(visit, page.changes, more("past"))}
  ${place.past === null && showSimulation(visit, page, more("after"))}`;
}

function showForm({ simulate }: House, visit: Visit, ask: SimulateAsk): Html {
  const { simulate: said } = visit.words;
  const { accounts, campaigns } = simulate;
  return html`<form class="filter" method="get" action="${findRoot(visit.site)}/desk/simulate">
    <label>${said.from} <input type="date" name="from" value="${ask.from ?? ""}" required /></label>
    <label>${said.to} <input type="date" name="to" value="${ask.to ?? ""}" required /></label>
    ${choice({ name: "account", label: said.account, any: said.any, values: accounts, chosen: ask.account })}
    ${choice({ name: "campaign", label: said.campaign, any: said.any, values: campaigns, chosen: ask.campaign })}
    <button class="first">${said.show}</button>
  </form>`;
}

function showLinks(visit: Visit, links: readonly SimulateLink[], ask: SimulateAsk, made: Made | null): Html {
  const { simulate: said } = visit.words;
  const path = `${findRoot(visit.site)}/desk/simulate`;
  return html`<details class="note" ${made !== null && html`open`}>
    <summary>${said.share}</summary>
    <div class="inside">
      <p>${said.shareText}</p>
      ${made !== null && html`<p class="made" role="status">${said.theLink} <code>${made.link}</code></p>`}
      <form class="one" method="post" action="${path}/share">
        ${Object.entries(ask).map(
          ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
        )}
        <button>${said.makeLink}</button>
      </form>
      ${links.length > 0 && html`<h2>${said.links}</h2>`}
      <ul class="rows">
        ${links.map(
          ({ id, madeBy, until }) =>
            html`<li>
              <span class="quiet">${said.linkBy(madeBy, sayDay(until, visit.site, visit.words.code))}</span>
              ${button(`${path}/links/${encodeURIComponent(id)}/end`, said.endLink)}
            </li>`,
        )}
      </ul>
    </div>
  </details>`;
}
