import { type Element, xml } from "@xmpp/client";
import type { Io } from "../../src/channel/channel.ts";
import { ChannelError } from "../../src/channel/failure.ts";
import type { Connection } from "./connection.ts";
import { type Act, StanzaError } from "./failure.ts";
import { roomLimits } from "./limits.ts";

/** @see https://xmpp.org/extensions/xep-0363.html */
const namespace = "urn:xmpp:http:upload:0";
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
  const domain = who.slice(who.indexOf("@") + 1);
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

/** Undefined where it does not tell. */
async function discover(
  connection: Connection,
  to: string,
  xmlns: string,
  who: string,
): Promise<Element | undefined> {
  try {
    const act: Act = { verb: "reach", who, where: to };
    return (await connection.ask(xml("iq", { type: "get", to }, xml("query", { xmlns })), act)).getChild(
      "query",
    );
  } catch (error) {
    if (error instanceof StanzaError) return undefined;
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

/** Throws ChannelError, StanzaError and SilenceError; followers see nothing of it. */
export async function upload(
  connection: Connection,
  service: UploadService,
  io: Io,
  source: string,
): Promise<{ url: string; type: string }> {
  const { bytes, type } = await load(io, source, service.maxBytes);
  const file = { filename: nameOf(source), size: String(bytes.length), "content-type": type };
  const request = xml("request", { xmlns: namespace, ...file });
  const act: Act = { verb: "upload", who: service.who, where: service.address };
  const answer = await connection.ask(xml("iq", { type: "get", to: service.address }, request), act);
  const slot = answer.getChild("slot", namespace);
  const [put, get] = [slot?.getChild("put"), slot?.getChild("get")?.attrs["url"]];
  if (put?.attrs["url"] === undefined || get === undefined) throw failed(service, "gave no address");
  await putBytes(io, put.attrs["url"], { ...headersOf(put), "content-type": type }, bytes, service);
  return { url: get, type };
}

async function load(io: Io, source: string, max: number): ReturnType<Io["load"]> {
  try {
    return await io.load(source, max);
  } catch (error) {
    if (error instanceof ChannelError) throw error;
    const reason = `The image ${source} could not be loaded; nothing was posted.`;
    throw new ChannelError({ kind: "down", reason });
  }
}

const nameOf = (source: string): string =>
  URL.parse(source)
    ?.pathname.split("/")
    .at(-1)
    ?.replace(/[^\w.-]/g, "_") || "image";

/** Only these may be passed on. */
function headersOf(put: Element): Record<string, string> {
  const headers = put.getChildren("header").map((one) => [one.attrs["name"] ?? "", one.text()] as const);
  return Object.fromEntries(headers.filter(([name]) => /^(authorization|cookie|expires)$/i.test(name)));
}

async function putBytes(
  io: Io,
  url: string,
  headers: Record<string, string>,
  bytes: Uint8Array,
  service: UploadService,
): Promise<void> {
  const body = new Blob([new Uint8Array(bytes)]);
  const response = await io.fetch(url, { method: "PUT", headers, body }).catch(() => undefined);
  if (!response?.ok) throw failed(service, `did not take the file (${response?.status ?? "no answer"})`);
}

function failed({ address }: UploadService, what: string): ChannelError {
  return new ChannelError({
    kind: "down",
    reason: `The upload service ${address} ${what}; nothing was posted.`,
  });
}
