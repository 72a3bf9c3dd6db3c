import { shortenText } from "../text.ts";
import { nameDay } from "../time.ts";
import type { Words } from "../words/words.ts";
import type { PlaceDay, Trouble } from "./calendar.ts";

/** For assets/calendar.js: by day, from which minute to which something stands against a post there, and what. */
export function placesJson(
  days: readonly PlaceDay[],
  words: Words,
): Readonly<Record<string, readonly (readonly [from: number, to: number, what: string])[]>> {
  return Object.fromEntries(
    days.map(({ date, stretches }) => [
      date,
      stretches.map(
        ({ from, to, troubles }) =>
          [from, to, troubles.map((one) => tell(one, date, words)).join("; ")] as const,
      ),
    ]),
  );
}

function tell(trouble: Trouble, date: string, { calendar: said, code }: Words): string {
  switch (trouble.kind) {
    case "past":
      return said.past;
    case "quiet": {
      if (trouble.until === null) return said.quietAllDay;
      const { date: day, time } = trouble.until;
      return said.quietUntil(day === date ? time : `${nameDay(day, code)}, ${time}`);
    }
    case "near":
      return said.near(trouble.time, shortenText(trouble.title, 60));
    case "full":
      return said.full(trouble.most);
  }
}
