/**
 * What followers read of a text in LinkedIn's markup; independent of the channel's own writer.
 * A reserved character that is neither escaped nor part of an element ends the text, and the real server says nothing of it.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format `Text`, `MentionElement`, `HashtagTemplate`
 */
export function showLittle(little: string): string {
  let shown = "";
  for (let at = 0; at < little.length;) {
    const read = readElement(little.slice(at));
    if (!read) return shown;
    shown += read.shown;
    at += read.length;
  }
  return shown;
}

interface Element {
  readonly shown: string;
  readonly length: number;
}

const elements: readonly (readonly [pattern: RegExp, show: (match: RegExpExecArray) => string])[] = [
  [/^\\([\\|{}@[\]()<>#*_~])/, ([, character = ""]) => character],
  [
    /^\{hashtag\|\\[#＃]\|((?:\\.|[^\\|{}@[\]()<>#*_~])+)\}/u,
    ([, tag = ""]) => `#${tag.replaceAll("\\", "")}`,
  ],
  [/^@\[((?:\\.|[^\]\\])+)\]\(urn:li:(?:person|organization):\w+\)/, ([, name = ""]) => name],
  [/^#[\p{L}\p{N}]+/u, ([tag]) => tag],
  [/^[^\\|{}@[\]()<>#*_~]+/, ([text]) => text],
];

function readElement(rest: string): Element | undefined {
  for (const [pattern, show] of elements) {
    const match = pattern.exec(rest);
    if (match) return { shown: show(match), length: match[0].length };
  }
  return undefined;
}
