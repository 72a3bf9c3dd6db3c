import { json, type Reply, type Request } from "./bench-server.ts";
import {
  badInput,
  type Bearer,
  denied,
  type Image,
  type Instance,
  may,
  missing,
} from "./linkedin-instance.ts";

/** @see https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/images-api `initializeUpload` */
export function startUpload(instance: Instance, bearer: Bearer, { body, query }: Request): Reply {
  if (query.get("action") !== "initializeUpload") return badInput(400, "INVALID_VALUE", "no such action");
  const { initializeUploadRequest: wanted } = JSON.parse(body.toString()) as {
    initializeUploadRequest?: { owner?: string };
  };
  const owner = wanted?.owner ?? "";
  if (!may(instance, bearer, owner, "w")) return denied("images.ACTION-initializeUpload");
  const number = instance.nextId();
  const id = `urn:li:image:${number}`;
  instance.images.set(id, { id, owner, status: "WAITING_UPLOAD", pending: instance.options.processing });
  const uploadUrl = `${instance.url}/dms-uploads/${number}`;
  const uploadUrlExpiresAt = instance.options.now().getTime() + 86_400_000;
  return json(200, { value: { uploadUrlExpiresAt, uploadUrl, image: id } });
}

/** JPEG, PNG and GIF; of another the processing fails. */
export function takeBytes({ images }: Instance, _: Bearer, { body }: Request, number: string): Reply {
  const image = images.get(`urn:li:image:${number}`);
  if (!image || image.status !== "WAITING_UPLOAD") return { status: 404 };
  const start = body.subarray(0, 4).toString("latin1");
  const known = start === "\x89PNG" || start === "GIF8" || start.startsWith("\xff\xd8");
  image.status = known && body.length > 100 ? "PROCESSING" : "PROCESSING_FAILED";
  return { status: 201 };
}

export function showImage({ images }: Instance, _: Bearer, __: Request, id: string): Reply {
  const image = images.get(id);
  if (!image) return missing;
  const reply = json(200, { id, owner: image.owner, status: image.status });
  proceed(image);
  return reply;
}

function proceed(image: Image): void {
  if (image.status === "PROCESSING" && --image.pending <= 0) image.status = "AVAILABLE";
}
