import { type Element, xml } from "@xmpp/client";
import type { Io } from "../../src/channel/channel.ts";
import { ChannelError } from "../../src/channel/failure.ts";
import { worded } from "../../src/model/worded.ts";
import type { Connection } from "./connection.ts";
import type { Act } from "./failure.ts";
import { namespace, type UploadService } from "./upload-service.ts";

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
  if (put?.attrs["url"] === undefined || get === undefined)
    throw failed(worded`The upload service ${service.address} gave no address; nothing was posted.`);
  await putBytes(io, put.attrs["url"], { ...headersOf(put), "content-type": type }, bytes, service);
  return { url: get, type };
}

async function load(io: Io, source: string, max: number): ReturnType<Io["load"]> {
  try {
    return await io.load(source, max);
  } catch (error) {
    if (error instanceof ChannelError) throw error;
    const reason = worded`The image ${source} could not be loaded; nothing was posted.`;
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
  if (!response?.ok)
    throw failed(
      worded`The upload service ${service.address} did not take the file (${response?.status ?? worded`no answer`}); nothing was posted.`,
    );
}

const failed = (reason: string): ChannelError => new ChannelError({ kind: "down", reason });
