import { type Element, xml } from "@xmpp/client";
import type { Connection } from "./connection.ts";
import { SilenceError, StanzaError } from "./failure.ts";
import { roomLimits } from "./limits.ts";
import { domainOf } from "./place.ts";

/** @see https://xmpp.org/extensions/xep-0363.html */
export const namespace = "urn:xmpp:http:upload:0";
const info = "http://jabber.org/protocol/disco#info";
const items = "http://jabber.org/protocol/disco#items";

export interface UploadService {
  readonly address: string;
  /** Of one file. */
  readonly maxBytes: number;
  readonly who: string;
}

/** The upload service of the account's server; undefined where it has none. */
export async function findUploadService(
  connection: Connection,
  who: string,
): Promise<UploadService | undefined> {
  const domain = domainOf(who);
  const listed = await discover(connection, domain, items, who);
  const addresses = listed?.getChildren("item").flatMap((item) => item.attrs["jid"] ?? []) ?? [];
  const found = await Promise.all(
    [domain, ...addresses].map(async (address) => {
      const query = await discover(connection, address, info, who);
      return query && offersUpload(query) ? { address, maxBytes: readMax(query), who } : undefined;
    }),
  );
  return found.find((service) => service !== undefined);
}

/** Milliseconds. One part of a server that is ill must not keep the account from posting. */
const limit = 5_000;

/** Undefined where it does not tell. */
async function discover(
  connection: Connection,
  to: string,
  xmlns: string,
  who: string,
): Promise<Element | undefined> {
  const question = xml("iq", { type: "get", to }, xml("query", { xmlns }));
  try {
    const answer = await connection.ask(question, { verb: "reach", who, where: to }, limit);
    return answer.getChild("query");
  } catch (error) {
    if (error instanceof StanzaError || error instanceof SilenceError) return undefined;
    throw error;
  }
}

const offersUpload = (query: Element): boolean =>
  query.getChildren("feature").some((feature) => feature.attrs["var"] === namespace);

function readMax(query: Element): number {
  const fields = query.getChildren("x").flatMap((form) => form.getChildren("field"));
  const max = Number(fields.find((field) => field.attrs["var"] === "max-file-size")?.getChildText("value"));
  return max > 0 ? max : roomLimits.mediaBytes;
}
