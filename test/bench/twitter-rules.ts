import { existsSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";

/** Says what is wrong, or null. `operation`: as `POST /2/tweets`, names in braces. */
export interface Rules {
  body(operation: string, body: unknown): string | null;
  query(operation: string, query: URLSearchParams): string | null;
  /** Of the server's own answers. */
  answer(operation: string, body: unknown): string | null;
}

interface Spec {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly parameters: Readonly<Record<string, Parameter>> };
}

interface Operation {
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: object;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: { readonly type?: string };
}

const specPath = new URL("../../../shared/specs/x.json", import.meta.url);

/** The description knows the newer names alone; the guides and every client still send the older, and X takes both. */
const olderNames: Readonly<Record<string, string>> = { "tweet.fields": "post.fields" };

export const hasSpec = existsSync(specPath);

/** From the published interface description where it lies beside the project, else only the most needed. */
export function loadRules(): Rules {
  if (hasSpec) return rulesOf(JSON.parse(readFileSync(specPath, "utf8")) as Spec);
  console.log("../shared/specs/x.json is missing: of requests only a post's text and media are checked.");
  return { body: checkText, query: () => null, answer: () => null };
}

function rulesOf(spec: Spec): Rules {
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema({ $id: "x", ...spec });
  const compiled = new Map<string, (value: unknown) => string | null>();
  const check = (schema: object, value: unknown): string | null => {
    const key = JSON.stringify(schema);
    const known = compiled.get(key) ?? compile(ajv, schema);
    compiled.set(key, known);
    return known(value);
  };
  return {
    body: (operation, body) => check(at(operation, "requestBody/content/application~1json/schema"), body),
    query: (operation, query) => {
      const { schema, value } = describeQuery(spec, operation, query);
      return check(schema, value);
    },
    answer: (operation, body) => {
      const status = operation === "POST /2/tweets" ? "201" : "200";
      return check(at(operation, `responses/${status}/content/application~1json/schema`), body);
    },
  };
}

function compile(ajv: Ajv, schema: object): (value: unknown) => string | null {
  const validate = ajv.compile(schema);
  return (value) => (validate(value) ? null : ajv.errorsText(validate.errors));
}

/** A place in the description of an operation. */
function at(operation: string, place: string): object {
  const [method = "", path = ""] = operation.split(" ");
  const pointer = path.replaceAll("/", "~1").replaceAll("{", "%7B").replaceAll("}", "%7D");
  return { $ref: `x#/paths/${pointer}/${method.toLowerCase()}/${place}` };
}

/** The query as an object, and the schema that it must keep: no name may be unknown. */
function describeQuery(
  spec: Spec,
  operation: string,
  query: URLSearchParams,
): { schema: object; value: object } {
  const [method = "", path = ""] = operation.split(" ");
  const all = spec.paths[path]?.[method.toLowerCase()]?.parameters ?? [];
  const parameters = all.map((one) => resolve(spec, one)).filter((one) => one.in === "query");
  const schemas = parameters.map(({ name, schema }) => [name, withRefs(schema)]);
  const types = new Map(parameters.map(({ name, schema }) => [name, schema.type]));
  const values = Array.from(query, ([name, text]) => {
    const newer = olderNames[name] ?? name;
    return [newer, read(text, types.get(newer))];
  });
  const required = parameters.filter((one) => one.required).map((one) => one.name);
  const schema = { properties: Object.fromEntries(schemas), required, additionalProperties: false };
  return { schema, value: Object.fromEntries(values) };
}

function resolve(spec: Spec, one: Parameter | { readonly $ref: string }): Parameter {
  if (!("$ref" in one)) return one;
  const found = spec.components.parameters[one.$ref.split("/").at(-1) ?? ""];
  if (!found) throw new Error(`The interface description lacks ${one.$ref}.`);
  return found;
}

/** References are within the description, and the schema is outside of it. */
function withRefs(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"x#/')) as object;
}

function read(text: string, type: string | undefined): unknown {
  if (type === "array") return text.split(",");
  return type === "integer" ? Number(text) : text;
}

function checkText(operation: string, body: unknown): string | null {
  const { text, media } = body as { text?: unknown; media?: unknown };
  return operation !== "POST /2/tweets" || typeof text === "string" || media !== undefined
    ? null
    : "neither text nor media";
}
