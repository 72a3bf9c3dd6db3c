import type { Io } from "../../src/channel/channel.ts";
import { ChannelError } from "../../src/channel/failure.ts";
import { AnswerError } from "../../src/channel/http.ts";
import type { Media } from "../../src/model/post.ts";
import { worded } from "../../src/model/worded.ts";
import type { Client } from "./client.ts";
import { limits } from "./limits.ts";
import type { Attachment } from "./memo.ts";

/** Milliseconds that X keeps a file which no post carries: a day, less an hour to be safe. */
const life = 23 * 3_600_000;

type Type = "image/jpeg" | "image/png" | "image/gif" | "image/webp";
const types: readonly string[] = ["image/jpeg", "image/png", "image/gif", "image/webp"] satisfies Type[];

/** Uploads the media that are not there already, in order. */
export async function attach(
  client: Client,
  io: Io,
  media: readonly Media[],
  earlier: readonly Attachment[],
): Promise<Attachment[]> {
  const attached: Attachment[] = [];
  for (const one of media) {
    const known = earlier.find(
      ({ url, alt, until }) => url === one.url && alt === one.alt && isThere(until, io),
    );
    attached.push(known ?? (await upload(client, io, one)));
  }
  return attached;
}

function isThere(until: string, io: Io): boolean {
  return Date.parse(until) > io.now().getTime();
}

async function upload(client: Client, io: Io, { url, alt }: Media): Promise<Attachment> {
  const { bytes, type } = await io.load(url, limits.mediaBytes);
  if (!isTaken(type)) throw refused(worded`X does not take ${type}, and ${url} is of that type.`);
  const until = new Date(io.now().getTime() + life).toISOString();
  try {
    const id = await client.uploadMedia(Buffer.from(bytes), { media_type: type });
    if (alt !== "") await client.createMediaMetadata(id, { alt_text: { text: alt } });
    return { url, alt, id, until };
  } catch (error) {
    throw explain(error, url);
  }
}

function isTaken(type: string): type is Type {
  return types.includes(type);
}

/** The library throws plain errors about answers that it did not expect. Nothing is live yet. */
function explain(error: unknown, url: string): unknown {
  if (error instanceof AnswerError || error instanceof ChannelError) return error;
  const said = error instanceof Error ? error.message : "";
  if (said.startsWith("Media processing failed"))
    return refused(worded`X could not process ${url}: use another image.`);
  return new ChannelError({
    kind: "down",
    reason: worded`X gave no understandable answer to the upload of ${url}.`,
  });
}

function refused(reason: string): ChannelError {
  return new ChannelError({ kind: "refused", reason });
}
