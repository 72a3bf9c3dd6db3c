import { type Element, xml } from "@xmpp/client";
import type { Connection } from "./connection.ts";
import { type Act, StanzaError } from "./failure.ts";
import type { NodePlace } from "./place.ts";
import { form } from "./stanza.ts";

/** @see https://xmpp.org/extensions/xep-0060.html */
export const pubsub = "http://jabber.org/protocol/pubsub";
const owner = `${pubsub}#owner`;
const settingsForm = `${pubsub}#node_config`;

/** How many posts the node keeps, the best first: not every server knows `max`, or takes as many. */
const keeps = ["max", "10000", "256"];

/** A node that is there without these keeps one post, and shows it to contacts only. */
const settings = {
  "pubsub#access_model": "open",
  "pubsub#persist_items": "1",
  "pubsub#notify_retract": "1",
};

/** Makes the node, or sets up the one that is there. Repeatable. */
export async function arrange(connection: Connection, place: NodePlace): Promise<void> {
  const act = describe(place, "arrange");
  for (const [index, max] of keeps.entries()) {
    const config = form(settingsForm, { ...settings, "pubsub#max_items": max });
    try {
      return await createOrConfigure(connection, place, config, act);
    } catch (error) {
      if (error instanceof StanzaError && mayPublishOnly(error, place)) return;
      if (index === keeps.length - 1 || !isRejection(error)) throw error;
    }
  }
}

async function createOrConfigure(
  connection: Connection,
  place: NodePlace,
  config: Element,
  act: Act,
): Promise<void> {
  const { service: to, node } = place;
  const create = xml("pubsub", { xmlns: pubsub }, xml("create", { node }), xml("configure", {}, config));
  try {
    await connection.ask(xml("iq", { type: "set", to }, create), act);
  } catch (error) {
    if (!(error instanceof StanzaError && error.condition === "conflict")) throw error;
    const configure = xml("pubsub", { xmlns: owner }, xml("configure", { node }, config));
    await connection.ask(xml("iq", { type: "set", to }, configure), act);
  }
}

/** On a service, the node may be another's who lets us publish: publishing will tell. */
const mayPublishOnly = ({ condition }: StanzaError, { service, who }: NodePlace): boolean =>
  service !== who && condition === "forbidden";

/** The server does not take these settings. */
const rejections = new Set(["not-acceptable", "bad-request", "feature-not-implemented", "conflict"]);
const isRejection = (error: unknown): boolean =>
  error instanceof StanzaError && rejections.has(error.condition);

export function describe({ who, service, node }: NodePlace, verb: Act["verb"]): Act {
  return { verb, who, where: `the node ${node} of ${service}` };
}
