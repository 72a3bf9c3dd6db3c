import { createHash } from "node:crypto";
import type { Context } from "hono";
import type { ZodType } from "zod/v4";
import { describeIssues } from "./issue-words.ts";
import { refuse } from "./problem.ts";
import type { Route } from "./route.ts";

interface Ask {
  readonly query: unknown;
  readonly body: unknown;
  /** The same for the same request only. */
  readonly digest: string;
}

/** What a request brings, as its route wants it. Throws ApiProblem. */
export async function readAsk(c: Context, route: Route): Promise<Ask> {
  const { pathname, search } = new URL(c.req.url);
  const text = route.body === undefined ? "" : await readText(c, route.most);
  const query = route.query && fit(route.query, c.req.query(), "query");
  const body = route.body && fit(route.body, readJson(c, text), "body");
  const digest = createHash("sha256")
    .update(`${c.req.method} ${pathname}${search}\n${text}`)
    .digest("base64url");
  return { query, body, digest };
}

const tooLarge = (most: number): Error =>
  refuse(413, "That is more than a request may bring.", `Send at most ${most} bytes.`);

/** Bytes that are still read of what is too large, and dropped. */
const furtherBytes = 8 * 1024 * 1024;

/** Read as it comes, since not all say how long it is. Whoever sends too much hears so once it was sent, up to a point: before, clients hear nothing. */
async function readText(c: Context, most: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
    else chunks.length = 0;
    if (size > most + furtherBytes) break;
  }
  if (size > most) throw tooLarge(most);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw refuse(400, "The request's body is not UTF-8.", "Write it in UTF-8.");
  }
}

/** Nothing at all is an empty object: many routes ask for no more. */
function readJson(c: Context, text: string): unknown {
  if (text.trim() === "") return {};
  if (!/^application\/([\w.-]+\+)?json\b/i.test(c.req.header("content-type") ?? ""))
    throw refuse(415, "The request's body is not said to be JSON.", "Send “Content-Type: application/json”.");
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw refuse(400, "The request's body is no JSON.", "Check its quotes, commas and brackets.");
  }
}

function fit(shape: ZodType, value: unknown, place: string): unknown {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const errors = describeIssues(result.error.issues, place);
  const all = errors.map(({ path, problem }) => `${path}: ${problem}`);
  throw refuse(422, all.join(" "), "GET /api/openapi.json tells what this address takes.", { errors });
}
