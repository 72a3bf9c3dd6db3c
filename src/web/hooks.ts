import type { Context, Hono } from "hono";
import type { Letter } from "../model/letter.ts";
import type { Env } from "./policy.ts";

/** What a request from outside came to. */
export interface Heard {
  readonly status: 202 | 401 | 429;
  /** One sentence. */
  readonly message: string;
  /** Seconds until it may be tried again. */
  readonly retryAfter?: number;
}

/** Who listens to those that tell of news: deploys, forges, hubs. */
export interface Hooks {
  /** Something changed at a source, says somebody who must prove to know its secret. */
  ring(source: string, letter: Letter): Heard;
  /** A hub asks whether we asked; what to answer it, undefined where we did not. */
  confirm(id: string, query: URLSearchParams): Promise<string | undefined>;
  /** A hub tells of news; false where there is no such subscription. */
  tell(id: string, letter: Letter): Promise<boolean>;
}

/** Bytes of a letter: forges tell much of each push. */
const most = 1_000_000;

/** For programs: nobody signs in, and answers are JSON. What names a source and what names none look alike from outside. */
export function addHooks(app: Hono<Env>, hooks: Hooks): void {
  app.use("/hooks/*", async (c, next) => {
    await next();
    c.header("Cache-Control", "no-store");
  });
  app.post("/hooks/source/:name", async (c) => {
    const letter = await letterOf(c);
    if (letter === null) return c.json({ message: tooLong }, 413);
    const { status, message, retryAfter } = hooks.ring(c.req.param("name"), letter);
    if (retryAfter !== undefined) c.header("Retry-After", String(retryAfter));
    return c.json({ message }, status);
  });
  app.get("/hooks/websub/:id", async (c) => {
    const answer = await hooks.confirm(c.req.param("id"), new URL(c.req.url).searchParams);
    return answer === undefined ? c.json({ message: unknown }, 404) : c.text(answer);
  });
  app.post("/hooks/websub/:id", async (c) => {
    const letter = await letterOf(c);
    if (letter === null) return c.json({ message: tooLong }, 413);
    const known = await hooks.tell(c.req.param("id"), letter);
    return known ? c.json({ message: "Heard." }, 202) : c.json({ message: unknown }, 404);
  });
}

const tooLong = "That is longer than 1 MB: send a shorter body, or none.";
const unknown = "There is no such subscription.";

/** Null where it is too long. Read here, as it comes: many send nothing, and do not say so. */
async function letterOf(c: Context<Env>): Promise<Letter | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.length;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return { headers: c.req.header(), body: Buffer.concat(chunks) };
}
