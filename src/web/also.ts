import type { Context, Hono } from "hono";
import type { Env } from "./policy.ts";
import { isAnnounced } from "./entry.ts";
import { isCopy, publishedAt } from "./published.ts";
import type { Reading, Told } from "./reading.ts";

/**
 * Where an entry was posted, for the newsletter's own page to say “also on”: `/e/ID.json`, or `/also.json?url=` with the
 * entry's address. Any page may ask; only what is public is told.
 */
export function addAlso(app: Hono<Env>, reading: Reading): void {
  app.get("/e/:id{[0-9a-z]+\\.json}", async (c) => {
    const id = c.req.param("id").replace(/\.json$/u, "");
    return tell(c, reading, id, await reading.entry(id));
  });
  app.get("/also.json", async (c) => {
    const found = await reading.entryAt(c.req.query("url") ?? "");
    return tell(c, reading, found?.id ?? "", found);
  });
}

function tell(c: Context<Env>, { site, label }: Reading, id: string, told: Told | undefined): Response {
  c.header("Access-Control-Allow-Origin", "*");
  c.header("Cache-Control", "public, max-age=300");
  if (told === undefined || !isAnnounced(told))
    return c.json({ error: "Nothing was posted about it yet." }, 404);
  const { title, url } = told.entry;
  const also = told.deliveries.filter(isCopy).map((one) => ({
    network: label(one.channel),
    account: one.account,
    step: one.step,
    url: one.receipt?.permalink,
    at: publishedAt(one),
  }));
  return c.json({ title, url, page: `${site.url}/e/${id}`, also });
}
