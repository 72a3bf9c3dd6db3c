/** What JSON-LD (https://schema.org) tells of a page. */
export interface PageData {
  readonly title: string;
  readonly description: string;
  readonly image: string;
}

const none: PageData = { title: "", description: "", image: "" };

/** The first thing described; nothing where it is not JSON. */
export function readPageData(json: string): PageData {
  const thing = firstThing(parse(json));
  if (!isObject(thing)) return none;
  return {
    title: textOf(thing["headline"]) || textOf(thing["name"]),
    description: textOf(thing["description"]),
    image: imageOf(thing["image"]),
  };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

function firstThing(value: unknown): unknown {
  const list =
    isObject(value) && Array.isArray(value["@graph"]) ? (value["@graph"] as unknown[]) : [value].flat();
  return list.find((thing) => isObject(thing) && thing["headline"] !== undefined) ?? list[0];
}

function imageOf(value: unknown): string {
  const [first] = [value].flat();
  return isObject(first) ? textOf(first["url"]) : textOf(first);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value.replace(/\s+/g, " ").trim() : "";
}
