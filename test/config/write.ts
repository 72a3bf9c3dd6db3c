import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Channel } from "../../src/channel/channel.ts";
import { loadConfig } from "../../src/config/load.ts";
import { someFolder } from "../fixtures/shop.ts";

let folder: string | undefined;

/** The folder of this test. */
function findFolder(): string {
  if (folder === undefined) onTestFinished(() => void (folder = undefined));
  return (folder ??= someFolder());
}

/** A file of that text in a folder that goes away after the test. */
export function write(text: string, name = "carillon.yaml"): string {
  const file = join(findFolder(), name);
  writeFileSync(file, text);
  return file;
}

/** A channel that has a setting of every type. */
export const bell: Channel = {
  contract: 1,
  id: "bell",
  label: "Bell",
  settings: {
    server: { type: "url", label: "server", default: "https://bell.example" },
    token: { type: "text", label: "access token", required: true, secret: true, help: "Under Settings." },
    kind: { type: "text", label: "kind", choices: ["link", "text"] },
    weight: { type: "number", label: "weight" },
    loud: { type: "flag", label: "loud" },
  },
  limits: { text: [], title: null, media: 0, mediaBytes: 0, alt: 0, tags: 0, linkInText: true },
  card: "none",
  abilities: { thread: false, edit: false, remove: false, metrics: false, language: false, altText: false },
  repeat: {},
  open: () => Promise.reject(new Error("nobody rings")),
  classify: () => ({ kind: "down", reason: "nobody rings" }),
};

/** Loads that text as a configuration, in a world where `bell` is the only channel. */
export function load(text: string, env: Readonly<Record<string, string>> = {}) {
  const find = (name: string): Promise<Channel | undefined> =>
    Promise.resolve(name === "bell" ? bell : undefined);
  return loadConfig(write(text), env, find, ["bell"]);
}

/** The problems of that text, a line each. */
export async function problemsOf(
  text: string,
  env: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  const { problems } = await load(text, env);
  return problems.map(({ path, line, problem, mend }) => `${line}: ${path}: ${problem} ${mend}`);
}
