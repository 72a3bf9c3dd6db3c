import type { OwnWords } from "../model/entry.ts";

interface Wrong {
  readonly problem: string;
  readonly mend: string;
}

type Read = { readonly words: OwnWords } | Wrong;

const noText: Wrong = { problem: "This is no text.", mend: "Write one, in quotes where it is a number." };
const noTags: Wrong = {
  problem: "These are no hashtags.",
  mend: "Write a list such as [FreeSoftware, Events], or [] for none.",
};
const noFlag: Wrong = { problem: "This is neither true nor false.", mend: "Write one of the two." };

const readers: Readonly<Record<string, (value: unknown) => Read>> = {
  text: (value) => (typeof value === "string" ? { words: { text: value.trim() } } : noText),
  title: (value) => (typeof value === "string" ? { words: { title: value.trim() } } : noText),
  hashtags: (value) => {
    const tags: readonly unknown[] = [value].flat();
    const texts = tags.flatMap((tag) => (typeof tag === "string" ? [tag.replace(/^#/, "").trim()] : []));
    return texts.length === tags.length ? { words: { hashtags: texts } } : noTags;
  },
  mentions: (value) => (typeof value === "boolean" ? { words: { mentions: value } } : noFlag),
  skip: (value) =>
    typeof value === "boolean"
      ? { words: { skip: value } }
      : { problem: noFlag.problem, mend: "Write true, or a list of accounts and channels." },
};

/** What a key says of the posts where it stands; undefined where it is a name. */
export function readKey(key: string, value: unknown): Read | undefined {
  return Object.hasOwn(readers, key) ? readers[key]?.(value) : undefined;
}
