import type { Context } from "hono";
import type { Env } from "../policy.ts";

/** What a form brought: the last value of each field, trimmed. */
export interface Form {
  get(name: string): string;
  all(name: string): readonly string[];
  /** Bytes of the files of a field; nothing where none was chosen. */
  files(name: string): Promise<readonly Uint8Array[]>;
}

/** What a browser sent that is no form: cut short, or made by no browser. */
export class GarbledForm extends Error {
  override readonly name = "GarbledForm";
}

/** A form that holds more than any of ours, or that comes while too many large ones are read. */
export class LargeForm extends Error {
  override readonly name = "LargeForm";
}

/** Fields of a form, and characters of what it says in words: what is done with them takes more time than reading them. */
const mostFields = 3_000;
const mostWords = 512 * 1024;
/** Of one field; the API takes as many. */
const longestField = 100_000;
/** Bytes of all forms that are read at the same time: each lies in memory whole, some times over. */
const room = 64 * 1024 * 1024;

let taken = 0;

/** Reads a form of this site's pages. Throws GarbledForm and LargeForm. */
export async function readForm(c: Context<Env>): Promise<Form> {
  const size = Number(c.req.header("content-length") ?? 0);
  if (taken > 0 && taken + size > room) throw new LargeForm("Too many large forms are being read.");
  taken += size;
  try {
    return formOf(await parse(c));
  } finally {
    taken -= size;
  }
}

async function parse(c: Context<Env>): Promise<Fields> {
  try {
    if (hasMuch(Buffer.from(await c.req.arrayBuffer()), c.req.header("content-type") ?? ""))
      throw new LargeForm("The form has too many fields.");
    return await c.req.parseBody({ all: true });
  } catch (error) {
    if (error instanceof LargeForm) throw error;
    throw new GarbledForm("The form cannot be read.", { cause: error });
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** Seen before it is taken apart, which takes a second for a million of fields. */
function hasMuch(body: Buffer, type: string): boolean {
  const [, , boundary] = /boundary=("?)([^";]+)\1/iu.exec(type) ?? [];
  if (boundary !== undefined) return hasMore(body, `--${boundary}`, mostFields + 1);
  return body.length > mostWords || hasMore(body, "&", mostFields);
}

function hasMore(body: Buffer, mark: string, most: number): boolean {
  let count = 0;
  for (let at = body.indexOf(mark); at >= 0 && count <= most; at = body.indexOf(mark, at + mark.length))
    count += 1;
  return count > most;
}

/** Browsers send something for a field without a file as well (HTML, “multipart/form-data”). */
const isChosen = (value: unknown): value is File =>
  value instanceof File && (value.name !== "" || value.size > 0);

function formOf(body: Fields): Form {
  const values = (name: string): readonly unknown[] => [body[name] ?? []].flat();
  const texts = (name: string): readonly string[] =>
    values(name).filter((value) => typeof value === "string");
  const words = Object.keys(body).flatMap(texts);
  const isLong = words.some((one) => one.length > longestField);
  if (isLong || words.reduce((sum, one) => sum + one.length, 0) > mostWords)
    throw new LargeForm("The form says too much.");
  const files = async (name: string): Promise<readonly Uint8Array[]> => {
    const chosen = values(name).filter(isChosen);
    return Promise.all(chosen.map(async (file) => new Uint8Array(await file.arrayBuffer())));
  };
  return { all: texts, files, get: (name) => texts(name).at(-1)?.trim() ?? "" };
}
