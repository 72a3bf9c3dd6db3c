#!/usr/bin/env node
import { run } from "./cli/program.ts";

/** The same as main.mjs, which starts some 50 ms sooner and says why. */
process.exitCode = await run(process.argv);
