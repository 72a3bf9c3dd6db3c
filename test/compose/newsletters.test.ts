import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { count } from "../../src/channel/measure.ts";
import { compose } from "../../src/compose/compose.ts";
import type { Entry } from "../../src/model/entry.ts";
import { readMarkdown } from "../../src/source/markdown.ts";
import { ask, channels } from "./fixtures.ts";

const folder = new URL("../../../shared/data/newsletter/", import.meta.url);
const present = existsSync(folder);
if (!present) console.log(`skipped: the real newsletters are not at ${folder.pathname}`);

const context = {
  source: "real",
  site: "https://xmpp.org",
  permalink: "/:year/:month/:title/",
  language: "en",
};

const readEntries = (): Entry[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .map((file) => readMarkdown(readFileSync(new URL(file, folder), "utf8"), { ...context, file }))
    .flatMap((read) => ("entry" in read ? [read.entry] : []));

const steps = ["announcement", "reminder", "thread"];
const kinds = Object.values(channels);

test.runIf(present)("every real issue is announced within every limit, and every story told", () => {
  const entries = readEntries();
  const whole = entries.flatMap((entry) => steps.map((name) => ask({ entry, step: { name, thread: null } })));
  const told = entries.flatMap((entry) =>
    entry.sections
      .filter(({ kind }) => kind === "stories")
      .flatMap(({ stories }) =>
        stories.map((story) => ask({ entry, story, step: { name: "highlights", thread: null } })),
      ),
  );
  const requests = [...whole, ...told].flatMap((one) =>
    kinds.map((channel) => Object.assign({}, one, { channel })),
  );
  const started = performance.now();
  const made = requests.map((request) => ({ limits: request.channel.limits, ...compose(request) }));
  const each = ((performance.now() - started) * 1000) / made.length;
  console.log(`${made.length} posts of ${entries.length} issues, ${each.toFixed(0)} µs each`);
  const tooLong = made.filter(({ posts, limits }) =>
    posts.some(({ text }) => limits.text.some((measure) => count(text, measure) > measure.max)),
  );
  expect(entries.length).toBeGreaterThan(10);
  expect(made.flatMap(({ problems }) => problems)).toEqual([]);
  expect(tooLong).toEqual([]);
  expect(
    made.flatMap(({ posts }) => posts).filter(({ text }) => /\n{3}|[\ufdd0-\ufdef]|,…|\s…\S/.test(text)),
  ).toEqual([]);
});

test.runIf(present)("the announcement of a real issue reads like this", () => {
  const entry = readEntries().find(({ title }) => title === "The XMPP Newsletter July 2025")!;
  const texts = [channels.roomy, channels.tight, channels.carded].map((channel) => {
    const { posts } = compose(ask({ entry, channel, site: { ...ask().site, name: "XMPP Newsletter" } }));
    const [{ text } = { text: "" }] = posts;
    console.log(
      `${channel.id}, ${count(text, channel.limits.text[0])} of ${channel.limits.text[0].max}:\n\n${text}\n`,
    );
    return text;
  });
  expect(texts.map((text) => text.split("\n")[0])).toEqual(
    texts.map(() => "The XMPP Newsletter July 2025 is out!"),
  );
  expect(texts.map((text) => text.match(/^• /gm)?.length ?? 0).every((lines) => lines >= 3)).toBe(true);
});
