// Runs before `npm start` and `npm test`, on any Node from 20 on, and installs what they lack.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const node = join(root, "node_modules/.bin", process.platform === "win32" ? "node.cmd" : "node");

const running = {
  folder: root,
  what: "what Carillon needs to run (about 245 MB, with its own Node)",
  omit: ["dev"],
};
const developing = { folder: root, what: "Carillon and the tools that check it (about 330 MB)", omit: [] };
const testing = {
  folder: join(root, "test"),
  what: "the servers that the tests talk to (about 390 MB)",
  omit: [],
};

/** The packages of a lock file by their path; none where there is no such file. */
function readLock(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : {};
}

function isComplete({ folder, omit }) {
  const installed = readLock(join(folder, "node_modules/.package-lock.json"));
  return Object.entries(readLock(join(folder, "package-lock.json"))).every(
    ([path, { version, dev, optional, devOptional }]) => {
      if (path === "" || (dev && omit.includes("dev"))) return true;
      const there = installed[path];
      return there ? there.version === version : Boolean(optional || devOptional);
    },
  );
}

function install({ folder, what, omit }) {
  console.log(`Installing ${what}, once …`);
  const start = Date.now();
  const options = omit.map((kind) => `--omit=${kind}`);
  const npm = process.env.npm_execpath ? [ownNode(folder), process.env.npm_execpath] : ["npm"];
  const [command, ...rest] = [
    ...npm,
    "ci",
    "--prefix",
    folder,
    "--loglevel=error",
    "--no-audit",
    "--no-fund",
    ...options,
  ];
  const { status, error, stderr } = spawnSync(command, rest, {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (status !== 0) give(explain(error ? error.message : stderr));
  console.log(`Installed in ${Math.round((Date.now() - start) / 1000)} s.`);
}

/** What is compiled for the tests must be compiled for the Node that they run on. */
function ownNode(folder) {
  return folder !== root && existsSync(node) ? node : process.execPath;
}

function explain(said) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|EHOSTUNREACH/.test(said)) {
    return "npm cannot reach its registry: check the network, or npm's proxy and registry settings, and try again.";
  }
  if (/ENOSPC/.test(said)) return "The disk is full: make room and try again.";
  if (/EACCES|EPERM|EROFS/.test(said))
    return `This user may not write to ${root}: change its owner, or unpack Carillon elsewhere.`;
  const reason = said
    .split("\n")
    .map((line) => line.replace(/^npm (error|ERR!) ?(code )?/, "").trim())
    .find(Boolean);
  return `npm could not install the packages (${reason}): run “npm ci” to see all that it says.`;
}

function give(sentence) {
  console.error(sentence);
  process.exit(1);
}

function checkNode() {
  if (Number(process.versions.node.split(".")[0]) >= 24 || existsSync(node)) return;
  give(
    `Carillon runs on Node 24, and this is ${process.version}: allow npm to run install scripts (they bring it along), or install it.`,
  );
}

const parts = process.argv[2] === "test" ? [developing, testing] : [running];
for (const part of parts) if (!isComplete(part)) install(part);
checkNode();
