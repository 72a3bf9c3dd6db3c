import type { Channel, Io, Session } from "../../src/channel/channel.ts";
import { ChannelError, classifyNetwork } from "../../src/channel/failure.ts";
import type { Json } from "../../src/model/json.ts";
import type { Receipt } from "../../src/model/post.ts";
import { worded } from "../../src/model/worded.ts";

/**
 * The site's own public page and feed. Its posts live in the ledger: publishing chooses the address, and the
 * recorded receipt is what makes the post visible. So it needs no credentials and cannot post twice.
 */
const page: Channel = {
  contract: 1,
  id: "page",
  label: worded`This site`,
  settings: {},
  limits: {
    text: [{ unit: "graphemes", max: 20_000 }],
    title: { unit: "graphemes", max: 300 },
    media: 4,
    mediaBytes: 20_000_000,
    alt: 5_000,
    tags: 0,
    linkInText: false,
  },
  card: "supplied",
  abilities: {
    thread: false,
    edit: true,
    remove: true,
    metrics: false,
    language: true,
    altText: true,
    local: true,
  },
  repeat: { sameFor: Infinity },
  words: { de: () => import("./words.de.ts") },
  open: async (_settings, io) => openSession(io),
  classify: classifyNetwork,
};

export default page;

function openSession(io: Io): Session {
  const { name, url } = io.site;
  return {
    profile: { id: url, name, handle: new URL(url).host, url },
    prepare: async (_post, context) => ({ key: context.key, permalink: `${url}/p/${context.key}` }),
    publish: async (_post, memo) => ({ ...readMemo(memo), at: io.now().toISOString() }),
    edit: async (receipt) => ({ ...receipt, data: { updated: io.now().toISOString() } }),
    // The ledger's state `retracted` hides it.
    remove: async () => {},
  };
}

function readMemo(memo: Json): Pick<Receipt, "remoteId" | "permalink"> {
  if (isMemo(memo)) return { remoteId: memo.key, permalink: memo.permalink };
  throw new ChannelError({ kind: "refused", reason: worded`The memo is not one that the page wrote.` });
}

function isMemo(memo: Json): memo is { key: string; permalink: string } {
  return (
    typeof memo === "object" &&
    memo !== null &&
    "key" in memo &&
    "permalink" in memo &&
    typeof memo.key === "string" &&
    typeof memo.permalink === "string"
  );
}
