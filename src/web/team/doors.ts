import type { Right, Role } from "../../model/person.ts";
import { may } from "../../model/person.ts";

/** The one table of the team's pages and actions, and of the right that each asks for. What is not here cannot be opened. */
export const doors = {
  "GET /sign-in": "anyone",
  "POST /sign-in": "anyone",
  "GET /sign-in/provider": "anyone",
  "GET /sign-in/callback": "anyone",
  "POST /language": "anyone",
  "GET /join/:secret": "anyone",
  "POST /join/:secret": "anyone",
  "GET /desk": "see",
  "POST /desk/hold": "write",
  "GET /desk/release": "approve",
  "POST /desk/release": "approve",
  "POST /desk/posts/:id/decide": "write",
  "POST /desk/posts/:id/correct": "approve",
  "POST /desk/entries/:id/release": "approve",
  "POST /desk/entries/:id/cancel": "approve",
  "GET /desk/entries": "see",
  "GET /desk/entries/:id": "see",
  "GET /desk/entries/:id/source": "see",
  "GET /desk/posts/:id": "see",
  "POST /desk/posts/:id/try": "write",
  "GET /desk/posts/:id/words": "write",
  "POST /desk/posts/:id/words": "write",
  "GET /desk/pictures/:name": "see",
  "POST /desk/posts/:id/ask": "write",
  "POST /desk/posts/:id/approve": "approve",
  "POST /desk/posts/:id/send-back": "approve",
  "POST /desk/entries/:id/approve": "approve",
  "POST /desk/entries/:id/ask": "write",
  "POST /desk/entries/:id/say": "write",
  "POST /desk/entries/:id/review-links": "write",
  "POST /desk/entries/:id/review-links/:link/end": "write",
  "GET /avatars/:name": "anyone",
  "GET /review/:secret": "anyone",
  "POST /review/:secret": "anyone",
  "GET /review/:secret/pictures/:name": "anyone",
  "GET /desk/calendar": "see",
  "GET /desk/posts/:id/places": "write",
  "POST /desk/posts/:id/move": "write",
  "GET /desk/simulate": "see",
  "POST /desk/simulate/share": "write",
  "POST /desk/simulate/links/:id/end": "write",
  "GET /simulated/:secret": "anyone",
  "GET /desk/history": "see",
  "GET /desk/history.csv": "see",
  "GET /desk/history.json": "see",
  "GET /desk/decisions": "see",
  "GET /desk/results": "see",
  "GET /desk/results/:month": "see",
  "GET /desk/channels": "see",
  "GET /desk/channels/:name": "see",
  "POST /desk/channels/:name/connect": "operate",
  "POST /desk/channels/:name/disconnect": "operate",
  "POST /desk/channels/:name/test": "operate",
  "POST /desk/channels/:name/release": "operate",
  "POST /desk/channels/:name/send-test": "operate",
  "GET /desk/sources": "see",
  "POST /desk/sources/:name/look": "operate",
  "GET /desk/campaigns": "see",
  "GET /desk/configuration": "see",
  "GET /desk/you": "see",
  "POST /desk/you/sign-out": "see",
  "POST /desk/you/sessions/:id/end": "see",
  "POST /desk/you/password": "see",
  "GET /desk/people": "administer",
  "POST /desk/people/invite": "administer",
  "POST /desk/people/:id/role": "administer",
  "POST /desk/people/:id/end": "administer",
  "POST /desk/people/:id/let-in": "administer",
  "POST /desk/invitations/:id/withdraw": "administer",
  "GET /desk/tokens": "administer",
  "POST /desk/tokens/make": "administer",
  "POST /desk/tokens/:id/end": "administer",
} as const satisfies Record<string, Right | "anyone">;

export type Door = keyof typeof doors;

export const doorList = Object.keys(doors) as readonly Door[];

/** Whether a role, or a visitor who is not signed in (null), may open it. */
export function mayOpen(role: Role | null, door: Door): boolean {
  const right: Right | "anyone" = doors[door];
  if (right === "anyone") return true;
  return role !== null && may(role, right);
}
