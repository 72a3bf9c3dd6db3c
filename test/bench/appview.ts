import { type BenchServer, json, startServer } from "./bench-server.ts";

/** The service that counts likes and the like. The PDS asks it in the account's name. */
export interface AppView extends BenchServer {
  /** Of the posts that are liked, by uri; the others have none. */
  readonly counts: Map<string, Counts>;
  /** Posts that are live are known from there. */
  follow(list: () => Promise<readonly string[]>): void;
}

interface Counts {
  readonly likeCount: number;
  readonly repostCount: number;
  readonly replyCount: number;
}

export const appViewDid = "did:web:appview.test";

const none: Counts = { likeCount: 0, repostCount: 0, replyCount: 0 };

export async function startAppView(): Promise<AppView> {
  const counts = new Map<string, Counts>();
  let list: () => Promise<readonly string[]> = async () => [];
  const server = await startServer(async ({ query }) => {
    const live = new Set(await list());
    const known = query.getAll("uris").filter((uri) => live.has(uri));
    return json(200, { posts: known.map((uri) => view(uri, counts.get(uri) ?? none)) });
  });
  return { ...server, counts, follow: (source) => void (list = source) };
}

/** With what the lexicon `app.bsky.feed.defs#postView` demands. */
function view(uri: string, counts: Counts): object {
  const indexedAt = "2026-11-22T10:00:00.000Z";
  const author = { did: uri.split("/")[2], handle: "bells.test" };
  const cid = "bafyreidfayvfuwqa7qlnopdjiqrxzs6blmoeu4rujcjtnci5beludirz2a";
  const record = { $type: "app.bsky.feed.post", text: "", createdAt: indexedAt };
  return { uri, cid, author, record, indexedAt, ...counts };
}
