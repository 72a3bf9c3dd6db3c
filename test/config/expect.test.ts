import { expect, it } from "vitest";
import { load, problemsOf } from "./write.ts";

const campaign = (keys: string): string => `sources: { news: { feed: "https://example.org/feed" } }
campaigns:
  news: { source: news, ${keys} }
`;

it("what a campaign expects is understood; what it does not say is the usual", async () => {
  const expectedOf = async (keys: string) => (await load(campaign(keys))).config?.campaigns[0]?.expect;
  const week = { every: "week", day: 1, clock: { hour: 12, minute: 0 } };
  expect(await expectedOf("expect: { entry: weekly by Mon 12:00, confirmed: 30m }")).toEqual({
    entry: week,
    confirmed: 1800,
  });
  expect(await expectedOf("expect: { entry: weekly by Mon 12:00 }")).toEqual({
    entry: week,
    confirmed: 3600,
  });
  expect(await expectedOf("expect: { confirmed: 2h }")).toEqual({ entry: null, confirmed: 7200 });
  expect(await expectedOf("steps: {}")).toBeUndefined();
});

it("what cannot be expected is refused with what can", async () => {
  const problems = await problemsOf(campaign("expect: { entry: by the 7th, confirmed: 0m, entries: 1 }"));
  expect(problems).toEqual([
    expect.stringMatching(
      /^3: campaigns\.news\.expect\.entry: “by the 7th” .* Give a deadline, such as monthly by 7, weekly by Mon 12:00 or daily by 18:00\.$/,
    ),
    expect.stringMatching(
      /^3: campaigns\.news\.expect\.confirmed: “0m” .* Give a length of time, such as 1h\.$/,
    ),
    "3: campaigns.news.expect.entries: There is no setting “entries” here. Known here: entry, confirmed.",
  ]);
});
