import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadConfig } from "../../src/config/load.ts";
import type { Config } from "../../src/config/config.ts";
import { builtInNames, findChannel } from "../../src/registry.ts";

/** In the middle of a month. */
export const now = new Date("2026-03-20T12:00:00Z");

/** Of a team with twelve accounts, one of which has a budget and one a number of posts a day. */
const yaml = `
site: { name: The Belfry, url: "http://localhost:4747", timezone: Europe/Berlin }
network: { allowPrivate: true }
sources:
  news: { feed: "http://127.0.0.1:9/feed.xml" }
accounts:
  here: { channel: page }
  fedi: { channel: mastodon, server: "http://127.0.0.1:9", accessToken: one }
  second: { channel: mastodon, server: "http://127.0.0.1:9", accessToken: two, quiet: { hours: "22:00-07:00" } }
  third: { channel: mastodon, server: "http://127.0.0.1:9", accessToken: three, perDay: 40 }
  sky: { channel: bluesky, server: "http://127.0.0.1:9", identifier: bells.example, password: four }
  x: { channel: twitter, apiKey: a, apiSecret: b, accessToken: c, accessSecret: d, budget: 200 USD/month }
  reddit: { channel: reddit, clientId: a, clientSecret: b, refreshToken: c, subreddit: bells }
  lemmy: { channel: lemmy, server: "http://127.0.0.1:9", username: bells, password: five, community: bells }
  li: { channel: linkedin, organization: "123", accessToken: six }
  fb: { channel: facebook, page: "123", accessToken: seven }
  hook: { channel: webhook, server: "http://127.0.0.1:9", secret: a secret of bells }
  room: { channel: webhook, server: "http://127.0.0.1:9/room", secret: another secret }
campaigns:
  newsletter:
    source: news
    steps:
      announcement: { to: [here, fedi, sky, x, reddit, lemmy, li, fb, hook, room], at: "next 16:00" }
      highlights: { each: story, to: [fedi, second, third, sky], every: 1d at 10:00, limit: 6 }
      reminder: { to: [fedi, x], after: 4d, at: "10:00" }
`;

/** With a ledger in that folder. */
export async function fullConfig(folder: string, name: string): Promise<Config> {
  const file = join(folder, `${name}.yaml`);
  writeFileSync(file, `${yaml}ledger: ./${name}.db\n`);
  const { config, problems } = await loadConfig(file, {}, findChannel, builtInNames);
  if (config === null) throw new Error(problems.map(({ problem }) => problem).join(" "));
  return config;
}
