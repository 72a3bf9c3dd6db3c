import { html } from "hono/html";
import { findRoot } from "../shell.ts";
import type { Html } from "../text.ts";
import { sayDay } from "../time.ts";
import { mostDays, tokenRights, usualDays, type TokenView } from "./api-tokens.ts";
import { button, field } from "./field.ts";
import { open, type House } from "./open.ts";
import { byOf } from "./people.ts";
import { showExamples } from "./token-examples.ts";
import type { Visit } from "./visit.ts";

/** `/desk/tokens`: which programs may use the API, and what each may do. */
export function addTokens(house: House): void {
  const { apiTokens } = house;
  open(house, "GET /desk/tokens", (visit) => showTokens(house, visit));
  open(house, "POST /desk/tokens/make", (visit) => make(house, visit));
  open(house, "POST /desk/tokens/:id/end", async (visit) => {
    const { tokens: said } = visit.words;
    const ended = await apiTokens.end(visit.param("id"), byOf(visit));
    return visit.go("/desk/tokens", ended ? said.over : said.gone);
  });
}

/** What came of the form, above it. */
interface Came {
  readonly note: Html;
  readonly name: string;
}

async function make(house: House, visit: Visit): Promise<Response> {
  const form = await visit.form();
  const { tokens: said } = visit.words;
  const name = form.get("name");
  const wish = { name, rights: form.all("right"), days: Number(form.get("days")) };
  const made = await house.apiTokens.make(wish, byOf(visit));
  if ("problem" in made)
    return showTokens(house, visit, {
      name,
      note: html`<p class="problem" role="alert">${said.problems[made.problem]}</p>`,
    });
  const note = html`<p class="made" role="status">${said.made(name)} <code>${made.secret}</code></p>`;
  return showTokens(house, visit, { name: "", note });
}

async function showTokens({ apiTokens }: House, visit: Visit, came?: Came): Promise<Response> {
  const { tokens: said } = visit.words;
  const all = await apiTokens.all();
  const live = all.filter(({ endedAt }) => endedAt === null);
  const ended = all.filter(({ endedAt }) => endedAt !== null).slice(0, 20);
  const main = html`<p>
      ${said.text}
      <a href="${findRoot(visit.site)}/api/openapi.json">${said.document}</a>
    </p>
    ${came?.note} ${showForm(visit, came?.name ?? "")} ${showExamples(visit)}
    <h2>${said.list}</h2>
    ${live.length === 0 ? html`<p>${said.none}</p>` : showRows(visit, live)}
    ${ended.length > 0 && html`<h2>${said.ended}</h2>`} ${ended.length > 0 && showRows(visit, ended)}`;
  return visit.page({ title: said.title, main, here: "people" });
}

function showForm({ words, site }: Visit, name: string): Html {
  const { tokens: said } = words;
  return html`<form class="stack" method="post" action="${findRoot(site)}/desk/tokens/make">
    ${field({ name: "name", label: said.name, hint: said.nameHint, value: name, required: true, autocomplete: "off" })}
    <fieldset>
      <legend>${said.rights}</legend>
      ${tokenRights.map(
        (right) =>
          html`<label class="choice"
            ><input type="checkbox" name="right" value="${right}" ${right === "see" && html`checked`} />
            <span>${said.right[right]}</span></label
          >`,
      )}
    </fieldset>
    <p class="field">
      <label for="days">${said.days}</label>
      <input id="days" name="days" type="number" min="1" max="${mostDays}" value="${usualDays}" required />
    </p>
    <p><button class="first">${said.make}</button></p>
  </form>`;
}

function showRows(visit: Visit, tokens: readonly TokenView[]): Html {
  return html`<ul class="rows">
    ${tokens.map((token) => showToken(visit, token))}
  </ul>`;
}

function showToken(visit: Visit, { id, name, rights, madeBy, until, usedAt, endedAt }: TokenView): Html {
  const { tokens: said } = visit.words;
  const what = tokenRights.filter((right) => rights.includes(right)).map((right) => said.right[right]);
  const day = (at: string): string => sayDay(at, visit.site, visit.words.code);
  const time = endedAt === null ? said.until(day(until)) : said.endedOn(day(endedAt));
  return html`<li>
    <span><b>${name}</b> <span class="quiet">${what.join(", ")}</span></span>
    <span class="quiet">
      <span dir="auto">${said.madeBy(madeBy)}</span>, ${time},
      ${usedAt === null ? said.unused : said.used(day(usedAt))}
    </span>
    ${endedAt === null && button(`${findRoot(visit.site)}/desk/tokens/${encodeURIComponent(id)}/end`, said.end)}
  </li>`;
}
