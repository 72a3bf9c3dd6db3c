import type { Page } from "playwright-core";
import { onTestFinished } from "vitest";
import type { App } from "../../src/app.ts";
import { invite } from "../../src/app/team/admission.ts";
import { round } from "../../src/app/round.ts";
import type { Campaign } from "../../src/model/campaign.ts";
import type { Pace } from "../../src/model/slot.ts";
import type { Role } from "../../src/model/person.ts";
import { startMastodon, type MastodonBench } from "../bench/mastodon.ts";
import { someSource } from "../fixtures/app.ts";
import { clock, someCampaign, someStep } from "../fixtures/plan.ts";
import { someDocument } from "../fixtures/replay.ts";
import { openHouse, password } from "../web/team/house.ts";

/** Tuesday, 10 March 2026, one o'clock in Berlin. */
const noon = new Date("2026-03-10T12:00:00Z");

const feedOf = (items: string): string =>
  `<rss version="2.0"><channel><title>x</title><link>https://bells.example.org/</link><description>x</description>${items}</channel></rss>`;

export interface Issue {
  readonly title: string;
  /** HTML, as a feed brings it. */
  readonly body: string;
  readonly author?: string;
  readonly link?: string;
}

const itemOf = ({ title, body, author = "Anna", link = "https://bells.example.org/1/" }: Issue): string =>
  `<item><title>${escapeXml(title)}</title><link>${escapeXml(link)}</link><guid>1</guid><author>${escapeXml(author)}</author>
   <pubDate>Tue, 10 Mar 2026 00:00:00 GMT</pubDate><description>${escapeXml(body)}</description></item>`;

const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

export const issue: Issue = {
  title: "The Bell Gazette, March",
  body: `<h2>Articles</h2><ul><li><p>Ghent's ringers published <a href="https://ghent.example.org/plans">their plans</a>, free to copy.</p></li></ul>
  <h2>Software releases</h2><ul><li><p><a href="https://belfry.example.org/3.2">Belfry 3.2</a> keeps several towers in step.</p></li></ul>`,
};

export interface Belfry {
  readonly app: App;
  readonly url: string;
  readonly network: MastodonBench;
  /** The clock of the service, in hours from noon. */
  wait(hours: number): void;
  /** The first look was before the issue: this brings it. */
  bring(one: Issue): Promise<void>;
}

/** A team's Carillon: its own page, and an account on a network that stands on this machine. */
export async function openBelfry(changes: Partial<Campaign> = {}, pace?: Pace): Promise<Belfry> {
  let now = noon;
  const network = await startMastodon({ accounts: ["comms"] });
  onTestFinished(() => network.close());
  const feed = await someDocument(feedOf(""));
  const steps = [
    someStep({ name: "announcement", to: ["here", "fedi"], at: { kind: "next", clock: clock(16) } }),
    someStep({ name: "reminder", to: ["fedi"], after: 4 * 86_400, at: { kind: "clock", clock: clock(10) } }),
  ];
  const { app, url } = await openHouse(
    {
      sources: [someSource(feed.url)],
      accounts: [
        { name: "here", channel: "page", settings: {} },
        {
          name: "fedi",
          channel: "mastodon",
          settings: { server: network.url, accessToken: network.tokenOf("comms") },
          ...(pace && { pace }),
        },
      ],
      campaigns: [someCampaign(steps, changes)],
    },
    () => now,
  );
  await round(app, () => undefined);
  return {
    app,
    url,
    network,
    wait: (hours) => void (now = new Date(now.getTime() + hours * 3_600_000)),
    bring: async (one) => {
      feed.set(feedOf(itemOf(one)));
      await round(app, () => undefined);
    },
  };
}

/** Joins by a link, as a person does. */
export async function join(page: Page, { app, url }: Belfry, role: Role, name: string): Promise<void> {
  await page.goto(`${url}/join/${await invite(app, role, "test")}`);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Login").fill(name.toLowerCase());
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Join" }).click();
  await page.getByRole("heading", { name: "Needs you" }).waitFor();
}
