import { json, type Reply, type Request } from "./bench-server.ts";
import type { Instance, Page } from "./facebook-instance.ts";
import { invalid, problem } from "./facebook-problems.ts";

const types = new Set(["image/jpeg", "image/png", "image/gif", "image/bmp", "image/tiff"]);
const largest = 10_000_000;

/** A form's fields that are texts, and its file. */
export interface Form {
  readonly params: URLSearchParams;
  readonly file: File | null;
}

export async function readForm({ headers, body }: Request): Promise<Form> {
  const type = headers["content-type"] ?? "";
  if (!type.startsWith("multipart/")) return { params: new URLSearchParams(body.toString()), file: null };
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
  const params = new URLSearchParams();
  for (const [name, value] of form) if (typeof value === "string") params.append(name, value);
  const source = form.get("source");
  return { params, file: source instanceof File ? source : null };
}

/** A photo that would be seen at once is a post of its own, which the channel never makes. */
export function createPhoto(instance: Instance, page: Page, { params, file }: Form): Reply {
  if (!file) return problem(324, "(#324) Requires upload file");
  if (!types.has(file.type) || file.size > largest)
    return problem(324, "(#324) Missing or invalid image file", { error_subcode: 1_366_046 });
  if (params.get("published") !== "false") return invalid("Here photos are uploaded unpublished");
  const photo = {
    id: instance.nextId(),
    page,
    alt: params.get("alt_text_custom") ?? "",
    attached: false,
  };
  instance.photos.set(photo.id, photo);
  return json(200, { id: photo.id });
}
