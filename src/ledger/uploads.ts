import type { Size } from "../model/page.ts";
import type { PictureFile } from "../model/picture-file.ts";
import type { Upload } from "../model/upload.ts";
import { writeDecision, type Decision } from "./audit.ts";
import { text } from "./rows.ts";
import type { Row, Store } from "./store.ts";

/** Pictures that people brought from their devices. */
export interface Uploads {
  /** Keeps it, and who brought it; the same bytes are kept once, under the secret that they had first. */
  keep(upload: Upload, bytes: Uint8Array, decision: Decision): Promise<Upload>;
  /** Those of these that are there, by file. Somebody wants them, so they stay for most of a day at least. */
  want(files: readonly string[], now: Date): Promise<ReadonlyMap<string, Upload>>;
  /** By its name alone: for those who may see it. */
  file(file: string): Promise<PictureFile | undefined>;
  /** In pixels, of those of these files that are there. */
  sizes(files: readonly string[]): Promise<ReadonlyMap<string, Size>>;
  /** By its name and its secret: for what a post says. */
  load(file: string, secret: string): Promise<PictureFile | undefined>;
  /** Whether a post that is live, or is just going out, shows it. */
  isOut(file: string): Promise<boolean>;
  /** Whether a post about this entry shows it. */
  isOf(file: string, entry: string): Promise<boolean>;
}

/** As the index has it, letter by letter. */
const carrying = "post LIKE '%carillon-upload:%'";
const columns = "file, secret, type, bytes, width, height";

export function uploadsOf(store: Store): Uploads {
  const find = async (where: string, ...values: readonly string[]): Promise<PictureFile | undefined> => {
    const [row] = await store.read(`SELECT type, content FROM upload WHERE ${where}`, ...values);
    return row && { type: text(row, "type"), bytes: Buffer.from(text(row, "content"), "base64") };
  };
  /** By its secret as well: a feed that names the file alone names nothing. */
  const isShown = async (file: string, where: string, ...values: readonly string[]): Promise<boolean> => {
    const named = "(SELECT '%carillon-upload:' || secret || '/' || file || '%' FROM upload WHERE file = ?)";
    const sql = `SELECT 1 FROM delivery WHERE ${carrying} AND ${where} AND post LIKE ${named} LIMIT 1`;
    return (await store.read(sql, ...values, file)).length > 0;
  };
  return {
    keep: (upload, bytes, decision) => keep(store, upload, bytes, decision),
    want: (files, now) => want(store, files, now),
    file: (file) => find("file = ?", file),
    sizes: (files) => sizes(store, files),
    load: (file, secret) => find("file = ? AND secret = ?", file, secret),
    isOut: (file) => isShown(file, "(state = 'sent' OR (state = 'sending' AND memo IS NOT NULL))"),
    isOf: (file, entry) => isShown(file, "entry = ?", entry),
  };
}

const keep = (store: Store, upload: Upload, bytes: Uint8Array, decision: Decision): Promise<Upload> =>
  store.commit(async (tx) => {
    const { file, secret, type, size, width, height } = upload;
    const { who, at } = decision;
    await tx.run(
      `INSERT INTO upload (${columns}, added_by, added_at, wanted_at, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (file) DO UPDATE SET wanted_at = excluded.wanted_at`,
      file,
      secret,
      type,
      size,
      width,
      height,
      who,
      at,
      at,
      Buffer.from(bytes).toString("base64"),
    );
    await writeDecision(tx, decision);
    const [row] = await tx.all("SELECT secret FROM upload WHERE file = ?", file);
    return { ...upload, secret: row ? text(row, "secret") : secret };
  });

/** Whoever writes asks at every word: that somebody wants them is written down once an hour. */
async function want(store: Store, files: readonly string[], now: Date): Promise<ReadonlyMap<string, Upload>> {
  if (files.length === 0) return new Map();
  const marks = files.map(() => "?").join(", ");
  const sql = `SELECT ${columns}, wanted_at FROM upload WHERE file IN (${marks})`;
  const rows = await store.read(sql, ...files);
  const lately = new Date(now.getTime() - 3_600_000).toISOString();
  if (rows.some((row) => text(row, "wanted_at") < lately))
    await store.commit((tx) =>
      tx.run(`UPDATE upload SET wanted_at = ? WHERE file IN (${marks})`, now.toISOString(), ...files),
    );
  return new Map(rows.map((row) => [text(row, "file"), uploadOf(row)]));
}

async function sizes(store: Store, files: readonly string[]): Promise<ReadonlyMap<string, Size>> {
  if (files.length === 0) return new Map();
  const marks = files.map(() => "?").join(", ");
  const rows = await store.read(`SELECT file, width, height FROM upload WHERE file IN (${marks})`, ...files);
  return new Map(
    rows.map((row) => [text(row, "file"), { width: Number(row.width), height: Number(row.height) }]),
  );
}

const uploadOf = (row: Row): Upload => ({
  file: text(row, "file"),
  secret: text(row, "secret"),
  type: text(row, "type"),
  size: Number(row.bytes),
  width: Number(row.width),
  height: Number(row.height),
});

/**
 * Forgets pictures that no post carries, and that nobody wanted since `before`. `ended`: what was cancelled or taken back before that
 * carries nothing any more; null: it does for ever. Both ISO 8601, UTC. How many are gone.
 */
export async function forgetUploads(store: Store, before: string, ended: string | null): Promise<number> {
  const old = "SELECT file FROM upload WHERE wanted_at < ?";
  if ((await store.read(`${old} LIMIT 1`, before)).length === 0) return 0;
  return store.commit(async (tx) => {
    const rows = [...(await tx.all(carriers, ended ?? "")), ...(await tx.all(corrections))];
    const carried = new Set(
      rows.flatMap((row) => text(row, "post").match(/[\w-]{43}\.(?:png|jpg|gif|webp)/g)),
    );
    const gone = (await tx.all(old, before)).map((row) => text(row, "file"));
    const idle = gone.filter((file) => !carried.has(file));
    for (const file of idle) await tx.run("DELETE FROM upload WHERE file = ?", file);
    return idle.length;
  });
}

const carriers = `SELECT post FROM delivery WHERE ${carrying}
  AND NOT (state IN ('cancelled', 'retracted') AND changed_at < ?)`;
const corrections = "SELECT posts AS post FROM correction WHERE posts LIKE '%carillon-upload:%'";
