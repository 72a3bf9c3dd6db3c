import { startMastodon } from "./mastodon.ts";
import { startWebhook } from "./webhook.ts";

/** A bench server in a process of its own, so that it does not share the clock of what is measured. */
const [, , kind, secret = ""] = process.argv;
const accounts = Array.from({ length: 64 }, (_, index) => `bell${index}`);
const server =
  kind === "webhook"
    ? await startWebhook({ secret, strict: false })
    : await startMastodon({ accounts, strict: false });
process.send?.(server.url);
process.on("disconnect", () => process.exit());
