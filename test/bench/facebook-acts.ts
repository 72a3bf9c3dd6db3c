import facebook from "../../channels/facebook/channel.ts";
import type { Io, Session } from "../../src/channel/channel.ts";
import type { SettingValues } from "../../src/model/account.ts";
import type { FacebookOptions } from "./facebook-instance.ts";
import { type FacebookBench, startFacebook } from "./facebook.ts";
import { actsOf } from "./acts.ts";
import { makeIo } from "./io.ts";

export function settingsOf(server: FacebookBench, change: SettingValues = {}): SettingValues {
  const account = { page: server.pageOf("comms"), accessToken: server.tokenOf("comms") };
  return { server: server.url, version: "v26.0", ...account, ...change };
}

export function openAt(
  server: FacebookBench,
  change: SettingValues = {},
  io: Io = makeIo(),
): Promise<Session> {
  return facebook.open(settingsOf(server, change), io);
}

export async function withServer<T>(
  options: Partial<FacebookOptions>,
  act: (server: FacebookBench) => Promise<T>,
): Promise<T> {
  const server = await startFacebook(options);
  try {
    return await act(server);
  } finally {
    await server.close();
  }
}

export const { context, sendTo, lookFor, failureOf } = actsOf(facebook, "fb-announcement-1");
