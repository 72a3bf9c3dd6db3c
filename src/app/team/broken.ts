import type { Problem } from "../../model/problem.ts";

/** What the file has of a kind and cannot be used, with what is wrong: sentences. */
export function brokenIn(
  problems: readonly Problem[],
  kind: "sources" | "accounts" | "campaigns",
  sound: readonly { readonly name: string }[],
): readonly { readonly name: string; readonly problems: readonly string[] }[] {
  const known = new Set(sound.map(({ name }) => name));
  const wrong = problems.filter(({ path }) => path.startsWith(`${kind}.`));
  const groups = Map.groupBy(wrong, ({ path }) => path.split(".")[1] ?? "");
  return [...groups]
    .filter(([name]) => !known.has(name))
    .map(([name, all]) => ({ name, problems: all.map(({ problem, mend }) => `${problem} ${mend}`) }));
}
