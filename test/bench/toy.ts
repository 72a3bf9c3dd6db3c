import type { Channel, Session } from "../../src/channel/channel.ts";
import type { Failure } from "../../src/channel/failure.ts";
import { classifyAnswer } from "../../src/channel/http.ts";
import type { Json } from "../../src/model/json.ts";
import type { Post, Receipt } from "../../src/model/post.ts";
import type { Fault, Seen, Subject } from "../../src/channel/contract.ts";
import { makeIo } from "./io.ts";

/** A network in memory, with what a channel for it does. */
export interface Toy {
  readonly posts: Seen[];
  fault: Fault | "none";
  /** Makes a post, or goes wrong. */
  post(key: string, post: Post): Receipt;
}

export interface Breaks {
  readonly channel?: (good: Channel) => Partial<Channel>;
  readonly session?: (good: Session, toy: Toy) => Partial<Session>;
}

/** A small channel that keeps the contract, but for what `breaks` puts in the place of its parts. */
export function makeSubject({ channel: breakChannel, session: breakSession }: Breaks = {}): Subject {
  const toy = makeToy();
  const sound: Channel = {
    ...data,
    async open(settings) {
      if (settings["token"] !== token) throw Object.assign(new Error("denied"), { denied: true });
      const session = makeSession(toy);
      return { ...session, ...breakSession?.(session, toy) };
    },
  };
  return {
    channel: { ...sound, ...breakChannel?.(sound) },
    settings: { token },
    io: makeIo(),
    world: {
      visible: async () => toy.posts.map((seen) => ({ ...seen })),
      faults: ["loseAnswer", "reset", "unavailable", "busy"],
      misbehave: (fault) => void (toy.fault = fault),
    },
  };
}

const token = "very-secret-token";

const data: Omit<Channel, "open"> = {
  contract: 1,
  id: "toy",
  label: "Toy",
  settings: {
    token: { type: "text", label: "Token", required: true, secret: true, example: "${TOY_TOKEN}" },
  },
  limits: {
    text: [{ unit: "utf16", max: 300 }],
    title: null,
    media: 0,
    mediaBytes: 0,
    alt: 0,
    tags: 0,
    linkInText: true,
  },
  card: "none",
  abilities: { thread: false, edit: true, remove: true, metrics: false, language: false, altText: false },
  repeat: { sameFor: 60, find: true },
  classify,
};

function classify(error: unknown): Failure {
  if (!(error instanceof Error)) return classifyAnswer(error);
  if ("denied" in error) return { kind: "unauthorised", reason: "The token is wrong." };
  if ("long" in error) return { kind: "refused", reason: "The text is too long." };
  if ("busy" in error) return { kind: "busy", reason: "Too many.", retryAt: new Date(Date.now() + 60_000) };
  return classifyAnswer(error);
}

function makeToy(): Toy {
  const toy: Toy = {
    posts: [],
    fault: "none",
    post(key, { text }) {
      const { fault } = toy;
      toy.fault = "none";
      if (text.length > 300) throw Object.assign(new Error("long"), { long: true });
      if (fault === "busy") throw Object.assign(new Error("busy"), { busy: true });
      if (fault === "reset") throw new Error("reset");
      toy.posts.push({ id: key, text });
      if (fault !== "none") throw new Error("The answer was lost.");
      return receiptOf(key);
    },
  };
  return toy;
}

function makeSession(toy: Toy): Session {
  const indexOf = (id: string): number => toy.posts.findIndex((seen) => seen.id === id);
  return {
    profile: { id: "1", name: "Toy", handle: "@toy", url: null },
    prepare: async (_, { key }) => ({ key }),
    publish: async (post, memo) =>
      indexOf(keyOf(memo)) < 0 ? toy.post(keyOf(memo), post) : receiptOf(keyOf(memo)),
    find: async (_, memo) => (indexOf(keyOf(memo)) < 0 ? undefined : receiptOf(keyOf(memo))),
    async edit(receipt, { text }) {
      toy.posts[indexOf(receipt.remoteId)] = { id: receipt.remoteId, text };
      return receipt;
    },
    async remove({ remoteId }) {
      if (indexOf(remoteId) >= 0) toy.posts.splice(indexOf(remoteId), 1);
    },
  };
}

export function receiptOf(remoteId: string): Receipt {
  return { remoteId, permalink: null, at: new Date().toISOString() };
}

export function keyOf(memo: Json): string {
  return (memo as { key: string }).key;
}
