import { lazy } from "../model/lazy.ts";

/** A part of the ledger: nothing but questions and changes. */
type Part<P> = { readonly [Name in keyof P]: (...asked: never[]) => Promise<unknown> };

/** A part whose module is loaded when it is first asked for anything. */
export function later<P extends Part<P>>(load: () => Promise<P>): P {
  const part = lazy(load);
  const ask =
    (name: PropertyKey) =>
    async (...asked: unknown[]) => {
      const act: unknown = Reflect.get(await part(), name);
      return typeof act === "function" ? (act(...asked) as unknown) : undefined;
    };
  return new Proxy({} as P, { get: (_, name) => ask(name) });
}
