import { lazy } from "../model/lazy.ts";
import { splitGraphemes } from "./graphemes.ts";

/** Code points over U+10FF that weigh 1, as all below do; all others weigh 2. Source: configuration 3 of the text library of the network that counts so. */
const light: readonly (readonly [number, number])[] = [
  [0x2000, 0x200d],
  [0x2010, 0x201f],
  [0x2032, 0x2037],
];

/** Whether there can be an emoji at all: cheap to ask. */
const mayHaveEmoji = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20e3]/u;
/** As people send them: also without the variation selectors that Unicode recommends, and keycaps. */
const emoji = lazy(
  () =>
    /\p{RGI_Emoji}|[#*0-9]\ufe0f?\u20e3|\p{Emoji}\ufe0f?\p{Emoji_Modifier}?(?:\u200d\p{Emoji}\ufe0f?\p{Emoji_Modifier}?)+|\p{Emoji_Presentation}\p{Emoji_Modifier}?/gv,
);

/** After NFC: 1 for Latin and its like, 2 for everything else and for a whole emoji. */
export function weigh(text: string): number {
  const composed = text.normalize("NFC");
  if (!mayHaveEmoji.test(composed)) return weighCharacters(composed);
  return splitGraphemes(composed).reduce((weight, grapheme) => weight + weighGrapheme(grapheme), 0);
}

function weighGrapheme(grapheme: string): number {
  if (!mayHaveEmoji.test(grapheme)) return weighCharacters(grapheme);
  const emojis = grapheme.match(emoji())?.length ?? 0;
  return 2 * emojis + weighCharacters(grapheme.replace(emoji(), ""));
}

function weighCharacters(text: string): number {
  let weight = 0;
  for (const character of text) weight += isLight(character.codePointAt(0) ?? 0) ? 1 : 2;
  return weight;
}

function isLight(code: number): boolean {
  return code <= 0x10ff || light.some(([first, last]) => first <= code && code <= last);
}
