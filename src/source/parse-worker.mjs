// Plain JavaScript, as the program's own first file: a thread too loads a compiler to begin with TypeScript.
import { rememberModules } from "../module-map.mjs";

const keep = rememberModules("parser");
await import("./parse-worker.ts");
keep();
