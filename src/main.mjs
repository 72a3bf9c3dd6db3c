#!/usr/bin/env node
// Plain JavaScript: the cache of compiled modules must be on before the first TypeScript, else every start loads a compiler.
import { enableCompileCache } from "node:module";
import process from "node:process";
import { rememberModules } from "./module-map.mjs";

enableCompileCache();
process.on("exit", rememberModules("main"));
const { run } = await import("./cli/program.ts");
process.exitCode = await run(process.argv);
