import { randomBytes } from "node:crypto";
import type { App } from "../app.ts";
import type { Letter } from "../model/letter.ts";
import { proofOf, tolerance } from "../source/hook-proof.ts";
import type { Heard, Hooks } from "../web/hooks.ts";
import type { Errands } from "./errands.ts";
import { hearHub } from "./hub-letters.ts";

/** Deploy hooks and hubs, as the pages' server hears them. They only make us look: nothing that they say is believed. */
export function hooksOf(app: App, errands: Errands): Hooks {
  const secrets = new Map(
    app.config.sources.flatMap(({ name, hook }) => (hook ? [[name, hook.secret] as const] : [])),
  );
  const nobodys = randomBytes(32).toString("base64");
  const right = counterOf(60);
  const wrong = counterOf(30);
  const heard = new Map<string, number>();
  const ring = (source: string, letter: Letter): Heard => {
    const now = app.now();
    const secret = secrets.get(source);
    const proof = proofOf(letter, secret ?? nobodys, now);
    if (secret === undefined || proof === null) return wrong(source, now) ? refused : tooOften;
    if (!right(source, now)) return tooOften;
    if (proof.id !== null && !isFirst(heard, `${source} ${proof.id}`, now)) return known;
    errands.run(source);
    return { status: 202, message: `${source} is looked at now.` };
  };
  return { ring, ...hearHub(app, errands) };
}

const refused: Heard = {
  status: 401,
  message:
    "No source here has a hook of that name, or the secret is not right: config/README.md tells how to send it. Secrets in the address are not read.",
};

const tooOften: Heard = { status: 429, message: "That is too often: wait a minute.", retryAfter: 60 };

const known: Heard = { status: 202, message: "That was heard already." };

/** True as long as there were no more than `most` within this minute, by name. */
function counterOf(most: number): (name: string, now: Date) => boolean {
  let minute = 0;
  const counts = new Map<string, number>();
  return (name, now) => {
    const current = Math.floor(now.getTime() / 60_000);
    if (current !== minute || counts.size > 1000) counts.clear();
    minute = current;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count <= most;
  };
}

/** What states its time can be told again only as long as that time is near. */
function isFirst(heard: Map<string, number>, id: string, now: Date): boolean {
  for (const [one, at] of heard) if (now.getTime() - at > 2000 * tolerance) heard.delete(one);
  if (heard.has(id)) return false;
  heard.set(id, now.getTime());
  return true;
}
