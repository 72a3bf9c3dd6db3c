import { setTimeout as wait } from "node:timers/promises";
import { ChannelError } from "../../src/channel/failure.ts";
import { AnswerError, ask } from "../../src/channel/http.ts";
import { worded } from "../../src/model/worded.ts";
import { type Client, explain, orMissing, read, request } from "./client.ts";
import { isObject, parse, textAt } from "./json.ts";
import { limits } from "./limits.ts";
import type { Upload } from "./memo.ts";
import { encode } from "./urn.ts";

/** Seconds between looks at an image that LinkedIn is still processing. */
const pauses = [0.1, 0.2, 0.5, 1, 1, 2, 2, 2, 5, 5, 10];

/** The bytes of an image that LinkedIn takes; refused where they are none. */
export async function loadImage({ io }: Client, url: string): Promise<Uint8Array> {
  const { bytes } = await io.load(url, limits.mediaBytes);
  if (isPicture(bytes)) return bytes;
  throw refused(worded`LinkedIn takes PNG, JPEG and GIF, and ${url} is none of them.`);
}

/** Nobody sees it before a post carries it. */
export async function upload(client: Client, owner: string, url: string, bytes: Uint8Array): Promise<Upload> {
  const { target, urn } = await start(client, owner);
  await put(client, target, bytes);
  await waitFor(client, urn, url);
  return { url, urn };
}

/** An image that was uploaded before, where LinkedIn still has it. */
export async function findUpload(
  client: Client,
  url: string,
  earlier: readonly Upload[],
): Promise<Upload | undefined> {
  const known = earlier.find((one) => one.url === url);
  return known && (await isThere(client, known.urn)) ? known : undefined;
}

/** @see https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/images-api */
async function start(client: Client, owner: string): Promise<{ target: string; urn: string }> {
  const body = { initializeUploadRequest: { owner } };
  const path = "/rest/images?action=initializeUpload";
  const answer = await request(client, { method: "POST", path, visible: false, body });
  const value = parse(answer.text)?.["value"];
  const target = isObject(value) ? textAt(value, "uploadUrl") : "";
  const urn = isObject(value) ? textAt(value, "image") : "";
  if (URL.canParse(target) && urn !== "") return { target, urn };
  throw new AnswerError(worded`LinkedIn does not say where to upload an image.`, {
    status: answer.status,
    visible: false,
  });
}

async function put(client: Client, target: string, bytes: Uint8Array): Promise<void> {
  const headers = {
    "content-type": "application/octet-stream",
    ...(isOwn(client, target) && { authorization: `Bearer ${client.token}` }),
  };
  const body = new Uint8Array(bytes);
  const answer = await ask(client.io, target, { method: "PUT", headers, body, visible: false });
  if (answer.status < 200 || answer.status >= 300) throw explain(client, answer, false);
}

/** The token is told to nobody but LinkedIn. */
function isOwn({ server }: Client, target: string): boolean {
  const { origin, protocol, hostname } = new URL(target);
  return origin === new URL(server).origin || (protocol === "https:" && hostname.endsWith(".linkedin.com"));
}

async function waitFor(client: Client, urn: string, url: string): Promise<void> {
  for (const seconds of pauses) {
    const status = await fetchStatus(client, urn);
    if (status === "AVAILABLE" || status === undefined) return;
    if (status === "PROCESSING_FAILED") throw refused(worded`LinkedIn cannot read the image ${url}.`);
    await wait(seconds * 1000);
  }
  throw new ChannelError({ kind: "down", reason: worded`LinkedIn is still processing ${url}.` });
}

/** Undefined where the token may not look: some that may upload may not. */
async function fetchStatus(client: Client, urn: string): Promise<string | undefined> {
  try {
    return textAt(await read(client, `/rest/images/${encode(urn)}`), "status");
  } catch (error) {
    if (error instanceof AnswerError && error.status === 403) return undefined;
    throw error;
  }
}

async function isThere(client: Client, urn: string): Promise<boolean> {
  const status = await orMissing(fetchStatus(client, urn).then((one) => one ?? "AVAILABLE"));
  return status === "AVAILABLE";
}

/** By the first bytes: what servers state is often wrong. */
function isPicture(bytes: Uint8Array): boolean {
  const first = Buffer.from(bytes.subarray(0, 4)).toString("latin1");
  return first === "\x89PNG" || first === "GIF8" || first.startsWith("\xff\xd8\xff");
}

function refused(reason: string): ChannelError {
  return new ChannelError({ kind: "refused", reason });
}
