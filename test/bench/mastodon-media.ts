import { json, type Reply, type Request } from "./bench-server.ts";
import { type Account, renderMedia } from "./mastodon-entities.ts";
import { imageBytes, imageTypes } from "./mastodon-instance.ts";
import type { Instance } from "./mastodon.ts";

export async function createMedia(instance: Instance, account: Account, request: Request): Promise<Reply> {
  const headers = { "content-type": request.headers["content-type"] ?? "" };
  const form = await new Response(new Uint8Array(request.body), { headers }).formData();
  const file = form.get("file");
  const text = form.get("description");
  const description = typeof text === "string" ? text : "";
  const problem = check(file, description, instance.options.descriptionLimit);
  if (problem !== null) return json(422, { error: `Validation failed: ${problem}` });
  const pending = instance.options.processing;
  const bytes = new Uint8Array(await (file as File).arrayBuffer());
  const media = { id: instance.nextId(), account, description, pending, attached: false, bytes };
  instance.media.set(media.id, media);
  return json(pending > 0 ? 202 : 200, renderMedia(media, instance.url));
}

function check(file: unknown, description: string, limit: number): string | null {
  if (!(file instanceof File)) return "File can't be blank";
  if (!imageTypes.includes(file.type)) return "File content type is invalid, File is invalid";
  if (file.size > imageBytes) return "File file size must be less than 16 MB";
  if (description.length > limit) return `Description is too long (maximum is ${limit} characters)`;
  return null;
}

/** 206 while it is processed; a file that a status carries is not there any more. */
export function showMedia(instance: Instance, account: Account, _: Request, id: string): Reply {
  const media = instance.media.get(id);
  if (!media || media.account !== account || media.attached) return json(404, { error: "Record not found" });
  media.pending -= 1;
  return json(media.pending > 0 ? 206 : 200, renderMedia(media, instance.url));
}
