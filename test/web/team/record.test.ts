import { onTestFinished, expect, test } from "vitest";
import { invite } from "../../../src/app/team/admission.ts";
import { routes } from "../../../src/web/api/routes.ts";
import { doorList, type Door } from "../../../src/web/team/doors.ts";
import { startWebhook } from "../../bench/webhook.ts";
import { someSource } from "../../fixtures/app.ts";
import { planInto } from "../../fixtures/shop.ts";
import { joinAs, makeBrowser, openHouse, password } from "./house.ts";

const hidden = [
  "aHVzaC1odXNoLWh1c2gtaHVzaC1odXNo",
  "hush-of-the-provider",
  "hush-of-the-deploy",
  "hush-of-fedi",
];
const [secret = "", clientSecret = "", ring = "", accessToken = ""] = hidden;
const at = new Date("2026-03-10T12:00:00Z");

/** A team with something for every door to act upon. */
async function someHouse() {
  const hook = await startWebhook({ secret });
  onTestFinished(() => hook.close());
  const trial = { name: "trial", channel: "webhook", settings: { server: hook.url, secret }, test: true };
  const { app, url } = await openHouse(
    {
      sources: [{ ...someSource(`${hook.url}/feed`), hook: { secret: ring } }],
      accounts: [trial, { name: "fedi", channel: "mastodon", settings: { server: hook.url, accessToken } }],
      signIn: {
        issuer: hook.url,
        clientId: "bells",
        clientSecret,
        label: "Guild",
        claim: "groups",
        roles: {},
      },
    },
    () => at,
  );
  const dueAt = "2026-03-11T12:00:00.000Z";
  const one = { account: "trial", channel: "webhook", dueAt, state: "draft", approvalsNeeded: 1 } as const;
  await planInto(
    app.ledger,
    ["a", "b", "c", "d"].map((step) => ({ ...one, step })),
  );
  const administrator = await joinAs(app, url, "administrator");
  const ids = (await app.ledger.deliveries.list({})).map(({ id }) => id);
  const [entry = ""] = (await app.ledger.entries.list(["news"], 1)).map(({ id }) => id);
  return { app, url, administrator, ids, entry };
}

type Post = Extract<Door, `POST ${string}`>;

/** Doors that keep nothing; those that need a network to act upon, whose tests are elsewhere; that somebody else presses. */
const others = [
  "POST /desk/posts/:id/try",
  "POST /desk/posts/:id/correct",
  "POST /desk/entries/:id/release",
  "POST /desk/entries/:id/cancel",
  "POST /desk/channels/:name/connect",
  "POST /desk/channels/:name/disconnect",
  "POST /desk/channels/:name/release",
] as const satisfies readonly Post[];

const isOther = (door: Door): boolean => (others as readonly string[]).includes(door);

