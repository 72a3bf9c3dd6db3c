import { parentPort } from "node:worker_threads";
import { worded } from "../model/worded.ts";
import { decode } from "./decode.ts";
import { readDocument } from "./document.ts";
import { idOf, type Origin, placeOf, toEntry } from "./entries.ts";
import type {
  Answer,
  DocumentRequest,
  Failed,
  Portion,
  QuoteRequest,
  Quoted,
  Request,
} from "./parse-protocol.ts";
import type { RawFeed } from "./raw-feed.ts";
import { pickWanted } from "./wanted.ts";

const perPortion = 20;

let portions: Iterator<Portion> | undefined;

parentPort?.on("message", (request: Request) => {
  void answer(request).then((message) => parentPort?.postMessage(message, []));
});
parentPort?.postMessage("ready", []);

async function answer(request: Request): Promise<Answer> {
  try {
    if (request.kind === "quote") return await quoteFrom(request);
    return request.kind === "more" ? nextPortion() : await start(request);
  } catch (error) {
    const detail = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
    return { kind: "failed", reason: worded`The feed cannot be understood (${detail.slice(0, 200)}).` };
  }
}

async function start({ bytes, contentType, ...origin }: DocumentRequest): Promise<Portion | Failed> {
  const reading = await readDocument(decode(bytes, contentType), origin.url);
  if (reading.kind === "failed") return reading;
  portions = divide(reading.feed, origin);
  return nextPortion();
}

async function quoteFrom({ bytes, contentType, wanted, ...origin }: QuoteRequest): Promise<Quoted | Failed> {
  const reading = await readDocument(decode(bytes, contentType), origin.url);
  if (reading.kind === "failed") return reading;
  const items = reading.feed.items.map((item) => ({ item, ...placeOf(item, reading.feed, origin) }));
  const found = pickWanted(wanted, items, ({ item, url }) => ({ ...item, id: idOf(item), url }));
  const { quote } = await import("./quote.ts");
  return { kind: "quote", quote: found === undefined ? null : await quote(found.item.html, found.base) };
}

function nextPortion(): Portion {
  const next = portions?.next();
  if (next === undefined || next.done === true) throw new Error("nothing is left to answer");
  return next.value;
}

function* divide(feed: RawFeed, origin: Origin): Generator<Portion, undefined> {
  const { title, language, link, items } = feed;
  for (let from = 0; from === 0 || from < items.length; from += perPortion) {
    const entries = items.slice(from, from + perPortion).map((item) => toEntry(item, feed, origin));
    yield {
      kind: "entries",
      entries,
      feed: { title, language, link },
      last: from + perPortion >= items.length,
    };
  }
}
