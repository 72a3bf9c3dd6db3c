import type { Seen, World } from "../../src/channel/contract.ts";
import {
  type BenchServer,
  type Misbehaviour,
  type Reply,
  type Request,
  startServer,
} from "./bench-server.ts";

/** The next request that would make a post, or the next of any kind. */
export type Occasion = "publish" | "any";

/** A network whose next answers a test may choose. */
export interface PlannedServer extends BenchServer {
  /** Hits the next request that would make a post, or the next of any kind. */
  misbehave(fault: Misbehaviour, on?: Occasion): void;
  /** What the next requests that would make a post get instead, or the next of any kind. */
  answerNext(reply: Reply, on?: Occasion, times?: number): void;
  /** Method and path of every request so far. */
  readonly requests: readonly string[];
}

interface Network {
  isPublish(request: Request): boolean;
  answer(request: Request): Reply | Promise<Reply>;
  /** To whoever asks too often. */
  tooMany(): Reply;
  /** As it stands in `requests`. */
  nameOf?(request: Request): string;
}

export async function startPlanned({
  isPublish,
  answer,
  tooMany,
  nameOf = ({ method, path }) => `${method} ${path}`,
}: Network): Promise<PlannedServer> {
  const requests: string[] = [];
  const fault = plan<Misbehaviour>(isPublish);
  const reply = plan<Reply>(isPublish);
  const server = await startServer(
    (request) => {
      requests.push(nameOf(request));
      return reply.take(request) ?? answer(request);
    },
    (request) => fault.take(request) ?? "none",
    tooMany,
  );
  return { ...server, requests, misbehave: fault.set, answerNext: reply.set };
}

/** Something that the next requests which make a post get, or the next of any kind. */
export function plan<T>(isPublish: (request: Request) => boolean) {
  let planned: { readonly what: T; readonly on: Occasion; left: number } | undefined;
  return {
    set: (what: T, on: Occasion = "publish", left = 1): void => void (planned = { what, on, left }),
    take(request: Request): T | undefined {
      if (!planned || (planned.on === "publish" && !isPublish(request))) return undefined;
      const { what } = planned;
      if (--planned.left === 0) planned = undefined;
      return what;
    },
  };
}

/** What followers of an account see there, and the faults that its channel must survive. */
export const worldWith = ({ misbehave }: PlannedServer, visible: () => readonly Seen[]): World => ({
  faults: ["loseAnswer", "reset", "unavailable", "slow", "busy"],
  misbehave,
  visible: () => Promise.resolve(visible()),
});
