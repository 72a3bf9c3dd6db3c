import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import type { PollReport } from "../../src/app/poll.ts";
import { round } from "../../src/app/round.ts";
import { someApp, someConfig, someSource } from "../fixtures/app.ts";
import { data, dataMissing, someFeed } from "../fixtures/replay.ts";

/** At the only source. */
async function look(app: App): Promise<PollReport> {
  const { polls } = await round(app, () => undefined);
  return polls[0]!;
}

interface Step {
  readonly file: string;
  readonly expected_announcements?: readonly { readonly title: string }[];
}

/** The day in a file's name: `2025-09-12.xml` or `2020-06-09T153238Z-3bce9f33.xml`. */
function dayOf(file: string): Date {
  const [, date, time] = /^(\d{4}-\d\d-\d\d)(?:T(\d{6}))?/.exec(file) ?? [];
  const clock = time ? `${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4, 6)}` : "12:00:00";
  return new Date(`${date}T${clock}Z`);
}

async function replay(folder: string) {
  const at = (file: string): string => fileURLToPath(new URL(`${folder}/${file}`, data));
  const { steps } = JSON.parse(readFileSync(at("expected.json"), "utf8")) as { steps: readonly Step[] };
  const feed = await someFeed();
  const source = someSource(feed.url);
  let now = new Date(0);
  const app = await someApp(someConfig({ sources: [source] }), () => now);
  const announced: string[][] = [];
  for (const { file } of steps) {
    feed.serve(at(file));
    now = dayOf(file);
    const before = new Set((await app.ledger.entries.list(["news"], 1000)).map(({ id }) => id));
    const report = await look(app);
    expect(report.reasons, file).toEqual([]);
    const news = (await app.ledger.entries.list(["news"], 1000)).filter(({ id }) => !before.has(id));
    announced.push(news.map(({ entry }) => entry.title).toSorted());
  }
  const expected = steps.map((step) =>
    (step.expected_announcements ?? []).map(({ title }) => title).toSorted(),
  );
  return { announced, expected, app };
}

describe.skipIf(dataMissing("the replay of real feeds"))("over the real feeds", () => {
  it("a year of monthly polls announces exactly what was new, each once", { timeout: 60_000 }, async () => {
    const { announced, expected } = await replay("feed-seq");
    console.log(
      `feed-seq: ${announced.flat().length} of ${expected.flat().length} entries announced, in ${announced.length} polls`,
    );
    expect(announced).toEqual(expected);
  });

  it.each(dataMissing("feed-events") ? [] : readdirSync(new URL("feed-events", data)))(
    "%s announces nothing that it must not",
    { timeout: 60_000 },
    async (event) => {
      const { announced, expected, app } = await replay(`feed-events/${event}`);
      const held = await app.ledger.entries.list(["held"], 1000);
      console.log(
        `${event}: ${announced.flat().length} announced, ${held.length} held: ${held[0]?.reason ?? ""}`,
      );
      expect(announced).toEqual(expected);
    },
  );

  it("the first look announces nothing", async () => {
    const feed = await someFeed();
    const source = someSource(feed.url);
    const app = await someApp(someConfig({ sources: [source] }));
    feed.serve(fileURLToPath(new URL("feed/feed.xml", data)));
    const report = await look(app);
    expect(report).toMatchObject({ outcome: "baseline", news: 0, held: 0, seen: 12 });
    expect(await look(app)).toMatchObject({
      outcome: "unchanged",
    });
  });
});
