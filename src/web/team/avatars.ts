import type { PictureFile } from "../../model/picture-file.ts";
import { sendPicture } from "../picture.ts";
import { showMessage } from "./message.ts";
import { open, type House } from "./open.ts";

/** The accounts' own pictures, as followers see them. */
export interface Avatars {
  /** By the file's name that a post's view gives; undefined where no account has it, null where it cannot be loaded now. */
  file(name: string): Promise<PictureFile | null | undefined>;
}

/** One clear pixel: the account's first letter shows through. */
const clear = new Uint8Array(
  Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64"),
);

/** `/avatars/NAME`: shown by us, so that no network learns who looks at drafts. */
export function addAvatars(house: House): void {
  open(house, "GET /avatars/:name", async (visit) => {
    const name = visit.param("name");
    const avatar = await house.avatars.file(name);
    const { missing, missingText } = visit.words.shell;
    if (avatar === null)
      return visit.c.body(clear, 200, {
        "Content-Type": "image/gif",
        "Cache-Control": "private, max-age=600",
      });
    return avatar
      ? sendPicture(visit.c, avatar, name, "ours")
      : showMessage(visit, missing, missingText, 404);
  });
}
