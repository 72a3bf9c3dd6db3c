import type { Media } from "../model/post.ts";
import { worded } from "../model/worded.ts";

/** What became of a post's pictures, in sentences; nothing: all are as they were. */
export function tellChanges(before: readonly Media[], after: readonly Media[]): readonly string[] {
  const added = after.filter(({ url }) => !before.some((one) => one.url === url));
  const removed = before.filter(({ url }) => !after.some((one) => one.url === url));
  const kept = after.filter((one) => !added.includes(one));
  const stayed = before.filter((one) => !removed.includes(one));
  return [
    ...(added.length > 0 ? [worded`Pictures added: ${nameAll(added)}.`] : []),
    ...(removed.length > 0 ? [worded`Pictures removed: ${nameAll(removed)}.`] : []),
    ...(kept.some(({ url }, at) => url !== stayed[at]?.url)
      ? [worded`The pictures are in another order.`]
      : []),
    ...(kept.some((one) => isReworded(one, stayed)) ? [worded`Alternative texts were changed.`] : []),
  ];
}

const isReworded = ({ url, alt }: Media, before: readonly Media[]): boolean =>
  !before.some((one) => one.url === url && one.alt === alt);

/** By what is to be seen there, as somebody wrote it; else by their file. */
const nameAll = (media: readonly Media[]): string =>
  media
    .map(({ url, alt }) => (alt === "" ? (url.split("/").at(-1) ?? url) : `“${alt.slice(0, 80)}”`))
    .join(", ");
