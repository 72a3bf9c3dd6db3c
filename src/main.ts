#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import process from "node:process";

enableCompileCache();
const { run } = await import("./cli/program.ts");
process.exitCode = await run(process.argv);
