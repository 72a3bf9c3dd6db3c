import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import ipaddr from "ipaddr.js";

const forwarded = [
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-real-ip",
  "via",
];

/**
 * True for a browser on this machine that asks for this machine. A proxy's client is not: it says so, or it speaks
 * HTTP/1.0 as some do. The host's name is looked at because a foreign name that leads here would let its pages read.
 */
export function isLocal(context: Context): boolean {
  const { incoming } = (context.env ?? {}) as Partial<HttpBindings>;
  if (incoming === undefined || incoming.httpVersion === "1.0") return false;
  const direct = forwarded.every((name) => context.req.header(name) === undefined);
  return direct && isLoopback(incoming.socket.remoteAddress ?? "") && namesLoopback(context.req.url);
}

function isLoopback(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "loopback";
}

function namesLoopback(url: string): boolean {
  const name = new URL(url).hostname.replace(/^\[|\]$/gu, "");
  return name === "localhost" || isLoopback(name);
}
