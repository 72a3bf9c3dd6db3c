/** What was given of it: types here tell “not there” from “undefined”. */
type Present<T> = { readonly [K in keyof T]: Exclude<T[K], undefined> };

export const present = <T extends object>(asked: T): Present<T> =>
  Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as Present<T>;
