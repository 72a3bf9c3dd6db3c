import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { makeEditorSchema } from "../../src/config/editor-schema.ts";
import { jsonSchema, keysAt, type Place } from "../../src/config/json-schema.ts";
import { loadConfig } from "../../src/config/load.ts";
import { builtInNames, findChannel } from "../../src/registry.ts";
import { bell } from "./write.ts";

const folder = new URL("../../config/", import.meta.url);
const found = await Promise.all(builtInNames.map(findChannel));
const channels = found.filter((channel) => channel !== undefined);
const ajv = new Ajv2020({ strict: false });

function read(name: string): string {
  return readFileSync(new URL(name, folder), "utf8");
}

it("config/schema.json is current: `npm run schema` writes it", async () => {
  const text = `${JSON.stringify(makeEditorSchema(channels), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot("../../config/schema.json");
});

describe("the files that come with Carillon", () => {
  it.each(["carillon.yaml", "example.yaml"])("%s pleases the schema that editors use", (name) => {
    const validate = ajv.compile(makeEditorSchema(channels));
    validate(parse(read(name)));
    expect(validate.errors).toBeNull();
  });

  it("carillon.yaml has no problem on a machine without any variables", async () => {
    const { problems } = await loadConfig(new URL("carillon.yaml", folder).pathname, {}, findChannel);
    expect(problems).toEqual([]);
  });
});

describe("the schema that editors use", () => {
  const validate = ajv.compile(makeEditorSchema([bell]));

  it("knows what a channel asks for", () => {
    expect(validate({ accounts: { a: { channel: "bell", token: "x", weight: 3, kind: "link" } } })).toBe(
      true,
    );
    expect(validate({ accounts: { a: { channel: "bell" } } })).toBe(false);
    expect(validate({ accounts: { a: { channel: "bell", token: "x", kind: "video" } } })).toBe(false);
    expect(validate({ accounts: { a: { channel: "bell", token: "x", colour: "red" } } })).toBe(false);
  });

  it("lets a channel that it does not know ask for what it likes", () => {
    expect(validate({ accounts: { a: { channel: "carillon-channel-gong", anything: "x" } } })).toBe(true);
  });

  it("takes a variable where a number or a yes belongs", () => {
    expect(validate({ site: { port: "${PORT:-4747}" }, network: { allowPrivate: "${PRIVATE}" } })).toBe(true);
    expect(validate({ site: { port: "many" } })).toBe(false);
  });
});

it("README.md explains every key", () => {
  const readme = read("README.md");
  expect(allKeys(jsonSchema).filter((key) => !readme.includes(`\`${key}\``))).toEqual([]);
  expect(keysAt([])).toContain("campaigns");
});

/** All keys below a place; the names that people give things left out. */
function allKeys(place: Place): readonly string[] {
  const here = [place, ...(place.anyOf ?? [])];
  const settings = here.flatMap(({ properties }) => Object.entries(properties ?? {}));
  const things = here.map(({ additionalProperties }) => additionalProperties);
  const below = [...settings.map(([, next]) => next), ...things.filter((thing) => typeof thing === "object")];
  return settings.map(([key]) => key).concat(below.flatMap(allKeys));
}
