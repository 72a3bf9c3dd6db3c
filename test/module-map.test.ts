import { spawnSync } from "node:child_process";
import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

const ours = new URL("../src/module-map.mjs", import.meta.url);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "carillon-modules-"));
  cpSync(ours, join(folder, "src/module-map.mjs"), { recursive: true });
  write("src/main.mjs", main);
  write("node_modules/bell/package.json", `{ "main": "small.js" }`);
  write("node_modules/bell/small.js", `module.exports = "ding " + require("./tower.json").name;`);
  write("node_modules/bell/large.js", `module.exports = "dong";`);
  write("node_modules/bell/tower.json", `{ "name": "west" }`);
  write("node_modules/.package-lock.json", "{}");
});
afterEach(() => rmSync(folder, { recursive: true }));

const main = `
  import { enableCompileCache } from "node:module";
  import { rememberModules } from "./module-map.mjs";
  enableCompileCache();
  process.on("exit", rememberModules("main"));
  process.stdout.write((await import("bell")).default);
`;

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

/** What the program says. */
function run(env: Readonly<Record<string, string>> = {}): string {
  const { stdout, stderr } = spawnSync(process.execPath, [join(folder, "src/main.mjs")], {
    encoding: "utf8",
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, "cache"), ...env },
  });
  return stdout + stderr;
}

const kept = (): readonly string[] => globSync(join(folder, "cache/*/carillon-*.json"));

/** As npm does when it has installed something. */
const install = (): void => utimesSync(join(folder, "node_modules/.package-lock.json"), 1, 1);

it("finds a module where it was the last time, until something is installed", () => {
  expect(run()).toBe("ding west");
  write("node_modules/bell/package.json", `{ "main": "large.js" }`);
  expect(run()).toBe("ding west");
  install();
  expect(run()).toBe("dong");
  expect(run()).toBe("dong");
});

it("looks anew where what it remembered is damaged", () => {
  run();
  expect(kept()).toHaveLength(1);
  for (const file of kept()) writeFileSync(file, `{"installed":`);
  expect(run()).toBe("ding west");
});

it("remembers nothing where npm did not install, or compiled modules are not kept", () => {
  expect(run({ NODE_DISABLE_COMPILE_CACHE: "1" })).toBe("ding west");
  rmSync(join(folder, "node_modules/.package-lock.json"));
  expect(run()).toBe("ding west");
  expect(kept()).toEqual([]);
});
