import linkedin from "../../channels/linkedin/channel.ts";
import type { Io, Session } from "../../src/channel/channel.ts";
import type { SettingValues } from "../../src/model/account.ts";
import { actsOf } from "./acts.ts";
import { makeIo } from "./io.ts";
import type { LinkedinBench } from "./linkedin.ts";

/** The page that `openPage` posts as. */
export const page = "urn:li:organization:2414183";

export function openWith(server: LinkedinBench, change: SettingValues, io: Io = makeIo()): Promise<Session> {
  return linkedin.open(
    { server: server.url, version: "202609", accessToken: "token-of-page", ...change },
    io,
  );
}

export function openPage(server: LinkedinBench, io: Io = makeIo()): Promise<Session> {
  return openWith(server, { organization: "2414183" }, io);
}

export function openMember(server: LinkedinBench, io: Io = makeIo()): Promise<Session> {
  return openWith(server, { member: "782bbtaQ", accessToken: "token-of-member" }, io);
}

export const { context, sendTo, failureOf } = actsOf(linkedin, "li-announcement-1");
