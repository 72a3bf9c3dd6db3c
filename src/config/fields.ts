import type { RefinementCtx, ZodType } from "zod/v4";
import { worded } from "../model/worded.ts";
import { z } from "./shape.ts";

const variable = "\\$\\{.+\\}";

/** Text that says something. `description` completes the sentence “Give …”. */
export function text(description: string) {
  return z.string().min(1).meta({ description });
}

/** A web address, kept without its last slash. */
export function address(description: string) {
  return z
    .string()
    .transform((written, context) => {
      if (isWebAddress(written)) return written.replace(/\/+$/, "");
      return refuse(context, worded`This is not a web address.`);
    })
    .meta({ description });
}

function isWebAddress(written: string): boolean {
  return /^https?:\/\//i.test(written) && URL.canParse(written);
}

/** A whole number between two, both included; from a variable it comes as text. */
export function whole(least: number, description: string, most = 1_000_000) {
  return z
    .unknown()
    .transform((value, context) => {
      const number = typeof value === "number" ? value : Number.parseInt(String(value), 10);
      if (String(number) === String(value) && number >= least && number <= most) return number;
      return refuse(context, worded`This is not a whole number from ${least} to ${most}.`);
    })
    .meta({
      type: ["integer", "string"],
      minimum: least,
      maximum: most,
      pattern: `^(\\d+|${variable})$`,
      description,
    });
}

/** True or false; from a variable it comes as text. */
export function flag(description: string) {
  return z
    .unknown()
    .transform((value, context) => {
      const word = String(value);
      if (word === "true" || word === "false") return word === "true";
      return refuse(context, worded`This is neither true nor false.`);
    })
    .meta({ type: ["boolean", "string"], pattern: `^(true|false|${variable})$`, description });
}

/** The message of a text that `worded` does not understand; it may be quoted. */
export const unreadable = worded`This does not exist or cannot be read.`;

/** Text in a small language of its own; `read` gives undefined for what it does not understand. */
export function spelled<T>(read: (written: string) => T | undefined, description: string) {
  return z
    .string()
    .transform((written, context) => {
      const value = read(written);
      return value === undefined ? refuse(context, unreadable) : value;
    })
    .meta({ description });
}

function refuse(context: RefinementCtx, message: string): never {
  context.addIssue({ code: "custom", message });
  // What stands for it is never looked at once there is an issue.
  return undefined as never;
}

/** A name that people type, that stands in addresses, and that a template's file may begin with. */
export function name(description: string) {
  return z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/)
    .meta({ description });
}

/** Things of one kind by name. */
export function names<T extends ZodType>(thing: T, description: string) {
  return z
    .record(name("a name of letters, digits, - and _ that begins with a letter"), thing)
    .meta({ description });
}
