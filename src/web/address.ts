import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import ipaddr from "ipaddr.js";

/** Who asks, as far as the network tells: an address, or the network of one household or server (IPv6, /64). */
export function addressOf(c: Context): string {
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
  const near = incoming?.socket.remoteAddress ?? "";
  const said = isNeighbour(near) ? c.req.header("x-forwarded-for") : undefined;
  return networkOf(withoutPort(said?.split(",").at(-1)?.trim() ?? near));
}

const neighbours: ReadonlySet<string> = new Set(["loopback", "private", "uniqueLocal", "linkLocal"]);

/** A proxy on this machine or in a container beside this one says who asked; whoever comes from elsewhere could say anything. */
const isNeighbour = (address: string): boolean =>
  ipaddr.isValid(address) && neighbours.has(ipaddr.process(address).range());

/** Some proxies name the port as well, which is another at every request. */
const withoutPort = (address: string): string =>
  /^\[([^\]]+)\](?::\d+)?$/u.exec(address)?.[1] ?? /^([\d.]+):\d+$/u.exec(address)?.[1] ?? address;

/** Of IPv6 everybody has more addresses than could be counted. */
function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address.slice(0, 64);
  const known = ipaddr.process(address);
  if (known.kind() === "ipv4") return known.toString();
  const first = known.toByteArray().slice(0, 8);
  return `${ipaddr.fromByteArray([...first, 0, 0, 0, 0, 0, 0, 0, 0]).toString()}/64`;
}
