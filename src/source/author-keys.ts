import type { OwnWords } from "../model/entry.ts";
import { worded } from "../model/worded.ts";

interface Wrong {
  readonly problem: string;
  readonly mend: string;
}

type Read = { readonly words: OwnWords } | Wrong;

const noText: Wrong = {
  problem: worded`This is no text.`,
  mend: worded`Write one, in quotes where it is a number.`,
};
const noTags: Wrong = {
  problem: worded`These are no hashtags.`,
  mend: worded`Write a list such as [FreeSoftware, Events], or [] for none.`,
};
const noFlag: Wrong = {
  problem: worded`This is neither true nor false.`,
  mend: worded`Write one of the two.`,
};

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
      : { problem: noFlag.problem, mend: worded`Write true, or a list of accounts and channels.` },
};

/** What a key says of the posts where it stands; undefined where it is a name. */
export function readKey(key: string, value: unknown): Read | undefined {
  return Object.hasOwn(readers, key) ? readers[key]?.(value) : undefined;
}
