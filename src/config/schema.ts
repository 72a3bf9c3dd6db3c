import type { output } from "zod/v4";
import { address, flag, name, names, text, whole, spelled } from "./fields.ts";
import { readAt, readHours, readOn, readQuietDay, readWeekday } from "./calendar.ts";
import { z } from "./shape.ts";
import { eventTypes } from "../model/event.ts";
import { readReceiver } from "./receivers.ts";
import { readDeadline, readPatience } from "./deadline.ts";
import { placements, readUtm } from "./manner.ts";
import { readCron, readDuration, readEvery, readLanguage, readRetention, readZone } from "./times.ts";
import { readIssuer } from "./issuer.ts";

const language = spelled(readLanguage, "a language tag, such as en or pt-BR");

const quiet = z
  .strictObject({
    hours: spelled(readHours, "hours of the day, such as 22:00-07:00").optional(),
    days: z
      .array(spelled(readQuietDay, "a weekday or a date, such as Sun or 2026-12-25"))
      .meta({ description: "weekdays and dates, such as [Sat, Sun, 2026-12-25]" })
      .default([]),
  })
  .meta({ description: "when nothing goes out" });

const site = z
  .strictObject({
    name: text("the name that stands on the public page").default("Carillon"),
    url: address("the public address of this Carillon, such as https://social.example.org").optional(),
    timezone: spelled(readZone, "a zone that all times are meant in, such as Europe/Berlin").default("UTC"),
    port: whole(1, "the port that the pages are served at", 65_535).default(4747),
    language: language.default("en"),
    quiet: quiet.optional(),
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
    poll: spelled(readCron, "a cron expression, such as */15 * * * *").default("*/15 * * * *"),
    language: language.optional(),
    translates: name("the name of the source that this one translates").optional(),
    only: z
      .strictObject({ newsletter: flag("newsletter issues only: true or false").default(false) })
      .meta({ description: "which entries count" })
      .prefault({}),
    hook: z
      .strictObject({ secret: text("a secret of 16 characters or more, such as ${HOOK_SECRET}") })
      .meta({ description: "who may say that something is new" })
      .optional(),
    websub: z
      .union([
        z.literal("auto"),
        flag("whether to ask the feed's hub to tell of its news: auto, true or false"),
      ])
      .default("auto"),
    brake: whole(0, "the number of new entries in one poll above which all wait for a person").default(10),
    maxAge: whole(1, "the age in days above which a new entry is no news").default(30),
  })
  .meta({ description: "a feed or Markdown files" });

const alarm = name("the name of the account that tells people what needs them, such as a chat room's");

const parameter = spelled(
  readUtm,
  "a text; {campaign}, {step}, {account}, {channel} and {entry} are filled in",
);

const utm = z.union([
  flag("true for the usual parameters"),
  z
    .strictObject({
      source: parameter.optional(),
      medium: parameter.optional(),
      campaign: parameter.optional(),
      content: parameter.optional(),
      term: parameter.optional(),
    })
    .meta({ description: "UTM parameters" }),
]);

const account = z
  .object({ quiet: quiet.optional(), utm: utm.optional() })
  .catchall(z.string().nullable().optional())
  .meta({ description: "a channel and what that channel asks for" });

const step = z
  .strictObject({
    to: z
      .array(name("the name of an account or a group"))
      .min(1)
      .meta({ description: "accounts, such as [here]" }),
    at: spelled(readAt, "now, a time such as 16:00, or next 16:00").prefault("now"),
    days: z
      .array(spelled(readWeekday, "a weekday, such as Mon"))
      .min(1)
      .meta({ description: "weekdays on which it may go out" })
      .optional(),
    on: spelled(
      readOn,
      "days of the calendar: monthly 1 at 10:00, weekly Mon at 10:00, or 2026-12-24 10:00",
    ).optional(),
    after: spelled(readDuration, "a time after the entry was found, such as 12h or 4d").prefault("0m"),
    each: z
      .enum(["entry", "story", "section"])
      .meta({ description: "one post an entry, one a story, or a thread with a part a section" })
      .default("entry"),
    of: z
      .enum(["translation"])
      .meta({ description: "entries that translate those of the source" })
      .optional(),
    before: z.enum(["event"]).meta({ description: "stories that tell of an event to come" }).optional(),
    sections: z
      .array(z.string().min(1))
      .meta({ description: "headings that stories are taken from; * stands for any letters" })
      .optional(),
    order: z.enum(["page", "best"]).meta({ description: "which stories come first" }).optional(),
    every: spelled(readEvery, "a rhythm, such as 1d at 10:00").optional(),
    limit: whole(1, "the greatest number of stories").optional(),
    thread: z
      .enum(["numbered", "plain"])
      .meta({ description: "how a text that does not fit becomes several posts" })
      .optional(),
    repeat: z
      .strictObject({
        every: spelled(readPatience, "a length of time, such as 30d"),
        times: whole(2, "how often in all", 100),
      })
      .meta({ description: "the same again" })
      .optional(),
    unless: z
      .strictObject({
        likes: whole(1, "a number of likes").optional(),
        reposts: whole(1, "a number of reposts").optional(),
        replies: whole(1, "a number of replies").optional(),
      })
      .meta({ description: "how well the announcement must have done for it to be left out" })
      .optional(),
    expires: spelled(readPatience, "how long after its time it is worth sending, such as 3d").optional(),
    late: z
      .enum(["send", "skip", "ask"])
      .meta({ description: "what becomes of it where its time passed while nothing was sent" })
      .optional(),
    template: z
      .union([name("the name of a template"), z.array(name("the name of a template")).min(1)])
      .meta({ description: "a template, or several that are taken in turn" })
      .optional(),
    link: z.enum(placements).meta({ description: "where the link stands" }).optional(),
    mentions: flag("false: nobody is mentioned").optional(),
  })
  .meta({ description: "one post, when and to whom" });

