import { html } from "hono/html";
import type { Html } from "../text.ts";
import { showDue } from "../time.ts";
import { open, type House } from "./open.ts";
import { showSettings } from "./origin.ts";
import type { ReceiverView } from "./receivers.ts";
import { showRooms } from "./rooms.ts";
import { showSentence } from "./sentence.ts";
import type { Visit } from "./visit.ts";

/** `/desk/configuration`: what holds for all, each value with where it comes from. */
export function addConfiguration(house: House): void {
  open(house, "GET /desk/configuration", async (visit) => {
    const { channels: said } = visit.words;
    const main = html`${showRooms(visit, "configuration")}
      <p>${said.whole}</p>
      ${showSettings(visit.words, house.configuration())} ${showReceivers(visit, await house.receivers.all())}`;
    return visit.page({ title: said.configuration, main, here: "channels" });
  });
}

function showReceivers(visit: Visit, receivers: readonly ReceiverView[]): Html {
  const { channels: said } = visit.words;
  if (receivers.length === 0) return html``;
  return html`<h2>${said.receivers}</h2>
    <p>${said.receiversText}</p>
    <ul class="rows">
      ${receivers.map((one) => showReceiver(visit, one))}
    </ul>`;
}

function showReceiver(visit: Visit, { host, failingAt, reason, nextAt, waiting, lost }: ReceiverView): Html {
  const { channels: said } = visit.words;
  const time = (at: string): Html => showDue(at, visit);
  return html`<li>
    <span><b>${host}</b> ${failingAt === null && html`<span class="quiet">${said.receiverWell}</span>`}</span>
    ${waiting > 0 && html`<span class="quiet">${said.receiverWaiting(waiting)}</span>`}
    ${nextAt !== null && html`<span class="quiet">${said.receiverNext} ${time(nextAt)}</span>`}
    ${failingAt !== null && html`<p class="problem">${said.receiverFailing} ${time(failingAt)}. ${reason !== null && showSentence(visit.words, reason)}</p>`}
    ${lost > 0 && html`<p class="problem">${said.receiverLost(lost)}</p>`}
  </li>`;
}
