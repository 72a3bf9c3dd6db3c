import { existsSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";

/** Says what is wrong with a request, or null. */
export interface Rules {
  status(body: unknown): string | null;
  edit(body: unknown): string | null;
  query(path: string, query: URLSearchParams): string | null;
  /** Of the server's own answers. */
  answer(name: "Status" | "MediaAttachment" | "CredentialAccount", body: unknown): string | null;
}

interface Spec {
  readonly paths: Readonly<
    Record<string, { readonly get?: { readonly parameters?: readonly { name: string; in: string }[] } }>
  >;
}

const specPath = new URL("../../../shared/specs/mastodon.json", import.meta.url);

let loaded: Rules | undefined;

/** From the published interface description where it lies beside the project, else only the most needed. */
export const loadRules = (): Rules => (loaded ??= readRules());

function readRules(): Rules {
  if (existsSync(specPath)) return rulesOf(JSON.parse(readFileSync(specPath, "utf8")) as Spec);
  console.log(
    "../shared/specs/mastodon.json is missing: requests are checked for their text and media alone.",
  );
  return { status: checkText, edit: checkText, query: () => null, answer: () => null };
}

function rulesOf(spec: Spec): Rules {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema({ $id: "mastodon", ...spec });
  const compile = (schema: object): ((body: unknown) => string | null) => {
    const validate = ajv.compile(schema);
    return (body) => (validate(body) ? null : ajv.errorsText(validate.errors));
  };
  const put =
    "mastodon#/paths/~1api~1v1~1statuses~1%7Bid%7D/put/requestBody/content/application~1json/schema";
  // The description names the list in the manner of forms; as JSON it is a list of objects.
  const attributes = { type: "array", items: { type: "object", required: ["id"] } };
  const answers = {
    Status: compile(component("Status")),
    MediaAttachment: compile(component("MediaAttachment")),
    CredentialAccount: compile(component("CredentialAccount")),
  };
  return {
    status: compile({
      anyOf: [component("TextStatus"), component("MediaStatus")],
      unevaluatedProperties: false,
    }),
    edit: compile({ $ref: put, properties: { media_attributes: attributes }, unevaluatedProperties: false }),
    query: (path, query) => checkQuery(spec, path, query),
    answer: (name, body) => answers[name](body),
  };
}

function checkQuery(spec: Spec, path: string, query: URLSearchParams): string | null {
  const parameters = spec.paths[path]?.get?.parameters ?? [];
  const known = new Set(parameters.filter((one) => one.in === "query").map((one) => one.name));
  const unknown = [...query.keys()].filter((name) => !known.has(name.replace("[]", "")));
  return unknown.length > 0 ? `unknown parameters ${unknown.join(", ")}` : null;
}

function checkText(body: unknown): string | null {
  const { status, media_ids: media } = body as { status?: unknown; media_ids?: unknown };
  return typeof status === "string" || Array.isArray(media) ? null : "neither status nor media_ids";
}

function component(name: string): object {
  return { $ref: `mastodon#/components/schemas/${name}` };
}
