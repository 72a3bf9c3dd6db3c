import type { output, ZodType } from "zod/v4";
import type { Person, Right } from "../../model/person.ts";
import type { Site } from "../../model/site.ts";
import type { Team } from "../team/open.ts";

/** What a route is given once all of it was understood and allowed. */
export interface Call<Q, B> {
  readonly team: Team;
  readonly site: Site;
  /** What stands in the path's place of that name. */
  param(name: string): string;
  readonly query: Q;
  readonly body: B;
  /** In whose name it is decided. */
  readonly by: Person;
  /** There is more, below the one of that id: the answer's header leads there. */
  goOn(below: string): void;
}

interface Written<Q extends ZodType, B extends ZodType, A extends ZodType> {
  /** “GET /posts/:id”, below /api. */
  readonly at: `${"GET" | "POST"} /${string}`;
  readonly right: Right;
  /** One sentence. */
  readonly summary: string;
  readonly query?: Q;
  readonly body?: B;
  /** Bytes of the body; absent: 512 KiB, the words of a thread in many parts. */
  readonly most?: number;
  /** Named, see shapes.ts: what it does not name is never told. */
  readonly answer: A;
  /** The answer holds a secret, which is kept nowhere: asked again with the same key, only that it was done is told. */
  readonly tellsOnce?: true;
  /** It may be one page of many: where it goes on stands in the header. */
  readonly leadsOn?: true;
  does(call: Call<output<Q>, output<B>>): Promise<output<A>>;
}

/** One declaration: the router, the checks, the rights and the OpenAPI document are all made of it. */
export interface Route {
  readonly method: "GET" | "POST";
  /** Below /api, with `:name` for what varies. */
  readonly path: string;
  readonly right: Right;
  readonly summary: string;
  readonly query: ZodType | undefined;
  readonly body: ZodType | undefined;
  /** Bytes of the body. */
  readonly most: number;
  readonly answer: ZodType;
  readonly tellsOnce: boolean;
  readonly leadsOn: boolean;
  does(call: Call<unknown, unknown>): Promise<unknown>;
}

const usualBytes = 512 * 1024;

/** The handler's types are those of its schemas; the table of routes needs to know no more of them. */
export function route<Q extends ZodType, B extends ZodType, A extends ZodType>(
  written: Written<Q, B, A>,
): Route {
  const [method, path = ""] = written.at.split(" ");
  const {
    right,
    summary,
    query,
    body,
    answer,
    most = usualBytes,
    tellsOnce = false,
    leadsOn = false,
  } = written;
  const does = (call: Call<unknown, unknown>): Promise<unknown> =>
    written.does(call as Call<output<Q>, output<B>>);
  const rest = { right, summary, query, body, answer, most, tellsOnce, leadsOn, does };
  return { method: method === "GET" ? "GET" : "POST", path, ...rest };
}
