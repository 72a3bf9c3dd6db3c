import { createHash } from "node:crypto";
import type { App } from "../../app.ts";
import { formatOf, mimeTypes } from "../../model/image-format.ts";
import type { PictureFile } from "../../model/picture-file.ts";
import type { Avatars } from "../../web/team/avatars.ts";

/** Bytes of one avatar. */
const most = 1024 * 1024;
/** Milliseconds until one that could not be loaded is asked for again. */
const patience = 10 * 60_000;

interface Known {
  readonly at: number;
  readonly file: Promise<PictureFile | null>;
}

/** Each is loaded once, through the guard that all of the channels' requests go through, and kept in memory. */
export function avatarsOf(app: App): Avatars {
  const kept = new Map<string, Known>();
  return {
    async file(name) {
      const url = (await addressesOf(app)).get(name);
      if (url === undefined) return undefined;
      const known = kept.get(name);
      if (known !== undefined && ((await known.file) || app.now().getTime() - known.at < patience))
        return known.file;
      const file = load(app, url);
      kept.set(name, { at: app.now().getTime(), file });
      return file;
    },
  };
}

/** Another name where the account has another picture. */
export const nameAvatar = (url: string): string =>
  createHash("sha256").update(url).digest("hex").slice(0, 24);

async function addressesOf({ ledger }: App): Promise<ReadonlyMap<string, string>> {
  const profiles = [...(await ledger.accounts.all()).values()].map(({ profile }) => profile);
  const urls = profiles.flatMap((profile) => profile?.avatar ?? []);
  return new Map(urls.map((url) => [nameAvatar(url), url]));
}

/** What cannot be had, or is no picture by its bytes, is not shown: the account's first letter stands there. */
async function load({ io }: App, url: string): Promise<PictureFile | null> {
  try {
    const { bytes } = await io.load(url, most);
    const format = formatOf(bytes);
    return format === null ? null : { type: mimeTypes[format], bytes };
  } catch {
    return null;
  }
}
