import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");
const copy = mkdtempSync(join(tmpdir(), "carillon-install-"));
afterAll(() => rmSync(copy, { recursive: true }));

/** What the installer of that folder says; npm finds nobody at its registry's address. */
function install(folder: string, what: "start" | "test") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, "src/install.mjs"), what], {
    encoding: "utf8",
    env: { ...process.env, npm_config_registry: "http://127.0.0.1:1", npm_config_fetch_retries: "0" },
  });
  return { status, stdout, stderr };
}

function writeJson(file: string, value: object): void {
  writeFileSync(join(copy, file), JSON.stringify(value));
}

mkdirSync(join(copy, "src"));
cpSync(join(root, "src/install.mjs"), join(copy, "src/install.mjs"));
writeJson("package.json", { name: "copy", version: "1.0.0", dependencies: { yaml: "2.9.1" } });

/** A lock file that wants these packages. */
function writeLock(packages: Readonly<Record<string, object>>): void {
  const own = { name: "copy", version: "1.0.0", dependencies: { yaml: "2.9.1" } };
  writeJson("package-lock.json", { name: "copy", lockfileVersion: 3, packages: { "": own, ...packages } });
}

it("says nothing and changes nothing where all is in place", () => {
  expect(install(root, "test")).toEqual({ status: 0, stdout: "", stderr: "" });
});

it("says one sentence where npm cannot reach its registry", () => {
  writeLock({ "node_modules/yaml": { version: "2.9.1" } });
  const { status, stdout, stderr } = install(copy, "start");
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr:
      "npm cannot reach its registry: check the network, or npm's proxy and registry settings, and try again.\n",
  });
  expect(stdout).toMatch(/^Installing what Carillon needs to run .*\n$/);
});

it("is content with what running needs, whatever the tests would need besides", () => {
  writeLock({
    "node_modules/yaml": { version: "2.9.1" },
    "node_modules/tool": { version: "1.0.0", dev: true },
    "node_modules/elsewhere": { version: "1.0.0", optional: true },
  });
  mkdirSync(join(copy, "node_modules"), { recursive: true });
  writeJson("node_modules/.package-lock.json", { packages: { "node_modules/yaml": { version: "2.9.1" } } });
  expect(install(copy, "start")).toEqual({ status: 0, stdout: "", stderr: "" });
});

it("installs anew what came in another version", () => {
  writeLock({ "node_modules/yaml": { version: "2.9.0" } });
  expect(install(copy, "start").stdout).toMatch(/^Installing/);
});

it("a Node that is too old is told in a sentence, with what brings a newer one", () => {
  const old = `data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.1.0"}})`;
  const main = join(root, "src/main.mjs");
  const { status, stderr } = spawnSync(process.execPath, ["--import", old, main, "status"], {
    encoding: "utf8",
  });
  expect(stderr).toMatch(/^Carillon needs Node 24 or newer, and this is 20\.1\.0: .*npm start.*\n$/);
  expect(status).toBe(2);
});
