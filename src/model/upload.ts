import type { Size } from "./page.ts";

/**
 * A picture from somebody's device, as posts name it: `carillon-upload:SECRET/NAME`. The secret is random and known to the team
 * alone, so nothing that a source writes can name a picture. The name is its hash and its kind, and may be told to everybody.
 */
const form = /^carillon-upload:([\w-]{22})\/([\w-]{43}\.(?:png|jpg|gif|webp))$/;

export interface UploadName {
  readonly secret: string;
  /** `HASH.png`. */
  readonly file: string;
}

/** What is known of one without its bytes. */
export interface Upload extends UploadName, Size {
  /** MIME. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
}

/** Whether it claims to be one. */
export const isUpload = (url: string): boolean => url.startsWith("carillon-upload:");

/** Null for any other address. */
export function readUpload(url: string): UploadName | null {
  const [, secret, file] = form.exec(url) ?? [];
  return secret === undefined || file === undefined ? null : { secret, file };
}

export const nameUpload = ({ secret, file }: UploadName): string => `carillon-upload:${secret}/${file}`;

/** Where a picture can be looked at, its own files being served below `place`. */
export function pictureAt(place: string, url: string): string {
  const upload = readUpload(url);
  return upload === null ? url : `${place}/${upload.file}`;
}