const review = z
  .strictObject({
    approvals: whole(1, "how many people must agree").default(1),
    expires: spelled(readDuration, "how long an approval counts, such as 7d").optional(),
    span: spelled(readDuration, "by how much an approved post may be moved, such as 2h").optional(),
  })
  .meta({ description: "what people must agree to before it goes out" });

const expect = z
  .strictObject({
    entry: spelled(
      readDeadline,
      "a deadline, such as monthly by 7, weekly by Mon 12:00 or daily by 18:00",
    ).optional(),
    confirmed: spelled(readPatience, "a length of time, such as 1h").prefault("1h"),
  })
  .meta({ description: "what must come true, or somebody is told" });

const campaign = z
  .strictObject({
    source: name("the name of a source"),
    review: z.union([z.literal("none"), review]).default("none"),
    wait: z
      .strictObject({
        live: flag("wait until the entry's page answers and its card is complete: true or false").default(
          false,
        ),
        card: flag("false waits for the page only, whatever its card: true or false").default(true),
        patience: spelled(readPatience, "how long it waits before somebody is told, such as 6h").prefault(
          "6h",
        ),
      })
      .meta({ description: "what must be true before anything goes out" })
      .prefault({}),
    expect: expect.optional(),
    steps: names(step, "steps by name").default({}),
  })
  .meta({ description: "what is said about the entries of a source" });

const report = z
  .strictObject({
    to: name("the name of the account that the report goes to, such as the team's chat room"),
    on: spelled(readOn, "a day of the month and a time, such as monthly 1 at 9:00"),
  })
  .meta({ description: "each month, what the posts of the month before came to" });

const signIn = z
  .strictObject({
    issuer: spelled(
      readIssuer,
      "the provider's address as it calls itself, such as https://login.example.org",
    ),
    clientId: text("the id that the provider knows Carillon by"),
    clientSecret: text("the secret that belongs to it, such as ${SIGN_IN_SECRET}"),
    label: text("what the provider is called on the sign-in page").default("your organisation"),
    claim: text("the claim that lists somebody's groups").default("groups"),
    roles: z
      .record(text("a group as the provider calls it"), z.enum(["viewer", "author", "approver"]))
      .meta({ description: "who may come in without an invitation: groups, and what each may do" })
      .default({}),
  })
  .meta({ description: "an OpenID Connect provider that people of the team may sign in with" });

const receiver = z
  .strictObject({
    to: spelled(readReceiver, "the address that events are sent to, such as https://example.org/carillon"),
    secret: text("the secret that events are signed with, such as ${EVENTS_SECRET}"),
    formerSecret: text("the secret before, while the receiver learns the new one").optional(),
    types: z
      .array(z.enum(eventTypes))
      .min(1)
      .meta({ description: "events to hear of, such as [post.sent, post.failed]" })
      .optional(),
  })
  .meta({ description: "who is told what happens, by signed webhooks" });

/** The configuration file. Its input is what a person writes; `${…}` is replaced before. */
export const schema = z.strictObject({
  site: site.prefault({}),
  ledger: text("a SQLite file, or an address postgres://…").default("./data/carillon.db"),
  retention: spelled(
    readRetention,
    "how long to remember how posts came about, 30d or more, such as 2y",
  ).optional(),
  network: z
    .strictObject({ allowPrivate: flag("true allows private and loopback addresses").default(false) })
    .meta({ description: "what Carillon may reach" })
    .prefault({}),
  templates: text("a folder of templates that come before the built-in ones").optional(),
  people: text("the file of people and their names on networks, such as ./people.yaml").optional(),
  sources: names(source, "sources by name").default({}),
  accounts: names(account, "accounts by name").default({}),
  groups: names(
    z.array(name("the name of an account")).meta({ description: "accounts, such as [here]" }),
    "groups of accounts by name",
  ).default({}),
  alarm: alarm.optional(),
  report: report.optional(),
  campaigns: names(campaign, "campaigns by name").default({}),
  signIn: signIn.optional(),
  events: z.array(receiver).meta({ description: "who is told what happens" }).default([]),
});

/** What the schema understood: times read, defaults filled in, names not yet looked up. */
export type Parsed = output<typeof schema>;
export type ParsedSource = Parsed["sources"][string];
export type ParsedCampaign = Parsed["campaigns"][string];
export type ParsedQuiet = output<typeof quiet>;
export type ParsedStep = ParsedCampaign["steps"][string];
