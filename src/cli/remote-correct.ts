import type { Outcome } from "../app/decisions.ts";
import type { Remote } from "./remote.ts";

interface Said {
  readonly delivery: string;
  readonly entry: string;
}

/** Answers what is offered for posts, or for all of entries, where the service runs. `by` null: the best that each network can. */
export async function correctThere(
  remote: Remote,
  ids: readonly string[],
  by: string | null,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const id of ids) {
    const found = (await remote.get(`/corrections?of=${encodeURIComponent(id)}`)) as readonly Said[];
    const room = found.some(({ entry }) => entry === id) ? "entries" : "posts";
    const body = by === null ? {} : { by };
    outcomes.push(await tell(remote, id, `/${room}/${encodeURIComponent(id)}/correct`, body));
  }
  return outcomes;
}

/** Takes posts back, or all of entries; `byHand`: a person did it there. */
export async function retractThere(
  remote: Remote,
  ids: readonly string[],
  byHand: boolean,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const id of ids) {
    const path = encodeURIComponent(id);
    const isEntry = !byHand && (await remote.get(`/posts/${path}`)) === undefined;
    const where = isEntry
      ? `/entries/${path}/retract`
      : `/posts/${path}/${byHand ? "taken-down" : "retract"}`;
    outcomes.push(await tell(remote, id, where, {}));
  }
  return outcomes;
}

async function tell(remote: Remote, id: string, path: string, body: object): Promise<Outcome> {
  const { done, lines } = await remote.post(path, body);
  return { id, done, text: lines.join(" ") };
}
