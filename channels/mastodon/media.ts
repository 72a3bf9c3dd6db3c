import { setTimeout as wait } from "node:timers/promises";
import type { Io } from "../../src/channel/channel.ts";
import { ChannelError } from "../../src/channel/failure.ts";
import { AnswerError } from "../../src/channel/http.ts";
import type { Media } from "../../src/model/post.ts";
import { worded } from "../../src/model/worded.ts";
import type { Client } from "./client.ts";

/** A file that the server has, of this post. */
export interface Attachment extends Media {
  readonly id: string;
}

/** What the server takes. */
export interface Gate {
  readonly bytes: number;
  /** MIME types; empty: it does not say. */
  readonly types: readonly string[];
}

/** Seconds between looks at a file that the server is still processing. */
const pauses = [0.1, 0.2, 0.5, 1, 1, 2, 2, 2, 5, 5, 10, 10, 20];

/** Uploads the media that are not there already, in order. */
export async function attach(
  client: Client,
  io: Io,
  gate: Gate,
  media: readonly Media[],
  earlier: readonly Attachment[],
): Promise<Attachment[]> {
  const attached: Attachment[] = [];
  for (const one of media) {
    const known = earlier.find(({ url, alt }) => url === one.url && alt === one.alt);
    const id = (known && (await keep(client, known))) ?? (await upload(client, io, gate, one));
    attached.push({ url: one.url, alt: one.alt, id });
  }
  return attached;
}

/** The id of a file that is still there: servers drop after a day what no status carries. */
async function keep(client: Client, { id, url }: Attachment): Promise<string | undefined> {
  try {
    const media = await client.v1.media.$select(id).fetch();
    if (!media.url) await waitFor(client, id, url);
    return id;
  } catch (error) {
    if (error instanceof AnswerError && error.status === 404) return undefined;
    throw error;
  }
}

async function upload(client: Client, io: Io, gate: Gate, { url, alt }: Media): Promise<string> {
  const { bytes, type } = await io.load(url, gate.bytes);
  if (gate.types.length > 0 && !gate.types.includes(type))
    throw new ChannelError({
      kind: "refused",
      reason: worded`The server does not take ${type}, and ${url} is of that type.`,
    });
  const file = new File([Buffer.from(bytes)], url.split("/").at(-1) || "file", { type });
  const media = await client.v2.media.create({ file, description: alt, skipPolling: true });
  if (!media.url) await waitFor(client, media.id, url);
  return media.id;
}

/** A status may not carry a file before it is processed. */
async function waitFor(client: Client, id: string, url: string): Promise<void> {
  for (const seconds of pauses) {
    await wait(seconds * 1000);
    if ((await client.v1.media.$select(id).fetch()).url) return;
  }
  throw new ChannelError({ kind: "down", reason: worded`The server is still processing ${url}.` });
}
