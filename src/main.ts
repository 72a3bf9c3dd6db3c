#!/usr/bin/env node
// The same program; main.mjs starts it some 50 ms sooner, and says why.
await import("./main.mjs");
