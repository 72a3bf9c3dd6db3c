import { registerHooks } from "node:module";
import { goByFile } from "./clock.ts";
import { watchDatabase } from "./database.ts";

goByFile();
watchDatabase();

const own = (path: string): string => new URL(`../../../src/${path}`, import.meta.url).href;

/** Watched modules in the place of Carillon's own; what a watched one imports stays as it is. */
const watched = new Map([
  [own("ledger/claims.ts"), new URL("./claims.ts", import.meta.url).href],
  [own("ledger/tokens.ts"), new URL("./tokens.ts", import.meta.url).href],
  [own("deliver/sessions.ts"), new URL("./sessions.ts", import.meta.url).href],
]);

registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    const other = watched.get(resolved.url);
    return other === undefined || context.parentURL === other ? resolved : { ...resolved, url: other };
  },
});
