import { readFileSync, statSync, writeFileSync } from "node:fs";
import { getCompileCacheDir, registerHooks } from "node:module";
import { join } from "node:path";

/**
 * Plain JavaScript, because it comes before the first TypeScript. Node asks the disk for several hundred modules where they
 * are, each time anew, which is a sixth of what `carillon once` takes up to its first post: this remembers the answers
 * beside the compiled modules, until npm installs something else. Of this project's own folder only.
 */
const root = new URL("../", import.meta.url);

/**
 * From now on this thread's modules are found where they were the last time. Returns what writes down those that were
 * new. `name`: the thread's, which has a file of its own.
 */
export function rememberModules(name) {
  const folder = getCompileCacheDir();
  const installed = stampOf(new URL("node_modules/.package-lock.json", root));
  if (folder === undefined || installed === undefined) return () => undefined;
  const file = join(folder, `carillon-${name}.json`);
  const places = read(file, installed);
  const before = places.size;
  registerHooks({ resolve: (...asked) => find(places, ...asked) });
  return () => {
    if (places.size > before) write(file, { installed, places: Object.fromEntries(places) });
  };
}

function find(places, specifier, context, next) {
  if (specifier.startsWith("node:")) return next(specifier, context);
  // A package may give another file to `require` than to `import`.
  const key = [specifier, context.parentURL, ...context.conditions].join(" ");
  const known = places.get(key);
  if (known !== undefined) return { ...known, shortCircuit: true };
  const { url, format, ...rest } = next(specifier, context);
  if (url.startsWith(root.href)) places.set(key, { url, format });
  return { url, format, ...rest };
}

/** npm writes this file at the end of each installation; undefined where something else installs. */
function stampOf(lock) {
  const { mtimeMs, size } = statSync(lock, { throwIfNoEntry: false }) ?? {};
  return size === undefined ? undefined : `${mtimeMs} ${size}`;
}

function read(file, installed) {
  try {
    const kept = JSON.parse(readFileSync(file, "utf8"));
    return new Map(kept.installed === installed ? Object.entries(kept.places) : []);
  } catch {
    return new Map();
  }
}

/** Where it cannot be written, the next start takes a little longer. */
function write(file, kept) {
  try {
    writeFileSync(file, JSON.stringify(kept));
  } catch {}
}
