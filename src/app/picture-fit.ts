import type { App } from "../app.ts";
import type { Limits } from "../channel/channel.ts";
import { mimeTypes, nameFormat } from "../model/image-format.ts";
import type { Media } from "../model/post.ts";
import { isUpload, readUpload, type Upload } from "../model/upload.ts";
import { worded } from "../model/worded.ts";
import { sayBytes } from "./pictures.ts";

/** What networks take, where they do not say. */
const usual: readonly string[] = Object.values(mimeTypes);

/** MIME types of pictures that may be brought for a network. */
export const typesFor = ({ mediaTypes }: Limits): readonly string[] =>
  mediaTypes === undefined ? usual : usual.filter((type) => mediaTypes.includes(type));

export interface Taker {
  /** The network's name. */
  readonly label: string;
  readonly limits: Limits;
}

/** Why a post cannot have these pictures, in one sentence with the mend; null: it can. */
export async function whyNotThese(
  app: App,
  { label, limits }: Taker,
  media: readonly Media[],
): Promise<string | null> {
  const files = media.flatMap(({ url }) => readUpload(url)?.file ?? []);
  const known = await app.ledger.uploads.want(files, app.now());
  const uploads = media.map(({ url }) => find(url, known));
  if (media.some(({ url }, at) => isUpload(url) && uploads[at] === undefined)) return notThere;
  if (media.length > 0 && limits.media === 0) return worded`${label} takes no pictures: remove them.`;
  if (media.length > limits.media)
    return worded`${label} takes ${limits.media} pictures at most: remove ${media.length - limits.media}.`;
  const faults = uploads.map((upload, at) => upload && whyNot({ label, limits }, upload, at + 1));
  return faults.find((fault) => fault !== undefined) ?? null;
}

/** Somebody may have changed the post meanwhile, or a form may be forged: of other addresses only those that the post has. */
export const areKnown = (media: readonly Media[], before: readonly Media[]): boolean =>
  media.every(({ url }) => isUpload(url) || before.some((one) => one.url === url));

export const notThere = worded`A picture is not there any more: add it again.`;

/** Only with its own secret. */
function find(url: string, known: ReadonlyMap<string, Upload>): Upload | undefined {
  const named = readUpload(url);
  const upload = named === null ? undefined : known.get(named.file);
  return upload?.secret === named?.secret ? upload : undefined;
}

function whyNot({ label, limits }: Taker, { size, type }: Upload, number: number): string | undefined {
  if (!typesFor(limits).includes(type))
    return worded`${label} does not take ${nameFormat(type)}, and picture ${number} is of that kind: save it as JPEG, and add that.`;
  if (size <= limits.mediaBytes) return undefined;
  return worded`${label} takes pictures of ${sayBytes(limits.mediaBytes)} at most, and picture ${number} has ${sayBytes(size)}: make it smaller.`;
}
