import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");

const topLevel = new Set(
  `package.json package-lock.json tsconfig.json Dockerfile compose.yaml LICENSE README.md
  src channels templates config test`.split(/\s+/),
);

/** What git does not keep. */
const unkept = new Set(["node_modules", "data", "dist"]);

/** Which folders of src/ each may import from, besides its own. `app` and the files at the top wire the parts: they may import all. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  channel: ["model"],
  source: ["model"],
  picture: ["model"],
  ledger: ["model"],
  plan: ["model"],
  watch: ["model", "ledger"],
  config: ["model", "channel"],
  compose: ["model", "channel"],
  connect: ["model", "channel", "ledger"],
  deliver: ["model", "channel", "compose", "ledger"],
  dispatch: ["model", "ledger", "deliver"],
  cli: ["model", "app", "config", "registry", "channel", "source", "ledger", "connect", "web"],
  web: ["model"],
};

const networks =
  /mastodon|masto\b|bluesky|atproto|twitter|reddit|linkedin|facebook|xmpp|telegram|discord|\bslack\b|\bmatrix\b|\blemmy\b|\bnostr\b|threads\.net|tumblr|pixelfed|friendica/i;

const silenced =
  /\bas any\b|: any(?=[,;)=>\]}[]| [=|&{)]|$)|<any\b|\bany\[\]|@ts-(ignore|nocheck|expect-error)|(eslint|oxlint)-disable/;

function filesBelow(folder: string, ending: RegExp): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !file.includes("node_modules"));
}

function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** Files of this project that a file imports, from the project's root. */
function importsOf(file: string): readonly string[] {
  const names = read(file).matchAll(/(?:\bfrom|\bimport|\bnew URL)\s*\(?\s*"(\.[^"]+)"/g);
  return Array.from(names, ([, name]) => relative(root, resolve(root, dirname(file), name ?? "")));
}

/** Lines that match, as `file:line: text`. */
function linesWith(pattern: RegExp, files: readonly string[]): readonly string[] {
  return files.flatMap((file) =>
    read(file)
      .split("\n")
      .map((line, index) => `${file}:${index + 1}: ${line.trim()}`)
      .filter((line) => pattern.test(line.slice(line.indexOf(" ")))),
  );
}

const source = filesBelow("src", /\.ts$/);
const channels = filesBelow("channels", /\.ts$/);
const tests = filesBelow("test", /\.ts$/);

it("found the files that it is about", () => {
  expect(source.length).toBeGreaterThan(20);
  expect(channels).toContain("channels/index.ts");
  expect(tests).toContain("test/layers.test.ts");
});

it("has nothing at the top but what everybody knows", () => {
  const entries = readdirSync(root).filter((name) => !name.startsWith(".") && !unkept.has(name));
  expect(entries.filter((name) => !topLevel.has(name) && !name.endsWith(".log"))).toEqual([]);
});

describe("imports in src/", () => {
  const inFolders = source.filter((file) => file.split("/").length > 2 && !isIn(file, "src/app"));
  const crossings = inFolders.flatMap((file) => {
    const folder = file.split("/")[1] ?? "";
    const rooms = [folder, ...(mayImport[folder] ?? [])].map((room) => `src/${room}`);
    const wrong = importsOf(file).filter(
      (name) => ![...rooms, "package.json"].some((room) => isIn(name, room)),
    );
    return wrong.map((name) => `${file} imports ${name}`);
  });

  it("go the way that the layers go", () => {
    expect(crossings).toEqual([]);
  });

  it("come from folders that the rule knows", () => {
    const folders = new Set(inFolders.map((file) => file.split("/")[1] ?? ""));
    expect(Array.from(folders).filter((folder) => !(folder in mayImport))).toEqual([]);
  });
});

it("keeps the model free of everything, packages and files alike", () => {
  const model = source.filter((file) => isIn(file, "src/model"));
  expect(linesWith(/\bfrom "(?!\.\/)/, model)).toEqual([]);
});

it("keeps each channel to itself: the contract, the model, and its own files", () => {
  const wrong = channels
    .filter((file) => file !== "channels/index.ts")
    .flatMap((file) =>
      importsOf(file)
        .filter((name) => !["src/channel", "src/model", roomOf(file)].some((room) => isIn(name, room)))
        .map((name) => `${file} imports ${name}`),
    );
  expect(wrong).toEqual([]);
});

it("names no network outside the channels, templates, configuration and tests", () => {
  expect(linesWith(networks, filesBelow("src", /\.(ts|mjs|js|css|html|hbs|json|md|sql|svg)$/))).toEqual([]);
});

it("silences neither the types nor the linter", () => {
  expect(
    linesWith(silenced, [...source, ...channels, ...tests.filter((file) => file !== "test/layers.test.ts")]),
  ).toEqual([]);
});

it("has no file of more than 300 lines", () => {
  const long = [...source, ...channels, ...tests].filter((file) => read(file).split("\n").length > 301);
  expect(long).toEqual([]);
});

/** A channel's own file or folder. */
function roomOf(file: string): string {
  return file.split("/").slice(0, 2).join("/").replace(/\.ts$/, "");
}

function isIn(file: string, room: string): boolean {
  return file === room || file === `${room}.ts` || file.startsWith(`${room}/`);
}
