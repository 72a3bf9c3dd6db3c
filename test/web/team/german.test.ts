import { expect, test } from "vitest";
import type { App } from "../../../src/app.ts";
import { planInto } from "../../fixtures/shop.ts";
import { findTagged } from "../words/tagged.ts";
import { type Browser, joinAs, openHouse } from "./house.ts";

const at = new Date("2026-03-10T12:00:00Z");
const accounts = [
  { name: "here", channel: "page", settings: {} },
  { name: "fedi", channel: "mastodon", settings: { server: "https://fedi.example", accessToken: "hush" } },
];

const patterns = findTagged(["src", "channels/mastodon"]).map(({ pattern }) => pattern);

/** The longest words of each sentence that Carillon says; short ones may be anybody's. */
const english = patterns
  .map(
    (one) =>
      one
        .split("{}")
        .toSorted((a, b) => b.length - a.length)[0]
        ?.trim() ?? "",
  )
  .filter((words) => words.split(" ").length > 3);

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("'", "&#39;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

const englishIn = (page: string): readonly string[] =>
  english.filter((words) => page.includes(escaped(words)));

async function german(app: App, url: string): Promise<Browser> {
  const anna = await joinAs(app, url, "administrator", "anna");
  await anna.post("/language", { language: "de" });
  return anna;
}

const pages = [
  "/desk",
  "/desk/history",
  "/desk/decisions",
  "/desk/entries",
  "/desk/channels",
  "/desk/sources",
];

/** Whole sentences; what ends otherwise stands within others. */
const reasons = patterns.filter((one) => /^[A-Z“{].*\.$/u.test(one)).map((one) => one.replaceAll("{}", "x"));
const kinds = ["held", "failed", "scheduled", "draft", "cancelled", "unsure", "handed"] as const;

test("whatever reason stands in the ledger, German pages say it in German", async () => {
  const { app, url } = await openHouse({ accounts }, () => at);
  const steps = Array.from({ length: 150 }, (_, of) => `step-${of}`);
  const some = { account: "fedi", channel: "mastodon", state: "held" } as const;
  await planInto(
    app.ledger,
    steps.map((step) => ({ ...some, step })),
  );
  const anna = await german(app, url);
  for (let from = 0; from < reasons.length; from += steps.length) {
    await app.ledger.store.commit(async (tx) => {
      for (const [of, step] of steps.entries())
        await tx.run("UPDATE delivery SET reason = ? WHERE step = ?", reasons[from + of] ?? null, step);
    });
    const desk = (await anna.get("/desk")).text;
    expect(desk.split('class="state held"').length).toBeGreaterThan(100);
    expect(englishIn(desk)).toEqual([]);
  }
  for (const state of kinds) {
    await app.ledger.store.commit((tx) => tx.run("UPDATE delivery SET state = ?", state));
    for (const path of ["/desk", "/desk/history", "/desk/calendar", "/desk/entries"])
      expect({ state, path, english: englishIn((await anna.get(path)).text) }).toEqual({
        state,
        path,
        english: [],
      });
  }
});

test("every decision is answered in German, and stands in German among the decisions", async () => {
  const { app, url } = await openHouse({ accounts }, () => at);
  const ways = ["hold", "cancel", "release", "retry", "again", "there", "retract"];
  await planInto(
    app.ledger,
    ["one", ...ways].map((step) => ({ account: "fedi", channel: "mastodon", step })),
  );
  const anna = await german(app, url);
  const seen: string[] = [];
  const press = async (path: string, fields: Readonly<Record<string, string>> = {}): Promise<void> => {
    seen.push((await anna.post(path, fields)).text);
  };
  for (const { id } of await app.ledger.deliveries.list({}))
    for (const action of ways)
      await press(`/desk/posts/${id}/decide`, { action, detail: "https://fedi.example/@us/1" });
  const [first] = await app.ledger.deliveries.list({});
  const post = `/desk/posts/${first?.id}`;
  await press(`${post}/words`, { part: "" });
  await press(`${post}/move`, { day: "2020-01-01", time: "10:00" });
  await press(`${post}/move`, { day: "2026-03-12", time: "10:00" });
  await press(`${post}/move`, { plan: "yes" });
  await press(`${post}/ask`);
  await press(`${post}/approve`, { seen: "x" });
  await press(`${post}/send-back`, { text: "Nein." });
  await press(`${post}/correct`, { by: "leave" });
  await press(`/desk/entries/${first?.entry}/cancel`);
  await press(`/desk/entries/${first?.entry}/review-links`);
  for (const action of ["test", "send-test", "connect", "disconnect", "release"])
    await press(`/desk/channels/fedi/${action}`);
  await press("/desk/tokens/make", { name: "robot", right: "see", days: "9" });
  await press("/desk/people/invite", { role: "author" });
  await press("/desk/hold", { reason: "Ein Fehler." });
  await press("/desk/release");
  for (const path of [...pages, post, `/desk/entries/${first?.entry}`, "/desk/channels/fedi"])
    seen.push((await anna.get(path)).text);
  const decisions = seen.find((page) => page.includes("/desk/decisions") || page.includes("<table>")) ?? "";
  expect(decisions).not.toBe("");
  expect(seen.flatMap(englishIn)).toEqual([]);
});

test("the site's own channel has a German name wherever a channel is named", async () => {
  const { app, url } = await openHouse({ accounts: accounts.slice(0, 1) }, () => at);
  const here = { account: "here", channel: "page" };
  await planInto(app.ledger, [
    { ...here, state: "held", dueAt: "2026-03-10T10:00:00.000Z" },
    { ...here, step: "reminder", dueAt: "2026-03-10T15:00:00.000Z" },
  ]);
  const [first] = await app.ledger.deliveries.list({});
  const anna = await german(app, url);
  const named = ["calendar", "channels/here", `entries/${first?.entry}`, `posts/${first?.id}`, "results"];
  for (const path of ["/desk", "/desk/history", "/desk/channels", ...named.map((one) => `/desk/${one}`)]) {
    const page = (await anna.get(path)).text;
    expect({ path, german: page.includes("Diese Seite"), english: page.includes("This site") }).toEqual({
      path,
      german: true,
      english: false,
    });
  }
});
