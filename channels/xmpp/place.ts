import { jid } from "@xmpp/client";
import type { SettingValues } from "../../src/model/account.ts";
import { worded } from "../../src/model/worded.ts";
import { unauthorised } from "./failure.ts";

/** Where an account posts. Addresses are bare. */
export type Place = RoomPlace | NodePlace;

export interface RoomPlace {
  readonly kind: "room";
  readonly who: string;
  readonly room: string;
  readonly nick: string;
}

export interface NodePlace {
  readonly kind: "node";
  readonly who: string;
  /** Who keeps the node: the account itself, or a publishing service. */
  readonly service: string;
  readonly node: string;
}

/** Throws ChannelError where the settings name no place, or two. */
export function readPlace(settings: SettingValues, siteName: string): Place {
  const who = readAddress(settings, "jid");
  const node = String(settings["node"] ?? "");
  const hasRoom = String(settings["room"] ?? "") !== "";
  if (hasRoom === (node !== ""))
    throw unauthorised(worded`The account ${who} needs either room or node, and not both: set one of them.`);
  if (!hasRoom) return { kind: "node", who, ...readNode(node, who) };
  const nick = String(settings["nick"] ?? "") || siteName || "Carillon";
  return { kind: "room", who, room: readAddress(settings, "room"), nick };
}

/** Undefined where it is to be found by the account's address. Throws ChannelError for a server that is reached otherwise. */
export function readServer(settings: SettingValues): string | undefined {
  const server = String(settings["server"] ?? "");
  if (server === "" || /^(xmpps?|wss?):\/\//.test(server)) return server || undefined;
  throw unauthorised(
    worded`The setting server is ${JSON.stringify(server)}: write it as xmpps://host:port, xmpp://host:port or wss://host/path.`,
  );
}

/** Bare, in the form that servers write. */
function readAddress(settings: SettingValues, name: string): string {
  const text = String(settings[name] ?? "");
  const [local, domain, ...more] = text.split("/")[0]?.split("@") ?? [];
  if (!local || !domain || more.length > 0)
    throw unauthorised(worded`The setting ${name} is ${JSON.stringify(text)}: write it as name@server.`);
  return jid(text).bare().toString();
}

/** `urn:xmpp:microblog:0` is on the account itself, `pubsub.example.org/news` on a service. */
function readNode(text: string, who: string): { service: string; node: string } {
  const [, service, node] = /^([^\s/:]+\.[^\s/:]+)\/(.+)$/.exec(text) ?? [];
  return service && node ? { service, node } : { service: who, node: text };
}

/** Of a bare address. */
export const domainOf = (address: string): string => jid(address).domain;
