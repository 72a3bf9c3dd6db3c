import { Parser } from "htmlparser2";
import { writeFeed } from "./feed-draft.ts";
import { closeElement, openElement, startReading, takeText } from "./feed-reading.ts";
import type { Fault } from "./raw-feed.ts";

/** The same feed in clean XML. */
export type Repaired =
  | { readonly kind: "repaired"; readonly xml: string }
  | { readonly kind: "failed"; readonly fault: Fault };

/** Deeper than any real feed; what a hostile one can cost grows with it. */
const maxDepth = 1100;

/**
 * Reads a feed as leniently as a browser reads a page, keeps the elements that matter, and writes them anew: one set of
 * names, every address absolute, every date in ISO 8601, every text escaped. So the strict parser that comes next sees
 * nothing that it would scramble or reject.
 */
export function repairFeed(text: string, url: string): Repaired {
  const reading = startReading(url);
  let tooDeep = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        openElement(reading, name, attributes);
        tooDeep ||= reading.open.length > maxDepth;
        if (tooDeep) parser.pause();
      },
      ontext: (portion) => takeText(reading, portion),
      onclosetag: (name, implied) => closeElement(reading, implied, name),
    },
    { xmlMode: true },
  );
  parser.end(text);
  if (tooDeep) return { kind: "failed", fault: "too deep" };
  if (reading.draft === null) return { kind: "failed", fault: "no feed" };
  if (!reading.draft.complete) return { kind: "failed", fault: "cut off" };
  return { kind: "repaired", xml: writeFeed(reading.draft) };
}
