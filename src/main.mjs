#!/usr/bin/env node
// Plain JavaScript: the cache of compiled modules must be on before the first TypeScript, else every start loads a compiler.
// What an older Node lacks is not imported by name: it is told in a sentence which one is needed.
import module from "node:module";
import process from "node:process";

if (Number.parseInt(process.versions.node, 10) < 24) {
  const mend =
    "`npm start` and `npm run -s carillon -- COMMAND` bring theirs along; or put a newer one first in PATH.";
  process.stderr.write(`Carillon needs Node 24 or newer, and this is ${process.versions.node}: ${mend}\n`);
  process.exit(2);
}

// The C library gives back what a large feed took only where this stood in the environment when the process began. So the
// service, which is there for months, begins once more: as the same process, 30 ms later, with 10 to 20 MB less ever after.
const spare = "MALLOC_TRIM_THRESHOLD_";
if (process.argv[2] === "start" && process.platform === "linux" && !process.env[spare]) {
  const args = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  process.execve(process.execPath, args, { ...process.env, [spare]: "131072" });
}

module.enableCompileCache();
const { rememberModules } = await import("./module-map.mjs");
process.on("exit", rememberModules("main"));
const { run } = await import("./cli/program.ts");
process.exitCode = await run(process.argv);
