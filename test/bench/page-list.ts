import type { App } from "../../src/app.ts";
import { now } from "./full-config.ts";

/** An address with its name in the table. */
export interface Page {
  readonly name: string;
  readonly path: string;
  /** What a form sends, or a program where it begins with “{”. */
  readonly body?: string;
}

const plain = [
  "/",
  "/feed.atom",
  "/healthz",
  "/readyz",
  "/desk",
  "/desk/entries",
  "/desk/calendar",
  "/desk/calendar?view=week",
  "/desk/calendar?view=list",
  "/desk/calendar?account=fedi",
  "/desk/calendar?state=draft",
  "/desk/history",
  "/desk/history?account=x",
  "/desk/history?state=failed",
  "/desk/history?account=x&state=cancelled",
  "/desk/history?campaign=newsletter&state=retracted",
  "/desk/history?campaign=newsletter",
  "/desk/history?from=2026-03-02&to=2026-03-03",
  "/desk/history?words=story",
  "/desk/history?words=nowhere",
  "/desk/decisions",
  "/desk/results",
  "/desk/results/2026-03",
  "/desk/results/2026-03.csv",
  "/desk/results/2026-02",
  "/desk/channels",
  "/desk/channels/x",
  "/desk/channels/third",
  "/desk/sources",
  "/desk/campaigns",
  "/desk/configuration",
  "/desk/simulate",
  "/desk/simulate?from=2026-03-20&to=2026-04-19",
  "/desk/you",
  "/desk/people",
  "/desk/tokens",
  "/api/status",
  "/api/needs",
  "/api/entries",
  "/api/deliveries",
  "/api/deliveries?account=x",
  "/api/deliveries?state=sent",
  "/api/deliveries?account=x&state=sent",
  "/api/history",
  "/api/history?words=nowhere",
  "/api/decisions",
  "/api/sources",
  "/api/hold",
  "/api/calendar",
  "/api/channels",
  "/api/campaigns",
  "/api/results",
  "/api/results/2026-03",
  "/api/openapi.json",
];

const one = (name: string, path: string): Page => ({ name, path });

/** All pages, some with the questions that find little; `also`: those of one entry and one post. */
export async function pagesOf(app: App): Promise<readonly Page[]> {
  const { deliveries, store } = app.ledger;
  const [big] = await deliveries.list({ newest: true, limit: 1 });
  const [small] = await deliveries.list({
    to: new Date(now.getTime() - 25 * 86_400_000).toISOString(),
    newest: true,
    limit: 1,
  });
  const [oldest] = await deliveries.list({ limit: 1 });
  const [here] = await deliveries.list({ account: "here", states: ["sent"], newest: true, limit: 1 });
  const [draft] = await deliveries.list({ states: ["draft"], newest: true, limit: 1 });
  const [row] = await store.read("SELECT id FROM entry ORDER BY found_at, id LIMIT 1 OFFSET 12");
  const url = (await app.ledger.entries.get(small?.entry ?? ""))?.entry.url ?? "";
  return [
    ...plain.map((path) => one(path, path)),
    one("/e/ID", `/e/${small?.entry}`),
    one("/e/ID.json", `/e/${small?.entry}.json`),
    one("/also.json", `/also.json?url=${encodeURIComponent(url)}`),
    one("/p/ID", `/p/${here?.id}`),
    one("/desk/entries/ID, 50 posts", `/desk/entries/${small?.entry}`),
    one("/desk/entries/ID, 300 posts", `/desk/entries/${big?.entry}`),
    one("/desk/entries?below=", `/desk/entries?below=${String(row?.id)}`),
    one("/desk/posts/ID", `/desk/posts/${draft?.id}`),
    one("/desk/posts/ID/places", `/desk/posts/${draft?.id}/places?first=2026-02-23&last=2026-04-05`),
    one("/desk/calendar, a day's list", `/desk/calendar?view=list&day=2026-03-10`),
    one("/desk/history?below=", `/desk/history?below=${small?.id}`),
    one("/desk/history?entry=", `/desk/history?entry=${oldest?.entry}`),
    one("/api/entries/ID, 300 posts", `/api/entries/${big?.entry}`),
    one("/api/posts/ID", `/api/posts/${draft?.id}`),
    { name: "POST /desk/posts/ID/try", path: `/desk/posts/${draft?.id}/try`, body: "text=The+bells+ring%21" },
    {
      name: "POST /api/posts/ID/try",
      path: `/api/posts/${draft?.id}/try`,
      body: '{"texts":["The bells ring!"]}',
    },
  ];
}

const named = (paths: readonly string[], when: string): readonly Page[] =>
  paths.map((path) => ({ name: `${path} ${when}`, path }));

/** Where somebody looks when much has gone wrong. */
export const badDay = named(
  ["/desk", "/desk/channels", "/desk/history?state=held", "/api/status", "/api/needs", "/healthz"],
  "with 1,000 held",
);

/** And when everything is held. */
export const stopped = named(["/desk", "/desk/release", "/api/hold"], "with 200 due");
