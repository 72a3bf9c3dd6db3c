import type { App } from "../../app.ts";
import { makeThrottle } from "../../web/api/throttle.ts";
import type { Pictures } from "../../web/team/pictures.ts";
import { addPicture, patience, tooMany } from "../pictures.ts";
import { hashSecret } from "../secret.ts";

/** The pictures that people bring, as the team's pages take and show them. */
export function picturesOf(app: App): Pictures {
  const { uploads, remarks } = app.ledger;
  const throttle = makeThrottle(patience);
  return {
    add: async (post, file, by) =>
      throttle.take(by.login, app.now().getTime()) > 0
        ? { problem: tooMany }
        : addPicture(app, post, file, by.login),
    file: (name) => uploads.file(name),
    forGuest: async (secret, name) => {
      const link = await remarks.link(hashSecret(secret), app.now());
      return link && (await uploads.isOf(name, link.entry)) ? uploads.file(name) : undefined;
    },
  };
}