test("whatever is done by a form is written down, with who did it", async () => {
  const { app, url, administrator: anna, ids, entry } = await someHouse();
  const [a, b, c, d] = ids;
  const many = async (): Promise<number> => (await app.ledger.audit.list(10_000)).length;
  const person = async (login: string) => (await app.ledger.people.byLogin(login))?.person.id ?? "";
  const found = async (path: string, pattern: RegExp) => pattern.exec((await anna.get(path)).text)?.[1] ?? "";
  const seen = (id = "") => found(`/desk/posts/${id}`, /name="sight" value="([^"]+)"/);
  const of = (address = "") => new URL(address, url).pathname;
  const link = { review: "", shared: "", secret: await invite(app, "author", "test") };
  const bob = makeBrowser(url);
  const steps: Readonly<Record<Exclude<Post, (typeof others)[number]>, () => Promise<unknown>>> = {
    "POST /join/:secret": () => bob.post(`/join/${link.secret}`, { login: "bob", name: "Bob", password }),
    "POST /sign-in": () => bob.post("/sign-in", { login: "bob", password }),
    "POST /language": () => bob.post("/language", { language: "en" }),
    "POST /desk/you/password": () => bob.post("/desk/you/password", { old: password, new: `${password}!` }),
    "POST /desk/you/sign-out": () => bob.post("/desk/you/sign-out"),
    "POST /desk/you/sessions/:id/end": async () => {
      await bob.post("/sign-in", { login: "bob", password: `${password}!` });
      const [session] = await app.ledger.webSessions.of(await person("bob"), at);
      await app.ledger.store.commit((tx) => tx.run("DELETE FROM audit"));
      await bob.post(`/desk/you/sessions/${session?.id}/end`);
    },
    "POST /desk/hold": () => anna.post("/desk/hold", { reason: "Storm." }),
    "POST /desk/release": () => anna.post("/desk/release"),
    "POST /desk/posts/:id/words": () => anna.post(`/desk/posts/${a}/words`, { text: "Other words." }),
    "POST /desk/posts/:id/ask": () => anna.post(`/desk/posts/${a}/ask`, { text: "Look." }),
    "POST /desk/posts/:id/move": () =>
      anna.post(`/desk/posts/${a}/move`, { date: "2026-03-12", time: "15:00" }),
    "POST /desk/posts/:id/send-back": () => anna.post(`/desk/posts/${a}/send-back`, { text: "No." }),
    "POST /desk/posts/:id/approve": async () =>
      anna.post(`/desk/posts/${b}/approve`, { sight: await seen(b) }),
    "POST /desk/entries/:id/approve": async () =>
      anna.post(`/desk/entries/${entry}/approve`, { seen: `${c} ${await seen(c)}` }),
    "POST /desk/posts/:id/decide": () => anna.post(`/desk/posts/${d}/decide`, { action: "cancel" }),
    "POST /desk/entries/:id/ask": () => anna.post(`/desk/entries/${entry}/ask`, { text: "Look." }),
    "POST /desk/entries/:id/say": () => anna.post(`/desk/entries/${entry}/say`, { text: "Good." }),
    "POST /desk/entries/:id/review-links": async () => {
      const page = await anna.post(`/desk/entries/${entry}/review-links`);
      link.review = /(\/review\/[\w-]+)/.exec(page.text)?.[1] ?? "";
    },
    "POST /review/:secret": () => makeBrowser(url).post(link.review, { name: "Guest", text: "Nice." }),
    "POST /desk/entries/:id/review-links/:link/end": async () =>
      anna.post(of(await found(`/desk/entries/${entry}`, /action="([^"]*review-links\/[^"]+\/end)"/))),
    "POST /desk/simulate/share": () =>
      anna.post("/desk/simulate/share", { from: "2026-03-10", to: "2026-03-12" }),
    "POST /desk/simulate/links/:id/end": async () =>
      anna.post(of(await found("/desk/simulate", /action="([^"]*links\/[^"]+\/end)"/))),
    "POST /desk/channels/:name/test": () => anna.post("/desk/channels/trial/test"),
    "POST /desk/channels/:name/send-test": () => anna.post("/desk/channels/trial/send-test"),
    "POST /desk/sources/:name/look": () => anna.post("/desk/sources/news/look"),
    "POST /desk/people/invite": () => anna.post("/desk/people/invite", { role: "author" }),
    "POST /desk/people/:id/role": async () =>
      anna.post(`/desk/people/${await person("bob")}/role`, { role: "viewer" }),
    "POST /desk/people/:id/end": async () => anna.post(`/desk/people/${await person("bob")}/end`),
    "POST /desk/people/:id/let-in": async () => anna.post(`/desk/people/${await person("bob")}/let-in`),
    "POST /desk/invitations/:id/withdraw": async () =>
      anna.post(of(await found("/desk/people", /action="([^"]*invitations\/[^"]+\/withdraw)"/))),
    "POST /desk/tokens/make": () =>
      anna.post("/desk/tokens/make", { name: "robot", right: "see", days: "3" }),
    "POST /desk/tokens/:id/end": async () =>
      anna.post(of(await found("/desk/tokens", /action="([^"]*tokens\/[^"]+\/end)"/))),
  };
  const posts = doorList.filter((door) => door.startsWith("POST ") && !isOther(door));
  expect(Object.keys(steps).toSorted()).toEqual(posts.toSorted());
  const silent: string[] = [];
  for (const [door, act] of Object.entries(steps)) {
    await app.ledger.store.commit((tx) => tx.run("DELETE FROM audit"));
    await act();
    if ((await many()) === 0) silent.push(door);
  }
  expect(silent).toEqual([]);
});

test("no answer holds a secret of the configuration, and each has its headers", async () => {
  const { url, administrator, ids, entry } = await someHouse();
  const fill = (path: string): string =>
    path
      .replace("/posts/:id", `/posts/${ids[0]}`)
      .replace("/entries/:id", `/entries/${entry}`)
      .replace("/channels/:name", "/channels/fedi")
      .replace(":month", "2026-03")
      .replaceAll(/:\w+/g, "nothing");
  const doors = doorList.filter((door) => door.startsWith("GET ")).map((door) => fill(door.slice(4)));
  const api = routes.filter(({ method }) => method === "GET").map(({ path }) => `/api${fill(path)}`);
  const open = [
    "/",
    "/feed.atom",
    `/e/${entry}`,
    `/e/${entry}.json`,
    "/archive/2026",
    "/healthz",
    "/nothing",
  ];
  const away = "/sign-in/provider";
  for (const path of [...doors, ...api, ...open].filter((one) => one !== away))
    for (const browser of [administrator, makeBrowser(url)]) {
      const { text, headers } = await browser.get(path);
      expect([path, hidden.filter((one) => text.includes(one))]).toEqual([path, []]);
      expect([path, headers.get("content-security-policy")]).toEqual([
        path,
        expect.stringMatching(/^default-src 'none'; (?!.*unsafe).*frame-ancestors 'none'$/),
      ]);
      expect([path, headers.get("x-content-type-options"), headers.get("x-frame-options")]).toEqual([
        path,
        "nosniff",
        "DENY",
      ]);
    }
  for (const path of [...doors, ...api].filter((one) => one !== away))
    expect([path, (await administrator.get(path)).headers.get("cache-control")]).toEqual([path, "no-store"]);
});
