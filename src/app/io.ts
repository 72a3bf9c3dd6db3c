import type { Io } from "../channel/channel.ts";
import { ChannelError } from "../channel/failure.ts";
import { currentTerm } from "../channel/term.ts";
import type { Config } from "../config/config.ts";
import { lazy } from "../model/lazy.ts";
import { worded } from "../model/worded.ts";
import { userAgent } from "../source/user-agent.ts";

/** What a publish asks before it writes. */
const first = () => currentTerm()?.begin;

/** What channels and cards may use of the world. The network's own library is loaded with the first request. */
export function ioOf(config: Config, now: () => Date): Io {
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
    load: (url, max) => load(fetch, url, max),
  };
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
