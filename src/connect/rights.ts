import type { Scope } from "../channel/connect.ts";
import { worded } from "../model/worded.ts";

/** What was granted, beside what was asked for. */
export interface Rights {
  readonly granted: readonly Scope[];
  readonly missing: readonly Scope[];
}

/** Some networks grant `write` where `write:media` was asked for, or `*`. */
export function compareRights(asked: readonly Scope[], given: readonly string[]): Rights {
  const names = new Set(given.map((name) => name.toLowerCase()));
  const has = ({ name }: Scope): boolean =>
    names.has("*") || names.has(name.toLowerCase()) || names.has(name.toLowerCase().split(":")[0] ?? "");
  return { granted: asked.filter(has), missing: asked.filter((scope) => !has(scope)) };
}

/** “publish posts, attach pictures and count reactions”. */
export function listRights(scopes: readonly Pick<Scope, "what">[]): string {
  const whats = [...new Set(scopes.map(({ what }) => what))];
  const last = whats.pop() ?? worded`do nothing`;
  return whats.length === 0 ? last : `${whats.join(", ")} and ${last}`;
}

/** “attach pictures (files.write: the product Files grants it)”. */
export function nameMissing({ name, what, grant }: Scope): string {
  return `${what} (${name}: ${grant.replace(/\.$/, "")})`;
}

/** One sentence, with who grants it. */
export function explainMissing({ name, what, grant }: Scope): string {
  return worded`It may not ${what}, because it was not given ${name}: ${grant}`;
}
