import { z } from "zod/v4";
import type { Path } from "./finding.ts";
import { schema } from "./schema.ts";
import { realise } from "./shape.ts";

/** The part of JSON Schema that describes one place of the configuration. */
export interface Place {
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Place>>;
  readonly additionalProperties?: Place | boolean;
  readonly items?: Place;
  readonly anyOf?: readonly Place[];
}

/** The configuration's JSON Schema, for editors. */
export const jsonSchema = z.toJSONSchema(realise(schema, z), { io: "input" }) as Place;

/** What the schema says of a place; undefined where it knows none. */
export function placeAt(path: Path): Place | undefined {
  let place: Place | undefined = jsonSchema;
  for (const key of path) place = place && below(place, key);
  return place;
}

/** The keys that may stand at a place. */
export function keysAt(path: Path): readonly string[] {
  const place = placeAt(path);
  return place ? choices(place).flatMap(({ properties }) => Object.keys(properties ?? {})) : [];
}

function below(place: Place, key: PropertyKey): Place | undefined {
  const found = choices(place).map(({ properties, additionalProperties, items }) => {
    const named = properties?.[String(key)] ?? items;
    return named ?? (typeof additionalProperties === "object" ? additionalProperties : undefined);
  });
  return found.find((next) => next !== undefined);
}

function choices(place: Place): readonly Place[] {
  return place.anyOf ?? [place];
}
