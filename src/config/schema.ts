import { z } from "zod/v4";
import { address, flag, name, names, text, whole, worded } from "./fields.ts";
import { readDeadline, readPatience } from "./deadline.ts";
import { readAt, readCron, readDuration, readEvery, readLanguage, readZone } from "./times.ts";

const language = worded(readLanguage, "a language tag, such as en or pt-BR");

const site = z
  .strictObject({
    name: text("the name that stands on the public page").default("Carillon"),
    url: address("the public address of this Carillon, such as https://social.example.org").optional(),
    timezone: worded(readZone, "a zone that all times are meant in, such as Europe/Berlin").default("UTC"),
    port: whole(1, "the port that the pages are served at", 65_535).default(4747),
    language: language.default("en"),
  })
  .meta({ description: "the public site that Carillon serves" });

const source = z
  .strictObject({
    feed: address("the address of an RSS, Atom, RDF or JSON feed").optional(),
    markdown: text("Markdown files as a pattern, such as ./content/blog/*.md").optional(),
    site: address("the site that the Markdown is published on, such as https://blog.example.org").optional(),
    permalink: text("an address made of :year :month :day :slug :title :filename").optional(),
    first: z
      .enum(["baseline", "announce"])
      .meta({ description: "what happens to the Markdown that is there at the first look" })
      .optional(),
    poll: worded(readCron, "a cron expression, such as */15 * * * *").default("*/15 * * * *"),
    language: language.optional(),
    translates: name("the name of the source that this one translates").optional(),
    only: z
      .strictObject({ newsletter: flag("newsletter issues only: true or false").default(false) })
      .meta({ description: "which entries count" })
      .prefault({}),
    brake: whole(0, "the number of new entries in one poll above which all wait for a person").default(10),
    maxAge: whole(1, "the age in days above which a new entry is no news").default(30),
  })
  .meta({ description: "a feed or Markdown files" });

const alarm = name("the name of the account that tells people what needs them, such as a chat room's");

const account = z
  .record(z.string(), z.string().nullable().optional())
  .meta({ description: "a channel and what that channel asks for" });

const step = z
  .strictObject({
    to: z.array(name("the name of an account")).min(1).meta({ description: "accounts, such as [here]" }),
    at: worded(readAt, "now, a time such as 16:00, or next 16:00").prefault("now"),
    after: worded(readDuration, "a time after the entry was found, such as 12h or 4d").prefault("0m"),
    each: z
      .enum(["entry", "story"])
      .meta({ description: "one post an entry, or one a story" })
      .default("entry"),
    sections: z.array(z.string()).meta({ description: "headings that stories are taken from" }).optional(),
    every: worded(readEvery, "a rhythm, such as 1d at 10:00").optional(),
    limit: whole(1, "the greatest number of stories").optional(),
    thread: z
      .enum(["numbered", "plain"])
      .meta({ description: "how a text that does not fit becomes several posts" })
      .optional(),
  })
  .meta({ description: "one post, when and to whom" });

const review = z
  .strictObject({
    approvals: whole(1, "how many people must agree").default(1),
    expires: worded(readDuration, "how long an approval counts, such as 7d").optional(),
  })
  .meta({ description: "what people must agree to before it goes out" });

const expect = z
  .strictObject({
    entry: worded(
      readDeadline,
      "by when a new entry is there, such as monthly by 7, weekly by Mon 12:00 or daily by 18:00",
    ).optional(),
    confirmed: worded(readPatience, "how long after its time a post may be missing, such as 1h").prefault(
      "1h",
    ),
  })
  .meta({ description: "what must come true, or somebody is told" });

const campaign = z
  .strictObject({
    source: name("the name of a source"),
    review: z.union([z.literal("none"), review]).default("none"),
    wait: z
      .strictObject({
        live: flag("wait until the entry's link and image answer: true or false").default(false),
      })
      .meta({ description: "what must be true before anything goes out" })
      .prefault({}),
    expect: expect.optional(),
    steps: names(step, "steps by name").default({}),
  })
  .meta({ description: "what is said about the entries of a source" });

/** The configuration file. Its input is what a person writes; `${…}` is replaced before. */
export const schema = z.strictObject({
  site: site.prefault({}),
  ledger: text("a SQLite file, or an address postgres://…").default("./data/carillon.db"),
  network: z
    .strictObject({ allowPrivate: flag("true allows private and loopback addresses").default(false) })
    .meta({ description: "what Carillon may reach" })
    .prefault({}),
  templates: text("a folder of templates that come before the built-in ones").optional(),
  sources: names(source, "sources by name").default({}),
  accounts: names(account, "accounts by name").default({}),
  alarm: alarm.optional(),
  campaigns: names(campaign, "campaigns by name").default({}),
});

/** What the schema understood: times read, defaults filled in, names not yet looked up. */
export type Parsed = z.output<typeof schema>;
export type ParsedSource = Parsed["sources"][string];
export type ParsedCampaign = Parsed["campaigns"][string];
export type ParsedStep = ParsedCampaign["steps"][string];
