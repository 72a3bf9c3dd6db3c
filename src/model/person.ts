/** Somebody of the team, as the pages know them. */
export interface Person {
  readonly id: string;
  /** What they sign in with: a short name or an e-mail address, in small letters. */
  readonly login: string;
  /** As colleagues read it. */
  readonly name: string;
  /** Whose voice their approvals count as; absent: their own. */
  readonly voice?: string;
  readonly role: Role;
  /** BCP 47, of the pages; null: what the browser asks for. */
  readonly language: string | null;
  /** ISO 8601, UTC. */
  readonly joinedAt: string;
  /** When an administrator shut them out, ISO 8601; null: they may sign in. */
  readonly endedAt: string | null;
}

/** From the fewest rights to all. */
export const roles = ["viewer", "author", "approver", "administrator"] as const;
export type Role = (typeof roles)[number];

/**
 * see: read the team's pages. write: change, move and hold posts, ask for review. approve: agree, send back, let go,
 * settle what is unsure. operate: connect accounts, send test posts, poll. administer: people and tokens.
 */
export type Right = "see" | "write" | "approve" | "operate" | "administer";

/** The one table of who may do what. */
export const rights: Readonly<Record<Role, readonly Right[]>> = {
  viewer: ["see"],
  author: ["see", "write"],
  approver: ["see", "write", "approve"],
  administrator: ["see", "write", "approve", "operate", "administer"],
};

export function may(role: Role, right: Right): boolean {
  return rights[role].includes(right);
}

/** A name without what nobody sees, or what turns the words around it. */
export const cleanName = (name: string): string =>
  name.replaceAll(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, "").trim();
