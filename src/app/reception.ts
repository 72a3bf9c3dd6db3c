import type { App } from "../app.ts";
import { patience } from "../connect/begin.ts";
import { isPublic, redirectOf } from "../connect/redirect.ts";
import type { Beginning, Guest, Reception } from "../web/reception.ts";
import { begin, clientOf, finish } from "./connecting.ts";
import { describeStanding, standingsOf, type Standing } from "./standing.ts";

/** Signing in, as the pages do it. */
export function receptionOf(app: App): Reception {
  const guests = async (): Promise<readonly Guest[]> => {
    const standings = await standingsOf(app);
    return Promise.all(standings.map((standing) => guestOf(app, standing)));
  };
  return {
    guests,
    guest: async (name) => (await guests()).find((guest) => guest.name === name),
    begin: (name, port) => beginFor(app, name, port),
    finish: (query) => finish(app, query),
  };
}

async function guestOf(app: App, standing: Standing): Promise<Guest> {
  const { account: name, connectable } = standing;
  const channel = await app.desk.channelOf(name);
  const label = channel?.label ?? standing.channel;
  return {
    name,
    label,
    standing: standing.unconnected ? "Not connected yet." : describeStanding(standing, app.now()),
    closed: connectable
      ? null
      : `Nobody signs in to ${label} here: its settings in the configuration are enough.`,
    needsApp: channel?.connect?.app !== null,
  };
}

async function beginFor(app: App, name: string, port: number): Promise<Beginning> {
  const client = await clientOf(app, name);
  if (typeof client === "string") return { problem: client };
  const { site } = app.config;
  const redirect = redirectOf(site, client.channel.connect, isPublic(site) ? site.port : port);
  const begun = await begin(app, client, { redirect, who: "browser" });
  return typeof begun === "string" ? { problem: begun } : { url: begun.url, redirect, patience };
}
