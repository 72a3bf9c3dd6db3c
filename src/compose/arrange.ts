import type { Limits } from "../channel/channel.ts";
import { count, type Measure } from "../channel/measure.ts";
import type { Step } from "../model/campaign.ts";
import { worded } from "../model/worded.ts";
import { fit, fitsAll, type Fitted } from "./fit.ts";
import { type Piece, printPieces } from "./marks.ts";
import { splitThread } from "./thread.ts";
import { tidy } from "./tidy.ts";

export interface Frame {
  /** Null: one post, shortened where it must be. */
  readonly mode: Step["thread"];
  readonly language: string;
  /** Goes out with the first part, where it stands in the text. */
  readonly link: string;
  /** Goes into the first reply; null where the link does not. */
  readonly reply: string | null;
  readonly limits: Limits;
  /** The channel's, for people. */
  readonly label: string;
}

export interface Arranged {
  readonly texts: readonly string[];
  readonly problems: readonly string[];
}

type Parts = readonly (readonly Piece[])[];

/** The texts of the parts that what a template made becomes on a channel. */
export function arrange(parts: Parts, asked: Frame): Arranged {
  const pieces = parts.flatMap((part, index) => (index === 0 ? part : ["\n\n", ...part]));
  const said = asked.reply !== null && printPieces(pieces).includes(asked.reply);
  const frame = said ? { ...asked, reply: null } : asked;
  const arranged =
    frame.mode === null
      ? fitOne(pieces, frame)
      : parts.length > 1
        ? fitEach(parts, frame)
        : split(pieces, frame);
  const alone = arranged.texts.length === 1 && frame.reply !== null ? [frame.reply] : [];
  return { ...arranged, texts: [...arranged.texts, ...alone] };
}

function fitOne(pieces: readonly Piece[], { limits, label }: Frame): Arranged {
  const fitted = fit(pieces, limits.text);
  return { texts: [fitted.text], problems: tooLong(fitted, limits.text, label) };
}

/** The template's own parts. */
function fitEach(parts: Parts, { mode, limits, label, reply }: Frame): Arranged {
  const said = parts.filter((part) => tidy(printPieces(part)) !== "");
  const numbers = said.map((_, index) => (mode === "numbered" ? `\n\n${index + 1}/${said.length}` : ""));
  const measures = ofThread(limits);
  const lines = said.map((_, index) => (index === 1 && reply !== null ? `\n\n${reply}` : ""));
  const fitted = said.map((part, index) =>
    fit([...part, lines[index] ?? "", numbers[index] ?? ""], measures),
  );
  const problems = fitted.flatMap((one) => tooLong(one, measures, label));
  return { texts: fitted.map(({ text }) => text), problems };
}

function split(pieces: readonly Piece[], { mode, limits, label, language, link, reply }: Frame): Arranged {
  const whole = tidy(printPieces(pieces));
  if (fitsAll(whole, limits.text)) return { texts: [whole], problems: [] };
  const { text, line } = takeLine(whole, link);
  const measures = ofThread(limits);
  const ending = reply === null ? { line, at: 0 } : { line: reply, at: 1 };
  const cutting = { measures, language, numbered: mode === "numbered", ending };
  const texts = splitThread(text, cutting);
  const fitted = texts.map((one) => fit([one], measures));
  return { texts, problems: fitted.flatMap((one) => tooLong(one, measures, label)) };
}

const ofThread = ({ text, reply = [] }: Limits): readonly Measure[] => [...text, ...reply];

/** A text and its line with the link, which belongs to the first part. */
function takeLine(text: string, link: string): { text: string; line: string } {
  const lines = text.split("\n");
  const at = lines.findIndex((line) => line.trim() === link);
  return at === -1 ? { text, line: "" } : { text: tidy(lines.toSpliced(at, 1).join("\n")), line: link };
}

function tooLong({ text, over }: Fitted, measures: readonly Measure[], label: string): string[] {
  const broken = measures.find((measure) => count(text, measure) > measure.max);
  if (over === 0 || broken === undefined) return [];
  const size = worded`${over} over the ${broken.max} that ${label} takes`;
  return [worded`The text is ${size}, and nothing more in it may be shortened: say it in fewer words.`];
}
