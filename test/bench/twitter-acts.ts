import twitter from "../../channels/twitter/channel.ts";
import type { Io, Session } from "../../src/channel/channel.ts";
import { actsOf } from "./acts.ts";
import { makeIo } from "./io.ts";
import type { TwitterOptions } from "./twitter-instance.ts";
import { startTwitter, type TwitterBench } from "./twitter.ts";

export function openAt(server: TwitterBench, io: Io = makeIo(), name = "comms"): Promise<Session> {
  return twitter.open({ server: server.url, ...server.keysOf(name) }, io);
}

export async function withServer<T>(
  options: Partial<TwitterOptions>,
  act: (server: TwitterBench) => Promise<T>,
): Promise<T> {
  const server = await startTwitter(options);
  try {
    return await act(server);
  } finally {
    await server.close();
  }
}

export const { context, sendTo, lookFor, failureOf } = actsOf(twitter, "x-announcement-1");
