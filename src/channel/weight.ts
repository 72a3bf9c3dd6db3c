/** Code points that weigh 2; the others weigh 1. Source: configuration 3 of the text library of the network that counts so. */
const heavy = /[\u1100-\u1fff\u200e\u200f\u2020-\u2031\u2038-\u{10ffff}]/u;
/** As people send them: also without the variation selectors that Unicode recommends, and keycaps. */
const emoji =
  /\p{RGI_Emoji}|[#*0-9]\ufe0f?\u20e3|\p{Emoji}\ufe0f?\p{Emoji_Modifier}?(?:\u200d\p{Emoji}\ufe0f?\p{Emoji_Modifier}?)+|\p{Emoji_Presentation}\p{Emoji_Modifier}?/gv;

/** After NFC: 1 for Latin and its like, 2 for everything else and for a whole emoji. */
export function weigh(text: string): number {
  let weight = 0;
  const rest = text.normalize("NFC").replace(emoji, () => ((weight += 2), ""));
  for (const character of rest) weight += heavy.test(character) ? 2 : 1;
  return weight;
}
