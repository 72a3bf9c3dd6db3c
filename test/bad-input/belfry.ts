import { createServer, type RequestListener } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished } from "vitest";
import type { deliveryJson } from "../../src/app/status.ts";
import type { Said } from "../fixtures/carillon.ts";

export type Row = ReturnType<typeof deliveryJson>;

/** What people and monitors read in `status --json`. */
export interface Shown {
  readonly sources: readonly { readonly name: string; readonly reason: string | null }[];
  readonly entries: readonly { readonly title: string; readonly reason: string | null }[];
  readonly problems: readonly { readonly path: string; readonly problem: string }[];
  readonly accounts: readonly { readonly name: string; readonly parked: string | null }[];
}

const today = `<pubDate>${new Date().toUTCString()}</pubDate>`;

const item = (name: string, date: string): string =>
  `<item><title>The Bell Gazette, ${name}</title><link>https://bells.example.org/${name}/</link><guid>${name}</guid>${date}<description>What rang in ${name}.</description></item>`;

export const feedOf = (names: readonly string[], date = today): string =>
  `<rss version="2.0"><channel><title>The Bell Gazette</title><link>https://bells.example.org/</link><description>x</description>${names.map((name) => item(name, date)).join("")}</channel></rss>`;

/** A page of its own on the site: an account that always works. */
export const markdownBelfry = (more: string): string => `ledger: ./ledger.db
sources:
  notes: { markdown: "./notes/*.md", site: https://bells.example.org, first: announce }
accounts:
  here: { channel: page }
campaigns:
  notes: { source: notes, steps: { announcement: { to: [here] } } }
${more}`;

export const note = (title: string): string =>
  `---\ntitle: ${title}\ndate: ${new Date().toISOString()}\n---\nThe bell is back.\n`;

/** A server that answers everything alike. */
export async function someServer(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What holds of everything that goes wrong: sentences, one a line; no stack, no surprise, no secret. */
export function expectSentences({ out, err }: Said, ...secrets: readonly string[]): void {
  expect(err).not.toMatch(/^ +at |did not foresee|undefined|\[object/m);
  for (const line of err.trimEnd().split("\n")) expect(line).toMatch(/^\S.*[.?]$/);
  for (const secret of secrets) expect(out + err).not.toContain(secret);
}

/** `name: sentence` lines by name. */
export const byName = (lines: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    lines
      .trimEnd()
      .split("\n")
      .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]),
  );
