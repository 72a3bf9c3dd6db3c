import { countGraphemes } from "../channel/graphemes.ts";
import { toHashtags } from "./hashtags.ts";
import { trimEnd } from "./highlights.ts";
import { formatDate, nameLanguages, quote } from "./languages.ts";
import { markFlexible, markList, markPart } from "./marks.ts";
import { type Call, type Helper, listOf, numberOf, textOf } from "./rendering.ts";
import { splitSentences } from "./sentences.ts";
import { say } from "./words.ts";

/** What templates can call. templates/README.md explains each. */
export const helpers: Readonly<Record<string, Helper>> = {
  headline: { takes: [0, 0], run: (_, { rendering }) => rendering.headline },
  link: { takes: [0, 0], run: (_, { rendering }) => rendering.link },
  hashtags: { takes: [0, 9], run: printHashtags },
  say: { takes: [1, 1], options: null, run: sayWords },
  date: { takes: [1, 1], options: ["style"], run: printDate },
  plural: { takes: [1, 1], options: ["zero", "one", "two", "few", "many", "other"], run: printPlural },
  list: { takes: [1, 1], options: ["max"], run: ([items], call) => printItems(items, call, "sentence", "") },
  lines: {
    takes: [1, 1],
    options: ["mark", "max"],
    run: ([items], call) => printItems(items, call, "lines", textOf(call.options["mark"] ?? "• ")),
  },
  join: { takes: [2, 2], run: ([items, by]) => listOf(items).map(textOf).join(textOf(by)) },
  first: { takes: [1, 1], gives: "item", run: ([items]) => listOf(items)[0] ?? null },
  take: { takes: [2, 2], gives: "list", run: ([items, most]) => listOf(items).slice(0, numberOf(most, 0)) },
  languages: {
    takes: [1, 1],
    gives: "texts",
    run: ([translations], { rendering }) => nameLanguages(listOf(translations), rendering.language),
  },
  sentence: { takes: [1, 2], run: takeSentences },
  trim: { takes: [1, 1], run: ([text]) => trimEnd(textOf(text)) },
  quote: { takes: [1, 1], run: ([text], { rendering }) => quote(textOf(text), rendering.language) },
  lower: {
    takes: [1, 1],
    run: ([text], { rendering }) => textOf(text).toLocaleLowerCase(rendering.language),
  },
  upper: {
    takes: [1, 1],
    run: ([text], { rendering }) => textOf(text).toLocaleUpperCase(rendering.language),
  },
  is: { takes: [2, 2], run: ([one, other]) => one === other },
  longer: { takes: [2, 2], run: ([text, than]) => countGraphemes(textOf(text)) > numberOf(than, 0) },
  fit: {
    block: true,
    takes: [1, 1],
    options: ["whole"],
    run: ([order], { options, body }) => markFlexible(numberOf(order, 0), options["whole"] === true, body()),
  },
  title: { block: true, takes: [0, 0], run: keepTitle },
  part: { takes: [0, 0], run: markPart },
};

function printHashtags(own: readonly unknown[], { rendering }: Call): string {
  const tags = toHashtags([...own.map(textOf), ...rendering.hashtags]).slice(0, rendering.tags);
  return tags.map((tag) => `#${tag}`).join(" ");
}

function sayWords([key]: readonly unknown[], { rendering, options }: Call): string {
  const places = Object.entries(options).map(([name, value]) => [name, textOf(value)]);
  return say(rendering.words, rendering.language, textOf(key), Object.fromEntries(places));
}

function printDate([value]: readonly unknown[], { options, rendering }: Call): string {
  const style = textOf(options["style"] ?? "long");
  return formatDate(textOf(value), style, rendering.language, rendering.timezone);
}

function printPlural([value]: readonly unknown[], { options, rendering }: Call): string {
  const number = numberOf(value, 0);
  const form = new Intl.PluralRules(rendering.language).select(number);
  const text = (number === 0 ? options["zero"] : undefined) ?? options[form] ?? options["other"];
  return textOf(text).replaceAll("#", number.toLocaleString(rendering.language));
}

function printItems(values: unknown, call: Call, style: "sentence" | "lines", mark: string): string {
  const { words, language } = call.rendering;
  const items = listOf(values).map((item) => mark + textOf(item));
  const shown = Math.min(items.length, numberOf(call.options["max"], Infinity));
  return shown < 1 ? "" : markList({ style, language, more: say(words, language, "more", {}), items, shown });
}

function takeSentences([text, most]: readonly unknown[], { rendering }: Call): string {
  return splitSentences(textOf(text), rendering.language).slice(0, numberOf(most, 1)).join("").trim();
}

/** The block leaves nothing in the text. */
function keepTitle(_: readonly unknown[], { rendering, body }: Call): string {
  rendering.titles.push(body());
  return "";
}
