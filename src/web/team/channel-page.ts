import { html } from "hono/html";
import { isLocal } from "../local.ts";
import type { Beginning } from "../reception.ts";
import { findRoot } from "../shell.ts";
import { type Html, readHost, readLink } from "../text.ts";
import { showDue } from "../time.ts";
import { showFacts, showHealth, showOutlook } from "./channel-card.ts";
import type { Channels, ChannelView, TestView } from "./channels.ts";
import { button } from "./field.ts";
import { showMessage } from "./message.ts";
import { open, type House } from "./open.ts";
import { showSettings } from "./origin.ts";
import { byOf } from "./people.ts";
import { showRooms } from "./rooms.ts";
import { sayLabel, saySentences, showSentence } from "./sentence.ts";
import type { Visit } from "./visit.ts";

type Act = keyof Pick<Channels, "disconnect" | "test" | "release" | "sendTest">;

const acts = {
  "POST /desk/channels/:name/disconnect": "disconnect",
  "POST /desk/channels/:name/test": "test",
  "POST /desk/channels/:name/release": "release",
  "POST /desk/channels/:name/send-test": "sendTest",
} as const satisfies Readonly<Record<string, Act>>;

/** `/desk/channels/NAME`: one account, what it is set to, and what can be done about it. */
export function addChannel(house: House): void {
  const { channels } = house;
  open(house, "GET /desk/channels/:name", (visit) =>
    withChannel(house, visit, (view) =>
      visit.page({ title: view.name, main: showChannel(visit, view), here: "channels" }),
    ),
  );
  open(house, "POST /desk/channels/:name/connect", (visit) =>
    withChannel(house, visit, async (view) => {
      const port = isLocal(visit.c) ? Number(new URL(visit.c.req.url).port || 80) : null;
      const beginning = await channels.connect(view.name, port, byOf(visit));
      const title = visit.words.channels.connectTitle(view.name, sayLabel(visit.words, view.label));
      return visit.page({ title, main: showWay(visit, view, beginning), here: "channels" });
    }),
  );
  for (const [door, act] of Object.entries(acts) as [keyof typeof acts, Act][])
    open(house, door, (visit) =>
      withChannel(house, visit, async ({ name }) => {
        const { lines } = await channels[act](name, byOf(visit));
        return visit.go(`/desk/channels/${encodeURIComponent(name)}`, saySentences(visit.words, lines));
      }),
    );
}

async function withChannel(
  { channels }: House,
  visit: Visit,
  show: (view: ChannelView) => Response | Promise<Response>,
): Promise<Response> {
  const view = await channels.one(visit.param("name"));
  const { missing, missingText } = visit.words.shell;
  return view === undefined ? showMessage(visit, missing, missingText, 404) : show(view);
}

function showChannel(visit: Visit, view: ChannelView): Html {
  const { words } = visit;
  const { channels: said } = words;
  return html`${showRooms(visit, "channels")}
    <p class="quiet">${sayLabel(words, view.label)}</p>
    ${showHealth(visit, view)} ${showFacts(visit, view, view.span.from)}
    ${showOutlook(visit, view, view.span)}
    <h2>${said.doing}</h2>
    ${visit.may("operate") ? showActs(visit, view) : html`<p class="quiet">${said.onlyOperators}</p>`}
    ${view.test && showTests(visit, view.tests)} ${view.scopes.length > 0 && showScopes(visit, view)}
    <h2>${said.settings}</h2>
    ${showSettings(words, view.configuration)}`;
}

function showActs(visit: Visit, view: ChannelView): Html {
  const { channels: said } = visit.words;
  const path = `${findRoot(visit.site)}/desk/channels/${view.name}`;
  const worried = ["unconnected", "ended", "ending"].includes(view.health);
  return html`<div class="line">
      ${view.connectable && button(`${path}/connect`, view.connected ? said.reconnect : said.connect, worried ? "first" : "")}
      ${view.health !== "hand" && button(`${path}/test`, said.tryIt, view.health === "parked" ? "first" : "")}
      ${(view.health === "parked" || view.health === "busy") && button(`${path}/release`, said.release)}
    </div>
    ${
      view.connected &&
      html`<details class="note">
        <summary>${said.disconnect}</summary>
        <div class="inside">
          <p>${said.disconnectText}</p>
          ${button(`${path}/disconnect`, said.disconnect)}
        </div>
      </details>`
    }
    ${
      view.test && view.health !== "hand"
        ? html`<p>${said.sendTestText}</p>
            ${button(`${path}/send-test`, said.sendTest)}`
        : html`<p class="quiet">${said.noTest}</p>`
    }`;
}

function showTests(visit: Visit, tests: readonly TestView[]): Html {
  const { words, site } = visit;
  const { channels: said, shell, posts } = words;
  return html`<h2>${said.tests}</h2>
    ${tests.length === 0 && html`<p class="quiet">${said.testsNone}</p>`}
    <ul class="rows">
      ${tests.map(({ id, at, state, permalink, reason }) => {
        const live = readLink(permalink);
        return html`<li>
          <span class="state ${state}">${shell.states[state]}</span>
          <a href="${findRoot(site)}/desk/posts/${id}">${showDue(at, visit)}</a>
          ${live !== null && html`<a href="${live}" rel="noopener noreferrer">${posts.live}</a>`}
          ${reason !== null && html`<p class="quiet">${showSentence(words, reason)}</p>`}
        </li>`;
      })}
    </ul>`;
}

function showScopes({ words }: Visit, { scopes }: ChannelView): Html {
  const { channels: said } = words;
  return html`<h2>${said.scopes}</h2>
    <ul class="rows">
      ${scopes.map(
        ({ name, what, granted }) =>
          html`<li>
            <span><code>${name}</code> <span class="quiet">${showSentence(words, what)}</span></span>
            ${granted !== null && html`<span class="${granted ? "quiet" : "warning"}">${granted ? said.granted : said.notGranted}</span>`}
          </li>`,
      )}
    </ul>`;
}

/** A link, not a redirection: this page's policy lets forms lead nowhere else. */
function showWay({ words }: Visit, { name, label, needsApp }: ChannelView, beginning: Beginning): Html {
  const { channels: said } = words;
  if ("problem" in beginning)
    return html`<p class="problem" role="alert">${showSentence(words, beginning.problem)}</p>`;
  const { url, redirect, patience } = beginning;
  return html`<ol class="steps">
      ${needsApp && html`<li>${said.app(sayLabel(words, label))} <code>${redirect}</code></li>`}
      <li>${said.signedIn(sayLabel(words, label), name)}</li>
      <li>
        <a href="${url}" rel="noopener noreferrer">${said.go(readHost(url))}</a>
        ${said.goText}
      </li>
    </ol>
    <p class="quiet">${said.patience(patience)}</p>`;
}
