import type { Request, Setting } from "./compose.ts";
import { plainManner } from "./manner.ts";
import type { Piece } from "./marks.ts";
import { type Mentioned, mentionPeople } from "./mentions.ts";
import { trackPieces } from "./tracking.ts";

/** What was written, with the account's parameters on the site's links, and with people mentioned. Before anything is counted. */
export function wordParts(
  parts: readonly (readonly Piece[])[],
  { channel, manner = plainManner }: Request,
  { own, plain, tracking }: Pick<Setting, "own" | "plain" | "tracking">,
): Mentioned {
  const tracked = parts.map((part) => trackPieces(part, plain, tracking));
  const people = own.mentions === false ? [] : manner.people;
  return mentionPeople(tracked, people, {
    account: manner.account,
    channel: channel.id,
    marks: channel.marks,
  });
}
