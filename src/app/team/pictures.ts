import type { App } from "../../app.ts";
import { makeAllowance } from "../../web/api/allowance.ts";
import type { Pictures } from "../../web/team/pictures.ts";
import { addPicture, patience, tooMany } from "../pictures.ts";
import { hashSecret } from "./secret.ts";

/** The pictures that people bring, as the team's pages take and show them. */
export function picturesOf(app: App): Pictures {
  const { uploads, remarks } = app.ledger;
  const allowance = makeAllowance(patience);
  return {
    add: async (post, file, by) =>
      allowance.take(by.login, app.now().getTime()) > 0
        ? { problem: tooMany }
        : addPicture(app, post, file, by.login),
    file: (name) => uploads.file(name),
    forGuest: async (secret, name) => {
      const link = await remarks.link(hashSecret(secret), app.now());
      return link && (await uploads.isOf(name, link.entry)) ? uploads.file(name) : undefined;
    },
  };
}
