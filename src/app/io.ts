import type { Io } from "../channel/channel.ts";
import { ChannelError } from "../channel/failure.ts";
import { currentTerm } from "../channel/term.ts";
import type { Config } from "../config/config.ts";
import type { Uploads } from "../ledger/uploads.ts";
import { lazy } from "../model/lazy.ts";
import { isUpload, pictureAt, readUpload } from "../model/upload.ts";
import { worded } from "../model/worded.ts";
import { userAgent } from "../source/user-agent.ts";

/** What a publish asks before it writes. */
const first = () => currentTerm()?.begin;

/** What channels and cards may use of the world. The network's own library is loaded with the first request. */
export function ioOf(config: Config, now: () => Date, uploads: Uploads): Io {
  const agent = userAgent(config.site.url);
  const options = { allowPrivate: config.network.allowPrivate, userAgent: agent, first };
  const fetching = lazy(async () => (await import("../source/guard.ts")).guardedFetch(options));
  const sending = lazy(async () => (await import("../source/send.ts")).guardedSend(options));
  const fetch: Io["fetch"] = async (input, init) => (await fetching())(input, init);
  return {
    fetch,
    now,
    send: async (url, letter) => (await sending())(url, letter),
    site: config.site,
    userAgent: agent,
    load: (url, max) => (isUpload(url) ? loadUpload(uploads, url, max) : load(fetch, url, max)),
    addressOf: (url) => pictureAt(`${config.site.url}/pictures`, url),
  };
}

/** A picture that somebody brought. Its secret is the team's: no source can name one. */
async function loadUpload(uploads: Uploads, url: string, max: number): ReturnType<Io["load"]> {
  const named = readUpload(url);
  const found = named && (await uploads.load(named.file, named.secret));
  if (!found)
    throw new ChannelError({
      kind: "refused",
      reason: worded`A picture is not there any more: add it again.`,
    });
  if (found.bytes.length > max)
    throw new ChannelError({
      kind: "refused",
      reason: worded`A picture is larger than ${max} bytes: make it smaller, and add it again.`,
    });
  return found;
}

/** Bytes are counted as they come: a length that a server states may be a lie. */
async function load(fetch: typeof globalThis.fetch, url: string, max: number): ReturnType<Io["load"]> {
  const response = await fetch(url);
  if (!response.ok || response.body === null)
    throw unloadable(url, worded`the server answers ${response.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.length;
    if (size > max) throw unloadable(url, worded`it is larger than ${max} bytes`);
    chunks.push(chunk);
  }
  return {
    bytes: Buffer.concat(chunks),
    type: (response.headers.get("content-type") ?? "").split(";")[0]?.trim() ?? "",
  };
}

const unloadable = (url: string, why: string): ChannelError =>
  new ChannelError({ kind: "refused", reason: worded`The file ${url} cannot be used: ${why}.` });
