import { expect, it } from "vitest";
import { load, problemsOf } from "./write.ts";

const world = `site: { timezone: Europe/Berlin, quiet: { hours: "22:00-07:00", days: [Sun, 2026-12-25] } }
sources:
  news: { feed: "https://example.org/feed" }
  german: { feed: "https://example.org/de/feed", translates: news, language: de }
accounts:
  tower: { channel: bell, server: "https://bell.example", token: t }
  glocke: { channel: bell, server: "https://bell.example", token: t, language: de, timezone: America/New_York, gap: 30m, perDay: 3, quiet: { days: [Sat] } }
groups: { all: [tower, glocke] }
`;

it("every kind of step is understood", async () => {
  const { config, problems } = await load(`${world}campaigns:
  news:
    source: news
    steps:
      announcement: { to: [all, tower], at: weekdays at 16:00, expires: 3d, late: ask }
      highlights: { to: [all], each: story, sections: ["*release*"], order: best, limit: 3, every: 1d at 10:00, days: [Mon, Tuesday] }
      digest: { to: [all], each: section }
      reminder: { to: [all], after: 4d, at: "10:00", unless: { likes: 20 } }
      event: { to: [all], before: event, at: 1d before at 10:00 }
      german: { to: [glocke], of: translation }
      monthly: { to: [all], on: monthly 31 at 10:00 }
      weekly: { to: [all], on: weekly Mon at 9:30 }
      once: { to: [all], on: 2026-12-24 10:00 }
      evergreen: { to: [all], repeat: { every: 30d, times: 3 } }
`);
  expect(problems).toEqual([]);
  const clock = { hour: 10, minute: 0 };
  const steps = Object.fromEntries(config!.campaigns[0]!.steps.map((step) => [step.name, step]));
  expect(steps).toMatchObject({
    announcement: {
      to: ["tower", "glocke"],
      at: { kind: "next", days: [1, 2, 3, 4, 5] },
      expires: 259_200,
      late: "ask",
    },
    highlights: { order: "best", days: [1, 2], sections: ["*release*"] },
    digest: { each: "section", thread: "numbered" },
    reminder: { after: 345_600, unless: { likes: 20 } },
    event: { before: "event", at: { kind: "before", before: 1, clock } },
    german: { of: "translation" },
    monthly: { on: { kind: "monthly", day: 31, clock } },
    weekly: { on: { kind: "weekly", weekday: 1, clock: { hour: 9, minute: 30 } } },
    once: { on: { kind: "once", date: "2026-12-24", clock } },
    evergreen: { repeat: { every: 2_592_000, times: 3 } },
  });
  expect(config!.site.quiet).toEqual({
    hours: { from: { hour: 22, minute: 0 }, to: { hour: 7, minute: 0 } },
    weekdays: [7],
    dates: ["2026-12-25"],
  });
  expect(config!.accounts[1]).toMatchObject({
    language: "de",
    pace: {
      zone: "America/New_York",
      gap: 1800,
      perDay: 3,
      quiet: { hours: null, weekdays: [6], dates: [] },
    },
  });
});

