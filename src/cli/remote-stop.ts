import { answer, answerJson, complain } from "./output.ts";
import type { Remote } from "./remote.ts";

/** Nothing at all goes out there until somebody releases it. */
export async function holdAllThere(remote: Remote, reason: string, isJson: boolean): Promise<boolean> {
  const { done, lines } = await remote.post("/hold", { reason });
  const text = done ? "Everything is held: nothing goes out." : lines.join(" ");
  if (isJson) answerJson({ done, text, ...((await remote.get("/hold")) as object) });
  else (done ? answer : complain)(text);
  return done;
}

/** Everything goes on there; of what came due meanwhile only `ids` go out. */
export async function releaseAllThere(
  remote: Remote,
  ids: readonly string[],
  isJson: boolean,
): Promise<boolean> {
  const said: object = await remote.post("/release", { chosen: ids });
  const held = "held" in said && typeof said.held === "number" ? said.held : null;
  const text =
    held === null
      ? "Nothing was held as a whole."
      : `Everything goes on. ${held} came due meanwhile and stay held: \`carillon status\` lists them.`;
  if (isJson) answerJson({ done: held !== null, held: held ?? 0, text });
  else (held === null ? complain : answer)(text);
  return held !== null;
}
