import type { PictureFile } from "../../model/picture-file.ts";
import { sendPicture } from "../picture.ts";
import { showMessage } from "./message.ts";
import { open, type House } from "./open.ts";

/** The accounts' own pictures, as followers see them. */
export interface Avatars {
  /** By the file's name that a post's view gives; undefined where there is none, or where it cannot be loaded now. */
  file(name: string): Promise<PictureFile | undefined>;
}

/** `/avatars/NAME`: shown by us, so that no network learns who looks at drafts. */
export function addAvatars(house: House): void {
  open(house, "GET /avatars/:name", async (visit) => {
    const name = visit.param("name");
    const avatar = await house.avatars.file(name);
    const { missing, missingText } = visit.words.shell;
    return avatar
      ? sendPicture(visit.c, avatar, name, "ours")
      : showMessage(visit, missing, missingText, 404);
  });
}
