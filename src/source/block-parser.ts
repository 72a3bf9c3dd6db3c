import { type Handler, Parser } from "htmlparser2";

/** Deeper than this no one writes; an end tag costs the parser as much as its depth. */
const deepest = 2000;

/** Reads HTML, as far as it is not nested beyond all measure. */
export function parseHtml(
  html: string,
  handler: Pick<Handler, "onopentag" | "onclosetag"> & { ontext: (text: string) => void },
): void {
  let depth = 0;
  const parser = new Parser({
    ontext: handler.ontext,
    onopentag: (...tag) => {
      depth += 1;
      handler.onopentag(...tag);
      if (depth > deepest) parser.pause();
    },
    onclosetag: (...tag) => {
      depth -= 1;
      handler.onclosetag(...tag);
    },
  });
  parser.end(html);
}
