import type { Json } from "../../src/model/json.ts";

export type JsonObject = { readonly [key: string]: Json };

/** Undefined for what is not a JSON object: the page of a proxy, say. */
export function parse(text: string): JsonObject | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return isObject(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** What was parsed of JSON holds nothing but JSON. */
export function isObject(data: unknown): data is JsonObject {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

/** The objects in a list that an answer should have. */
export function listOf(data: JsonObject, name: string): JsonObject[] {
  const list = data[name];
  return Array.isArray(list) ? list.filter(isObject) : [];
}

/** A number below an object; 0 where LinkedIn does not tell. */
export function numberAt(data: JsonObject, ...path: readonly string[]): number {
  const found = path.reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), data);
  return typeof found === "number" ? found : 0;
}

export function textAt(data: JsonObject, ...path: readonly string[]): string {
  const found = path.reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), data);
  return typeof found === "string" ? found : "";
}