it("what makes no sense is told, each with its line", async () => {
  expect(
    await problemsOf(`site: { quiet: { hours: "7-9", days: [Mon, Tue, Wed, Thu, Fri, Sat, Sun, 2026-02-30] } }
sources:
  news: { feed: "https://example.org/feed" }
accounts:
  tower: { channel: bell, server: "https://bell.example", token: t, timezone: Europe/Berln, gap: often, perDay: 0 }
  barn: { channel: bell, server: "https://bell.example", token: t }
groups: { all: [barn, nobody], barn: [barn] }
campaigns:
  news:
    source: news
    steps:
      a: { to: [all], order: best }
      b: { to: [al], at: 1d before at 10:00 }
      c: { to: [all], before: event }
      d: { to: [all], on: monthly 32 at 10:00 }
      e: { to: [all], on: weekly Mon at 10:00, after: 4d, each: story }
      f: { to: [all], of: translation }
      g: { to: [all], unless: {} }
      h: { to: [all], each: story, repeat: { every: 30d, times: 1 } }
  other: { source: news, steps: { a: { to: [barn] } } }
`),
  ).toMatchInlineSnapshot(`
    [
      "1: site.quiet.hours: “7-9” does not exist or cannot be read. Give hours of the day, such as 22:00-07:00.",
      "1: site.quiet.days.7: “2026-02-30” does not exist or cannot be read. Give a weekday or a date, such as Sun or 2026-12-25.",
      "5: accounts.tower.timezone: This does not exist or cannot be read. Give an IANA zone, such as America/New_York.",
      "5: accounts.tower.gap: This does not exist or cannot be read. Give a length of time, such as 30m or 2h.",
      "5: accounts.tower.perDay: This does not exist or cannot be read. Give a whole number from 1 to 1000.",
      "7: groups.all.1: There is no account “nobody”. Known here: tower, barn.",
      "7: groups.barn: There is an account “barn” too. Give the group another name.",
      "12: campaigns.news.steps.a.order: “order” is only for a step that goes through the stories. Add each: story, or take it out.",
      "13: campaigns.news.steps.b.to.0: There is no account “al”. Did you mean “all”?",
      "13: campaigns.news.steps.b.at: This is before something that nobody names. Add before: event, or give another time.",
      "14: campaigns.news.steps.c.at: It is not said how long before the event. Give a time such as at: "1d before at 10:00".",
      "15: campaigns.news.steps.d.on: “monthly 32 at 10:00” does not exist or cannot be read. Give days of the calendar: monthly 1 at 10:00, weekly Mon at 10:00, or 2026-12-24 10:00.",
      "16: campaigns.news.steps.e.each: “on” says already when it goes out, so “each” means nothing here. Take one of the two out.",
      "16: campaigns.news.steps.e.after: “on” says already when it goes out, so “after” means nothing here. Take one of the two out.",
      "17: campaigns.news.steps.f.to.0: The account “barn” has no language, so no translation is for it. Give accounts.barn a language, such as language: de.",
      "17: campaigns.news.steps.f.of: No source translates “news”. Give a source translates: news, or take this step out.",
      "18: campaigns.news.steps.g.unless: This names nothing that the announcement could reach. Give a number of likes, reposts or replies, such as { likes: 20 }.",
      "19: campaigns.news.steps.h.repeat.times: This is not a whole number from 2 to 100. Give how often in all.",
      "20: campaigns.other.steps.a.to: “news” says a of the same entries to “barn” already: it would be said twice. Take barn out of one of the two, or give this step another name.",
    ]
  `);
});

it("translations in a circle, and two campaigns that announce the same entries to one account, are told", async () => {
  expect(
    await problemsOf(`sources:
  news: { feed: "https://example.org/feed" }
  a: { feed: "https://example.org/a", translates: b }
  b: { feed: "https://example.org/b", translates: a }
accounts:
  tower: { channel: bell, server: "https://bell.example", token: t }
  barn: { channel: bell, server: "https://bell.example", token: t }
groups: { all: [tower, barn] }
campaigns:
  one: { source: news, steps: { announcement: { to: [all] } } }
  two: { source: news, steps: { hello: { to: [barn] }, later: { to: [barn], after: 2d }, friday: { to: [barn], on: weekly Fri at 10:00 } } }
  three: { source: a, steps: { hello: { to: [barn] } } }
`),
  ).toEqual([
    "3: sources.a.translates: These sources translate each other in a circle: a → b → a. Take “translates” out of the one that is the original.",
    "4: sources.b.translates: These sources translate each other in a circle: b → a → b. Take “translates” out of the one that is the original.",
    "11: campaigns.two.steps.hello.to: “one” announces the same entries to “barn” already, by announcement: it would be told twice. Take barn out of one of the two, or say when this one follows, such as after: 2d.",
  ]);
});

it("a campaign that cannot be understood is asleep, not gone", async () => {
  const { config } = await load(`${world}campaigns:
  news: { source: news, steps: { announcement: { to: [nobody] } } }
  other: { source: news, steps: { other: { to: [tower] } } }
`);
  expect(config!.asleep).toEqual(["news"]);
  expect(config!.campaigns.map(({ name }) => name)).toEqual(["other"]);
});
