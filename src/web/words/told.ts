/** A part of what was said. `own`: in the reader's language; else in whatever language it came. */
export interface Told {
  readonly text: string;
  readonly own: boolean;
}

export type Tell = (text: string) => readonly Told[];

export const own = (text: string): Told => ({ text, own: true });

/** Names, addresses and numbers are of no language; four words and more are somebody's sentence. */
export const asItCame = (text: string): Told => ({ text, own: text.trim().split(" ", 4).length < 4 });

export const endWith = (said: readonly Told[], text: string): readonly Told[] => [...said, own(text)];

/** Without the full stop at its end. */
export function dropStop(said: readonly Told[]): readonly Told[] {
  const last = said.at(-1);
  if (last === undefined) return said;
  return [...said.slice(0, -1), { ...last, text: last.text.replace(/\.$/u, "") }];
}

/** Neighbours of one language as one. */
export function join(said: readonly Told[]): readonly Told[] {
  const joined: Told[] = [];
  for (const one of said) {
    const last = joined.at(-1);
    if (last?.own === one.own) joined[joined.length - 1] = { ...one, text: last.text + one.text };
    else if (one.text !== "") joined.push(one);
  }
  return joined;
}
