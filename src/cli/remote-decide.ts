import type { Outcome } from "../app/decisions.ts";
import type { EntryView, PostView } from "../web/team/posts.ts";
import type { Remote } from "./remote.ts";

/** A decision as its route of the API takes it: what is added to the post's address, and what is sent. */
export type RemoteAct = (post: PostView, id: string) => readonly [action: string, body: object];

/** What each command asks of the service. `id` is that of the part which was named. */
export const remoteActs = {
  approve:
    (): RemoteAct =>
    ({ sight }) => ["approve", { sight }],
  edit:
    (text: string): RemoteAct =>
    ({ parts, sight, state }, id) =>
      state === "sent"
        ? ["reword", { text }]
        : ["words", { texts: parts.map((part) => (part.id === id ? text : part.text)), sight }],
  move:
    (to: string): RemoteAct =>
    () => ["move", { to }],
  there:
    (permalink: string, unchecked: boolean): RemoteAct =>
    () => ["there", unchecked ? { permalink, unchecked } : { permalink }],
  plain:
    (action: string): RemoteAct =>
    () => [action, {}],
};

/** Decides about posts by the ids of any of their parts, or about all posts of entries, where the service runs. */
export async function decideThere(
  remote: Remote,
  ids: readonly string[],
  act: RemoteAct,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const id of ids) outcomes.push(...(await decideOne(remote, id, act)));
  return outcomes;
}

async function decideOne(remote: Remote, id: string, act: RemoteAct): Promise<readonly Outcome[]> {
  const path = encodeURIComponent(id);
  const post = (await remote.get(`/posts/${path}`)) as PostView | undefined;
  if (post !== undefined) return [await decidePost(remote, post, id, act)];
  const entry = (await remote.get(`/entries/${path}`)) as EntryView | undefined;
  if (entry !== undefined) return decideEntry(remote, entry, act);
  const [action] = act(nothing, "");
  return [action === "release" ? await releaseSource(remote, id) : { id, done: false, text: unknown }];
}

const unknown = "There is no such post or entry there.";

/** A source's name stands for all that is held of it. */
async function releaseSource(remote: Remote, id: string): Promise<Outcome> {
  const sources = (await remote.get("/sources")) as readonly { readonly name: string }[];
  if (!sources.some(({ name }) => name === id)) return { id, done: false, text: unknown };
  const { done, lines } = await remote.post(`/sources/${encodeURIComponent(id)}/release`, {});
  return { id, done, text: lines.join(" ") };
}

async function decideEntry(remote: Remote, entry: EntryView, act: RemoteAct): Promise<readonly Outcome[]> {
  const posts = entry.steps.flatMap((step) => step.posts);
  const [action] = posts[0] === undefined ? act(nothing, "") : act(posts[0], "");
  if (entry.state === "held" && (action === "release" || action === "cancel")) {
    const { done, lines } = await remote.post(`/entries/${encodeURIComponent(entry.id)}/${action}`, {});
    return [{ id: entry.id, done, text: lines.join(" ") }];
  }
  const outcomes: Outcome[] = [];
  for (const post of posts) if (post.id !== null) outcomes.push(await decidePost(remote, post, post.id, act));
  return outcomes.length > 0 ? outcomes : [{ id: entry.id, done: false, text: "It has no posts." }];
}

const nothing = { parts: [], sight: "" } as unknown as PostView;

async function decidePost(remote: Remote, post: PostView, id: string, act: RemoteAct): Promise<Outcome> {
  const [action, body] = act(post, id);
  const { done, lines } = await remote.post(`/posts/${encodeURIComponent(id)}/${action}`, body);
  return { id, done, text: lines.join(" ") };
}
