import { conditional, startFeedServer } from "./feed-server.ts";
import { startMastodon } from "./mastodon.ts";
import { startWebhook } from "./webhook.ts";

/** A bench server in a process of its own, so that it does not share the clock of what is measured. */
const [, , kind = "", more = ""] = process.argv;
const accounts = Array.from({ length: 128 }, (_, index) => `bell${index}`);

/** As many feeds that have not changed as asked for. */
async function startFeeds(count: number): Promise<{ readonly url: string }> {
  const server = await startFeedServer();
  const unchanged = conditional("<rss/>");
  for (let at = 0; at < count; at++) server.serve(`/${at}`, unchanged);
  return server;
}

const kinds: Readonly<Record<string, () => Promise<{ readonly url: string }>>> = {
  feeds: () => startFeeds(Number(more)),
  mastodon: () => startMastodon({ accounts, strict: false }),
  webhook: () => startWebhook({ secret: more, strict: false }),
};
const server = await kinds[kind]?.();
process.send?.(server?.url);
process.on("disconnect", () => process.exit());
