/** Stands for what does not fit. */
export const unfit = Symbol("unfit");

/** The value as the schema's output; `unfit` where zod would refuse it. */
export type Read = (value: unknown) => unknown;

export interface Field {
  readonly read: Read;
  /** What its word was given. */
  readonly args: readonly unknown[];
}

type Fields = Readonly<Record<string, Field>>;
type Group = Readonly<Record<string, unknown>>;

/** How what each of zod's words makes is read. */
export const makers: Readonly<Record<string, (...args: never[]) => Read>> = {
  string: () => (value) => (typeof value === "string" ? value : unfit),
  unknown: () => (value) => value,
  literal: (only: unknown) => (value) => (value === only ? value : unfit),
  enum: (words: readonly unknown[]) => (value) => (words.includes(value) ? value : unfit),
  union: (ways: readonly Field[]) => (value) => {
    const fitting = ways.map(({ read }) => read(value)).filter((read) => read !== unfit);
    return fitting.length > 0 ? fitting[0] : unfit;
  },
  array:
    ({ read }: Field) =>
    (value) =>
      Array.isArray(value) ? all(value.map(read)) : unfit,
  record: (name: Field, thing: Field) => readRecord(name, thing),
  strictObject: (fields: Fields) => readFields(fields, () => unfit),
  object: (fields: Fields) => readFields(fields, () => undefined),
};

/** How a shape is read that zod's word refines. */
export const refiners: Readonly<Record<string, (field: Field, ...args: never[]) => Read>> = {
  meta: ({ read }) => read,
  optional:
    ({ read }) =>
    (value) =>
      value === undefined ? value : read(value),
  nullable:
    ({ read }) =>
    (value) =>
      value === null ? value : read(value),
  default:
    ({ read }, otherwise: unknown) =>
    (value) =>
      value === undefined ? structuredClone(otherwise) : read(value),
  prefault:
    ({ read }, otherwise: unknown) =>
    (value) =>
      read(value === undefined ? otherwise : value),
  min: (field, least: number) => test(field, (value) => (value as string | unknown[]).length >= least),
  regex: (field, pattern: RegExp) => test(field, (value) => pattern.test(value as string)),
  transform: readTransformed,
  catchall: ({ args: [fields] }, { read }: Field) => readFields(fields as Fields, read),
};

const test =
  ({ read }: Field, fits: (value: unknown) => boolean): Read =>
  (value) => {
    const found = read(value);
    return found !== unfit && fits(found) ? found : unfit;
  };

type Change = (value: unknown, context: { addIssue(): void }) => unknown;

function readTransformed({ read }: Field, change: Change): Read {
  return (value) => {
    const before = read(value);
    if (before === unfit) return unfit;
    let fits = true;
    const after = change(before, { addIssue: () => void (fits = false) });
    return fits ? after : unfit;
  };
}

/** `others`: how what the fields do not name is read. */
function readFields(fields: Fields, others: Read): Read {
  return (value) => {
    if (!isGroup(value)) return unfit;
    const named = Object.entries(fields).map(([key, { read }]) => [key, read(value[key])] as const);
    const rest = Object.entries(value).filter(([key]) => !Object.hasOwn(fields, key));
    const read = [...named, ...rest.map(([key, one]) => [key, others(one)] as const)];
    const there = read.filter(([key, one]) => one !== undefined || Object.hasOwn(value, key));
    return all(read.map(([, one]) => one)) === unfit ? unfit : Object.fromEntries(there);
  };
}

function readRecord(name: Field, thing: Field): Read {
  return (value) => {
    if (!isGroup(value)) return unfit;
    const read = Object.entries(value).map(([key, one]) => [name.read(key), thing.read(one)] as const);
    return all(read.flat()) === unfit ? unfit : Object.fromEntries(read as [string, unknown][]);
  };
}

const all = (values: readonly unknown[]): unknown => (values.includes(unfit) ? unfit : values);

const isGroup = (value: unknown): value is Group =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
