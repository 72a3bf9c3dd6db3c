import { existsSync, readFileSync } from "node:fs";

/** Says what is wrong with the parameters of a request, or null. `operation`: as `POST /feed`. */
export type Rules = (operation: string, params: URLSearchParams) => string | null;

interface Spec {
  readonly apis: readonly {
    readonly method: string;
    readonly endpoint?: string;
    readonly params: readonly { readonly name: string; readonly type: string }[];
  }[];
}

const specPath = new URL("../../../shared/specs/facebook-Page.json", import.meta.url);

/** Of edges that are no Page's, from the reference; with the types of the description. */
const others: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "GET /me": {},
  "GET /": {},
  "DELETE /": {},
  "POST /": { message: "string", is_published: "bool", is_hidden: "bool" },
  "GET /comments": { filter: "string", order: "string" },
  "POST /comments": { message: "string", attachment_id: "string", attachment_url: "string" },
  "GET /debug_token": { input_token: "string" },
  "POST /batch": { batch: "list<Object>", include_headers: "bool" },
};

/** Every request takes those that choose what is answered; lists take those of paging. */
const always = { fields: "string" };
const paging = {
  after: "string",
  before: "string",
  since: "unsigned int",
  until: "unsigned int",
  limit: "unsigned int",
};
const lists = new Set(["GET /published_posts", "GET /comments"]);

const shapes: Readonly<Record<string, RegExp>> = {
  bool: /^(true|false|1|0)$/,
  "unsigned int": /^\d+$/,
  Object: /^\{.*\}$/s,
  "list<Object>": /^[[{].*[\]}]$/s,
};

/** From the published description where it lies beside the project, else no Page edge is checked. */
export function loadRules(): Rules {
  const known = new Map(
    Object.entries(others).map(([name, params]) => [name, new Map(Object.entries(params))]),
  );
  if (existsSync(specPath)) {
    const { apis } = JSON.parse(readFileSync(specPath, "utf8")) as Spec;
    for (const { method, endpoint, params } of apis)
      if (endpoint)
        known.set(`${method} /${endpoint}`, new Map(params.map(({ name, type }) => [name, type])));
  } else console.log("../shared/specs/facebook-Page.json is missing: a Page's parameters are not checked.");
  return (operation, params) => check(known.get(operation), operation, params);
}

function check(
  known: ReadonlyMap<string, string> | undefined,
  operation: string,
  params: URLSearchParams,
): string | null {
  if (!known) return null;
  const more = { ...always, ...(lists.has(operation) && paging) };
  const types = new Map([...known, ...Object.entries(more)]);
  for (const [name, value] of params) {
    const type = types.get(name.replace(/\[\d+\]$/, ""));
    if (type === undefined) return `Unexpected parameter ${name}`;
    if (shapes[type]?.test(value) === false) return `Param ${name} must be of the type ${type}`;
  }
  return null;
}
