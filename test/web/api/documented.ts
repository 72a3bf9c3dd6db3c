import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { ask } from "./programs.ts";

export interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly "x-right": string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: object }[];
  readonly responses: Readonly<Record<string, object>>;
}

export const documentOf = async (url: string): Promise<Document> =>
  (await ask(`${url}/api/openapi.json`)).body as Document;

/** Checks by the document's schemas, and by no more: a field that is not in it is wrong. */
export function strictly(document: Document): {
  answer(route: string): ValidateFunction;
  schema(id: string): ValidateFunction | undefined;
} {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema(closed(document) as object, "api");
  return {
    answer: (route) => {
      const [method = "", path = ""] = route.split(" ");
      const escaped = path.replaceAll("/", "~1").replaceAll("{", "%7B").replaceAll("}", "%7D");
      const place = `responses/200/content/application~1json/schema`;
      return ajv.compile({ $ref: `api#/paths/${escaped}/${method.toLowerCase()}/${place}` });
    },
    schema: (id) => ajv.getSchema(`api#/components/schemas/${id}`),
  };
}

/** Objects that name their fields have no others. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== "object" || value === null) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, closed(one)]));
  const named = inner["type"] === "object" && "properties" in inner && !("additionalProperties" in inner);
  return named ? { ...inner, additionalProperties: false } : inner;
}
