import type { z as zod, ZodType } from "zod/v4";
import { type Field, makers, type Read, refiners, unfit } from "./shape-reading.ts";

/**
 * The words of zod that the configuration's schema is written with. The schema is declared once and used twice: what fits
 * is read at once by `readFitting`; only what does not fit, and the editors' schema, need the real one, `realise`, whose
 * sentences tell what is wrong. To load zod and build the schema takes 40 ms, an eighth of the time to the first post.
 * A word that is missing here ends every start at once: add it in shape-reading.ts.
 */
export const z = Object.fromEntries(
  Object.entries(makers).map(([word, make]) => [
    word,
    (...args: unknown[]) => noted({ of: null, word, args }, make(...(args as never[]))),
  ]),
) as unknown as Pick<
  typeof zod,
  "array" | "enum" | "literal" | "object" | "record" | "strictObject" | "string" | "union" | "unknown"
>;

/** What was written: `string()`, or `.min(1)` of that. */
interface Note {
  readonly of: object | null;
  readonly word: string;
  readonly args: readonly unknown[];
}

const notes = new WeakMap<object, Note & Field>();

function noted(note: Note, read: Read): object {
  const refined = Object.entries(refiners).map(([word, refine]) => [
    word,
    (...args: unknown[]) => noted({ of: shape, word, args }, refine({ ...note, read }, ...(args as never[]))),
  ]);
  const shape: object = { read, ...(Object.fromEntries(refined) as object) };
  notes.set(shape, { ...note, read });
  return shape;
}

/** The value with its defaults, its words understood; undefined where it does not fit. */
export function readFitting<T>(shape: ZodType<T>, value: unknown): T | undefined {
  const read = notes.get(shape)?.read(value) ?? unfit;
  return read === unfit ? undefined : (read as T);
}

/** The same schema as zod's own. */
export function realise<T extends ZodType>(shape: T, library: typeof zod): T {
  return real(shape, library) as T;
}

function real(value: unknown, library: typeof zod): unknown {
  if (typeof value !== "object" || value === null) return value;
  const note = notes.get(value);
  if (note !== undefined) return apply(note, library);
  if (Array.isArray(value)) return value.map((one: unknown) => real(one, library));
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, real(one, library)]));
}

function apply({ of, word, args }: Note, library: typeof zod): unknown {
  const target = of === null ? library : (real(of, library) as object);
  const make: unknown = Reflect.get(target, word);
  if (typeof make !== "function") throw new TypeError(`zod has no ${word}`);
  return Reflect.apply(make, target, real(args, library) as unknown[]);
}
