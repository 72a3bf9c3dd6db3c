/** Code points that weigh 1; all others weigh 2. Source: configuration 3 of the text library of the network that counts so. */
const light = /[\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]/u;
/** As people send them: also without the variation selectors that Unicode recommends, and keycaps. */
const emoji =
  /\p{RGI_Emoji}|[#*0-9]\ufe0f?\u20e3|\p{Emoji}\ufe0f?\p{Emoji_Modifier}?(?:\u200d\p{Emoji}\ufe0f?\p{Emoji_Modifier}?)+|\p{Emoji_Presentation}\p{Emoji_Modifier}?/gv;

/** After NFC: 1 for Latin and its like, 2 for everything else and for a whole emoji. */
export function weigh(text: string): number {
  let weight = 0;
  const rest = text.normalize("NFC").replace(emoji, () => ((weight += 2), ""));
  for (const character of rest) weight += light.test(character) ? 1 : 2;
  return weight;
}
