/** Letters that editors and feeds exchange without anybody meaning anything by it. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201A\u201B\u2032\u00B4`\u2039\u203A]/g, "'"],
  [/[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB]|''/g, '"'],
  [/[\u2010-\u2015\u2212]/g, "-"],
  [/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, ""],
];

/** Parameters of an address that tell who sent somebody, and not where to. */
const tracking = /^(?:utm_\w+|mc_[ce]id|fbclid|gclid|msclkid|yclid|igshid|ref_src)$/i;

/** An address without what does not change where it leads. */
export function plainLink(link: string): string {
  const url = URL.parse(link);
  if (url === null) return link;
  const idle = Array.from(url.searchParams.keys()).filter((name) => tracking.test(name));
  for (const name of idle) url.searchParams.delete(name);
  url.searchParams.sort();
  return `${url.host.replace(/^www\./, "")}${url.pathname.replace(/\/+$/, "")}${url.search}${url.hash}`;
}

/** The words of a text as they count: quotes, dashes, white space and tracking left out of account. */
function plainWords(text: string): readonly string[] {
  const plain = alike.reduce((some, [from, to]) => some.replace(from, to), text.normalize("NFKC"));
  const words = plain.split(/\s+/).map((word) => (/^https?:\/\//i.test(word) ? plainLink(word) : word));
  return words.filter((word) => word !== "");
}

/** Whether two texts say the same, word for word. */
export const isSameText = (a: string, b: string): boolean =>
  a === b || plainWords(a).join(" ") === plainWords(b).join(" ");

/** A stretch of words that two texts share, or that only one of them has. */
export interface Stretch {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

/** Words compared at most on either side; beyond that the rest counts as one word. */
const most = 2_000;

/** What became of a text, word by word: the longest common subsequence. White space stays with the word before it. */
export function compareWords(before: string, after: string): readonly Stretch[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const lengths = commonLengths(a, b);
  const stretches: Stretch[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [one, other] = [a[i], b[j]];
    const stay = lengths[i + 1]?.[j] ?? -1;
    const step = lengths[i]?.[j + 1] ?? -1;
    if (one !== undefined && other !== undefined && isSameText(one, other)) {
      add(stretches, "same", other);
      [i, j] = [i + 1, j + 1];
    } else if (one !== undefined && (other === undefined || stay >= step)) {
      add(stretches, "gone", one);
      i += 1;
    } else {
      add(stretches, "new", other ?? "");
      j += 1;
    }
  }
  return stretches;
}

function wordsOf(text: string): readonly string[] {
  const words = text.match(/\S+\s*/g) ?? [];
  return words.length <= most ? words : [...words.slice(0, most), words.slice(most).join("")];
}

/** By position in either: how many words of the rest they share. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly Uint16Array[] {
  const [one, other] = [a, b].map((words) => words.map((word) => plainWords(word).join(" ")));
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const [row, below] = [table[i], table[i + 1]];
      const shared =
        one?.[i] === other?.[j] ? (below?.[j + 1] ?? 0) + 1 : Math.max(below?.[j] ?? 0, row?.[j + 1] ?? 0);
      row?.fill(shared, j, j + 1);
    }
  return table;
}

function add(stretches: Stretch[], kind: Stretch["kind"], text: string): void {
  const last = stretches.at(-1);
  if (last?.kind === kind) stretches[stretches.length - 1] = { kind, text: last.text + text };
  else stretches.push({ kind, text });
}
