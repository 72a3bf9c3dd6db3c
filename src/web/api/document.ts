import { z, type ZodType } from "zod/v4";
import type { Site } from "../../model/site.ts";
import { problemStatuses } from "./problem.ts";
import type { Route } from "./route.ts";
import { abouts, names } from "./shapes.ts";

const refs = "#/components/schemas/";

/** The OpenAPI 3.1 document of these routes, made of their declarations. */
export function describeApi({ name, url }: Site, routes: readonly Route[]): object {
  const paths = Map.groupBy(routes, ({ path }) => path.replaceAll(/:(\w+)/g, "{$1}"));
  return {
    openapi: "3.1.0",
    info: { title: `Carillon for ${name}`, version: "1", description: about },
    servers: [{ url: `${url}/api` }],
    security: [{ token: [] }],
    paths: Object.fromEntries(
      [...paths].map(([path, some]) => [
        path,
        Object.fromEntries(some.map((route) => [route.method.toLowerCase(), describeRoute(route)])),
      ]),
    ),
    components: { securitySchemes: { token: scheme }, schemas: schemasOf(), responses: { problem } },
  };
}

const about = `What the team's pages do, for programs. Each answer that is not 2xx is application/problem+json (RFC 9457) with a
sentence in \`detail\` and another in \`mend\`. A write that is sent with an \`Idempotency-Key\` may be repeated for a day: it is done once.`;

const scheme = {
  type: "http",
  scheme: "bearer",
  description: "A token of `carillon tokens make`, or of the page /desk/tokens.",
};

/** Statuses that any route may answer, by what it takes. */
function problemsOf({ method, path, body, query }: Route): readonly number[] {
  const some = new Set([
    401,
    403,
    429,
    500,
    ...(path.includes(":") ? [404] : []),
    ...(method === "POST" ? [400, 409, 413, 415] : []),
    ...((body ?? query) ? [422] : []),
  ]);
  return problemStatuses.filter((status) => some.has(status));
}

function describeRoute(route: Route): object {
  const { method, path, right, summary, query, body, answer, leadsOn } = route;
  const problems = problemsOf(route).map((status) => [status, { $ref: "#/components/responses/problem" }]);
  const words = path.split("/").filter((part) => part !== "" && !part.startsWith(":"));
  return {
    operationId: [method.toLowerCase(), ...words, ...(/:\w+$/.test(path) ? ["one"] : [])].join("-"),
    summary,
    description: `Asks for the right “${right}”.`,
    "x-right": right,
    parameters: [...inPath(path), ...inQuery(query), ...(method === "POST" ? [key] : [])],
    ...(body && {
      requestBody: { required: false, content: { "application/json": { schema: refTo(body) } } },
    }),
    responses: {
      200: {
        description: "Done.",
        ...(leadsOn && { headers: { Link: next } }),
        content: { "application/json": { schema: refTo(answer) } },
      },
      ...Object.fromEntries(problems),
    },
  };
}

const inPath = (path: string): readonly object[] =>
  Array.from(path.matchAll(/:(\w+)/g), ([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));

function inQuery(query: ZodType | undefined): readonly object[] {
  if (query === undefined) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: "input" });
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
}

const key = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "Made up for each decision; the same request with the same key is done once, and answered alike for a day.",
  schema: { type: "string", maxLength: 257 },
};

const next = {
  description:
    'Where it goes on, as `<?words=bells&below=ID>; rel="next"` (RFC 8288), relative to what was asked. It may be there though the answer is empty: words are looked for in some of the posts at a time. Absent where there is no more.',
  required: false,
  schema: { type: "string" },
};

function refTo(shape: ZodType): object {
  const id = names.get(shape)?.id;
  if (id === undefined) throw new TypeError("A route's shape has no name.");
  return { $ref: `${refs}${id}` };
}

function schemasOf(): object {
  const { schemas } = z.toJSONSchema(names, { uri: (id) => `${refs}${id}`, io: "input" });
  const own = Object.entries(schemas).map(([id, schema]) => [
    id,
    { ...abouts.get(id), ...withoutAddress(schema) },
  ]);
  return { ...Object.fromEntries(own), Problem: problemShape };
}

/** Inside of the document a schema has no address of its own. */
const withoutAddress = (schema: object): object =>
  Object.fromEntries(Object.entries(schema).filter(([name]) => name !== "$schema" && name !== "$id"));

const line = { type: "string" };
const problemShape = {
  description: "Why it was not done (RFC 9457): what is so, and what to do.",
  type: "object",
  required: ["type", "status", "title", "detail", "mend"],
  properties: {
    type: line,
    status: { type: "integer", enum: problemStatuses },
    title: line,
    detail: line,
    mend: line,
    errors: {
      type: "array",
      items: { type: "object", required: ["path", "problem"], properties: { path: line, problem: line } },
    },
  },
};
const problem = {
  description: "It was not done.",
  content: { "application/problem+json": { schema: { $ref: `${refs}Problem` } } },
};
