import type { Row, Value } from "../store.ts";
import { fault, type Fault } from "./finding.ts";

/** What holds of every table, also of those that are yet to come: see `store.ts`. */
export function faultsOfColumns(row: Row): readonly Fault[] {
  return Object.entries(row).flatMap(([column, value]) =>
    isTime(column) && value !== null && !isMoment(value)
      ? [fault(`Its ${column} is “${excerpt(value)}”, which is no moment.`)]
      : [],
  );
}

const isTime = (column: string): boolean => /^(at|until)$|_(at|until)$/.test(column);

const isMoment = (value: Value): boolean =>
  typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value) && !Number.isNaN(Date.parse(value));

const excerpt = (value: Value): string => String(value).slice(0, 40);

/** What a column of JSON holds; undefined where it is none. */
export function parsed(value: Value | undefined): unknown {
  try {
    return JSON.parse(String(value ?? "null")) as unknown;
  } catch {
    return undefined;
  }
}

/** Faults of columns that hold JSON or nothing. */
export function faultsOfJson(row: Row, columns: readonly string[]): readonly Fault[] {
  return columns
    .filter((column) => parsed(row[column]) === undefined)
    .map((column) => fault(`Its ${column} is no JSON.`));
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
