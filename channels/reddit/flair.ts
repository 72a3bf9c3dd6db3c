import { ChannelError } from "../../src/channel/failure.ts";
import { worded } from "../../src/model/worded.ts";
import type { Client } from "./client.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The id of the post flair that the account's settings name. Some subreddits list their flairs for nobody: then only an id helps. */
export async function findFlair(client: Client, subreddit: string, name: string): Promise<string> {
  if (uuid.test(name)) return name;
  const flairs = await listFlairs(client, subreddit);
  const found = flairs.find(({ text }) => fold(text) === fold(name));
  if (found) return found.id;
  const known = flairs.map(({ text }) => text).join(", ") || "none";
  throw new ChannelError({
    kind: "unauthorised",
    reason: worded`r/${subreddit} has no post flair “${name}”: write one of its own as \`flair\` (${known.slice(0, 200)}).`,
  });
}

interface Flair {
  readonly id: string;
  readonly text: string;
}

/** @see https://www.reddit.com/dev/api#GET_api_link_flair_v2 */
async function listFlairs(client: Client, subreddit: string): Promise<readonly Flair[]> {
  const answer: unknown = await client.get(`/r/${subreddit}/api/link_flair_v2`);
  return Array.isArray(answer) ? answer.filter(isFlair) : [];
}

function isFlair(json: unknown): json is Flair {
  const flair = json as Partial<Flair> | null;
  return typeof flair?.id === "string" && typeof flair.text === "string";
}

function fold(text: string): string {
  return text.normalize("NFC").trim().toLowerCase();
}
