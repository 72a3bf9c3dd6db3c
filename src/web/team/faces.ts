import type { PictureFile } from "../../model/picture-file.ts";
import { sendPicture } from "../picture.ts";
import { showMessage } from "./message.ts";
import { open, type House } from "./open.ts";

/** The accounts' own pictures, as followers see them. */
export interface Faces {
  /** By the file's name that a post's view gives; undefined where there is none, or where it cannot be loaded now. */
  file(name: string): Promise<PictureFile | undefined>;
}

/** `/faces/NAME`: shown by us, so that no network learns who looks at drafts. */
export function addFaces(house: House): void {
  open(house, "GET /faces/:name", async (visit) => {
    const name = visit.param("name");
    const face = await house.faces.file(name);
    const { missing, missingText } = visit.words.shell;
    return face ? sendPicture(visit.c, face, name, "ours") : showMessage(visit, missing, missingText, 404);
  });
}
