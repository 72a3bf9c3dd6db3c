import { basename } from "node:path";
import type { App } from "../../app.ts";
import { type Manuscript, readManuscript } from "../../config/manuscript.ts";
import type { Shown } from "../../model/shown.ts";
import { showPart } from "../../config/shown.ts";
import type { Config } from "../../config/config.ts";
import type { ConfigurationPart } from "../../web/team/channels.ts";

/** Shows parts of the configuration. */
export type Showing = (show: (manuscript: Manuscript | undefined) => readonly Shown[]) => ConfigurationPart;

/** The file is read when somebody looks; what was changed in it since now does not hold yet. */
export function showingOf({ config }: App): Showing {
  const begun = Date.now();
  return (show) => {
    const manuscript = readManuscript(config.file);
    const stale = manuscript === undefined || manuscript.changedAt > begun;
    return { file: basename(config.file), stale, values: show(manuscript) };
  };
}

/** What holds for all: the site, the ledger, what may be reached, who is told. */
export function wholeOf(app: App): () => ConfigurationPart {
  const showing = showingOf(app);
  const defaults = defaultsOf(app.config);
  return () =>
    showing((manuscript) =>
      showPart(manuscript, [], defaults, process.env).filter(
        ({ key }) => !parts.has(key.split(".")[0] ?? ""),
      ),
    );
}

/** They have pages of their own. */
const parts: ReadonlySet<string> = new Set(["sources", "accounts", "campaigns"]);

function defaultsOf({ site, ledger, network }: Config): Readonly<Record<string, string | null>> {
  const { name, url, timezone, port, language } = site;
  return {
    "site.name": name,
    "site.url": url,
    "site.timezone": timezone,
    "site.port": String(port),
    "site.language": language,
    ledger,
    "network.allowPrivate": String(network.allowPrivate),
  };
}
