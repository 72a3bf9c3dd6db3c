import type { Connect } from "../channel/connect.ts";
import { callbackPath, type Site } from "../model/site.ts";

/** The address that the network sends the browser to, and that the app must be registered with. */
export function redirectOf(site: Site, connect: Connect | undefined, port: number): string {
  return isPublic(site) ? `${site.url}${callbackPath}` : loopbackOf(connect, port);
}

/** On this machine, whatever the site's address is. @see https://www.rfc-editor.org/rfc/rfc8252#section-7.3 */
export function loopbackOf(connect: Connect | undefined, port: number): string {
  return `http://${connect?.loopback ?? "127.0.0.1"}:${port}${callbackPath}`;
}

/** Browsers elsewhere reach the site. */
export function isPublic({ url }: Site): boolean {
  const { hostname } = new URL(url);
  return !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
