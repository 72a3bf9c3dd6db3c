/** The sentences of a text with the white space after each; nothing is lost. Abbreviations, versions and links stay whole. */
export function splitSentences(text: string, language: string | null): string[] {
  const sentences: string[] = [];
  for (const { segment } of segmenterFor(language).segment(text)) {
    const last = sentences.at(-1);
    if (last === undefined || isOver(last)) sentences.push(segment);
    else sentences[sentences.length - 1] = last + segment;
  }
  return sentences;
}

/** UTF-16 units; a longer sentence is none. */
const longest = 5_000;

/** The first sentence, without white space around it. */
export function leadOf(text: string, language: string | null): string {
  return splitSentences(text.trim().slice(0, longest), language)[0]?.trim() ?? "";
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string | null): Intl.Segmenter {
  const name = language ?? "und";
  const segmenter = segmenters.get(name) ?? new Intl.Segmenter(name, { granularity: "sentence" });
  segmenters.set(name, segmenter);
  return segmenter;
}

const abbreviation =
  /(?:^|[\s("“„«])(?:\p{L}|\d{1,2}|(?:\p{L}\.\s?)+\p{L}|etc|vs|ca|cf|bzw|usw|resp|approx|Dr|Mr|Ms|Mrs|Prof|St|Nr|No|Inc|Ltd|Co|Sr|Sra|Mme|ej|pag|art)\.\s+$/iu;

function isOver(sentence: string): boolean {
  const text = sentence.slice(-16);
  return /\n\s*$/.test(text) || /[。！？]\s*$/u.test(text) || (/\s$/.test(text) && !abbreviation.test(text));
}
