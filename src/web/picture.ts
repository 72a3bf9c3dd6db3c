import type { Context } from "hono";
import type { PictureFile } from "../model/picture-file.ts";
import type { Env } from "./policy.ts";

/** The same bytes for ever under one name: never a page, whatever they say. `everyones`: other sites may show it as well. */
export function sendPicture(
  c: Context<Env>,
  { type, bytes }: PictureFile,
  name: string,
  whose: "ours" | "everyones",
): Response {
  c.set("picture", whose);
  return c.body(new Uint8Array(bytes), 200, {
    "Content-Type": type,
    "Content-Disposition": `inline; filename="${name}"`,
    "Cache-Control": `${whose === "ours" ? "private" : "public"}, max-age=31536000, immutable`,
    ETag: `"${name}"`,
  });
}
