import { join } from "node:path";
import { writeFileSync } from "node:fs";
import { onTestFinished, expect, test } from "vitest";
import { loadConfig } from "../../../src/config/load.ts";
import { findChannel } from "../../../src/registry.ts";
import { startWebhook } from "../../bench/webhook.ts";
import { planInto, someFolder } from "../../fixtures/shop.ts";
import { joinAs, makeBrowser, openHouse } from "./house.ts";

const plain = (page: string): string => page.replaceAll(/<[^>]*>/g, "").replaceAll(/\s+/g, " ");
const secret = "aHVzaC1odXNoLWh1c2gtaHVzaC1odXNo";
const env = { HUSH: secret, WHERE: "nowhere" };
const now = new Date("2026-03-10T12:00:00Z");

/** A team with an account for tests, a real one, one that is broken, and one that costs money. */
async function someHouse(clock = () => now) {
  const hook = await startWebhook({ secret });
  onTestFinished(() => hook.close());
  const file = join(someFolder(), "carillon.yaml");
  writeFileSync(
    file,
    `site: { name: The Belfry, timezone: Europe/Berlin }
ledger: ./ledger.db
network: { allowPrivate: true }
accounts:
  trial: { channel: webhook, server: "${hook.url}", secret: "\${HUSH}", test: true, perDay: 5 }
  real:
    channel: webhook
    server: "${hook.url}/\${WHERE}?api_token=plain-token-42"
    secret: ${secret}
  lost: { channel: webhook, server: "${hook.url}", secret: "\${UNSET}" }
`,
  );
  const { config, problems } = await loadConfig(file, env, findChannel);
  const { app, url } = await openHouse({ ...config }, clock);
  return { app: Object.assign(app, { problems }), url, hook, file };
}

test("every account stands there in words; what cannot be used says why", async () => {
  const { app, url } = await someHouse();
  const page = (await (await joinAs(app, url, "viewer")).get("/desk/channels")).text;
  expect(page).toContain("not tried yet");
  expect(page).toContain("for tests");
  expect(page).toContain("5 of 5 posts left today, by our own pace");
  expect(page).toMatch(/lost[\s\S]*The environment variable UNSET is not set/);
  expect(page).not.toContain("style=");
});

test("the settings say where each value comes from, and never a secret", async () => {
  const { app, url } = await someHouse();
  const viewer = await joinAs(app, url, "viewer");
  const trial = (await viewer.get("/desk/channels/trial")).text;
  expect(trial).toMatch(
    /secret<\/code>[\s\S]*secret, never shown[\s\S]*carillon\.yaml, line 5, by \$\{HUSH\}/,
  );
  const real = (await viewer.get("/desk/channels/real")).text;
  expect(real).toContain("carillon.yaml, line 8, by ${WHERE}");
  expect(real).toContain("/nowhere?api_token=…");
  expect(trial + real).not.toContain(secret);
  expect(real).not.toContain("plain-token-42");
  const whole = (await viewer.get("/desk/configuration")).text;
  expect(whole).toMatch(/site\.timezone<\/code>[\s\S]*Europe\/Berlin[\s\S]*carillon\.yaml, line 1/);
  expect(whole).toMatch(/site\.port<\/code>[\s\S]*4747[\s\S]*default/);
});

test("who looks is told that the file was changed after the start", async () => {
  const { app, url, file } = await someHouse();
  const viewer = await joinAs(app, url, "viewer");
  expect((await viewer.get("/desk/channels/trial")).text).not.toContain("was changed after");
  writeFileSync(file, "site: { name: Another }\n");
  const later = await viewer.get("/desk/channels/trial");
  expect(later.text).toContain("was changed after Carillon was started");
});

test("a test post goes out once, by the ordinary way, on accounts for tests only", async () => {
  // Receivers take no event that is signed long ago.
  const { app, url, hook } = await someHouse(() => new Date());
  const anna = await joinAs(app, url, "administrator", "anna");
  expect((await anna.post("/desk/channels/real/send-test")).text).toContain("It is not there for tests");
  expect((await anna.post("/desk/channels/trial/send-test")).text).toContain("A test post is on its way");
  expect((await anna.post("/desk/channels/trial/send-test")).text).toContain("still on its way");
  await app.dispatcher.runDue();
  await app.dispatcher.runDue();
  expect(hook.requests).toHaveLength(1);
  expect(hook.requests[0]?.body.toString()).toContain("A test by The Belfry");
  expect((await anna.get("/desk/channels/trial")).text).toMatch(/class="state sent"/);
  expect(await app.ledger.audit.list(1)).toEqual([
    expect.objectContaining({ who: "anna", action: "test", subject: "trial" }),
  ]);
  expect((await makeBrowser(url).get("/e/(tests)")).status).toBe(404);
  const [post] = await app.ledger.testPosts.of("trial", 9);
  expect((await anna.get(`/desk/posts/${post!.id}`)).status).toBe(200);
});

test("posts that lie beyond the end of a sign-in are warned of, and drawn", async () => {
  const { app, url } = await someHouse();
  const in10 = new Date(now.getTime() + 10 * 86_400_000).toISOString();
  await app.ledger.accounts.recognise("real", { id: "1", name: "<b>Us</b>", handle: "@us" }, in10);
  const webhook = { account: "real", channel: "webhook" };
  await planInto(app.ledger, [
    { ...webhook, dueAt: "2026-03-12T12:00:00.000Z" },
    { ...webhook, step: "reminder", dueAt: "2026-03-25T12:00:00.000Z" },
  ]);
  const page = (await (await joinAs(app, url, "viewer")).get("/desk/channels")).text;
  expect(page).toContain("One planned post lies after that, and could not go out.");
  expect(page).toContain("2 planned posts, the last on 25 March 2026. The sign-in ends on 20 March 2026.");
  expect(page.match(/class="lost"/g)).toHaveLength(1);
  expect(page.match(/class="post"/g)).toHaveLength(1);
  expect(page).toContain("&lt;b&gt;Us&lt;/b&gt;");
});

test("a parked account is let go on or tried, by who operates", async () => {
  const { app, url, hook } = await someHouse();
  await planInto(app.ledger, [{ account: "trial", channel: "webhook", dueAt: now.toISOString() }]);
  hook.answerNext({ status: 410 });
  await app.ledger.store.commit((tx) =>
    tx.run("INSERT INTO account (name, parked) VALUES ('trial', 'The <i>token</i> is void.')"),
  );
  const bob = await joinAs(app, url, "approver", "bob");
  const page = (await bob.get("/desk/channels/trial")).text;
  expect(page).toContain("The &lt;i&gt;token&lt;/i&gt; is void.");
  expect(page).toContain("An administrator can connect it");
  expect((await bob.post("/desk/channels/trial/release")).status).toBe(403);
  const anna = await joinAs(app, url, "administrator", "anna");
  expect((await anna.post("/desk/channels/trial/release")).text).toContain("It goes on.");
  expect((await app.ledger.accounts.all()).get("trial")?.parked).toBeNull();
  expect((await anna.post("/desk/channels/trial/test")).text).toContain("Works as");
  expect((await app.ledger.audit.list(2)).map(({ action }) => action)).toEqual([
    "sign in",
    "release account",
  ]);
});

test("what is left of limits stands in one list, as its network said it and when", async () => {
  const { app, url } = await someHouse();
  const limit = {
    account: "trial",
    name: "x-ratelimit",
    left: 42,
    of: 300,
    each: 1,
    at: "2026-03-10T11:58:00.000Z",
  };
  await app.ledger.allowances.keep([
    { ...limit, what: "requests", until: "2026-03-10T12:05:00.000Z" },
    { ...limit, what: "posts", of: null, until: "2026-03-11T00:00:00.000Z" },
    { ...limit, what: "uploads", left: 0, of: 30, until: "2026-03-10T11:59:00.000Z" },
    { ...limit, account: "real", what: "share", of: 100, until: null, at: "2026-03-09T11:58:00.000Z" },
  ]);
  const viewer = await joinAs(app, url, "viewer");
  const page = plain((await viewer.get("/desk/channels")).text);
  expect(page).toContain("42 of 300 requests left until 13:05, as the network said at 12:58");
  expect(page).toContain("42 posts left until tomorrow, 01:00, as the network said at 12:58");
  expect(page).toContain("30 of 30 files left, counted anew since 12:59");
  expect(page).toContain("42% left of what the account may ask for, as the network said yesterday, 12:58");
  await viewer.post("/language", { language: "de" });
  const seite = plain((await viewer.get("/desk/channels/trial")).text);
  expect(seite).toContain("heute noch 5 von 5 Posts, nach unserem eigenen Takt");
  expect(seite).toContain("noch 42 von 300 Anfragen bis 13:05, wie das Netz sagte, um 12:58");
});

test("where a network says nothing, that is said", async () => {
  const { app, url } = await someHouse();
  const page = plain((await (await joinAs(app, url, "viewer")).get("/desk/channels/real")).text);
  expect(page).toContain("The network says it with its answers, and none has come yet.");
});

test("auf Deutsch auch", async () => {
  const { app, url } = await someHouse();
  const anna = await joinAs(app, url, "administrator", "anna");
  await anna.post("/language", { language: "de" });
  const page = (await anna.get("/desk/channels/trial")).text;
  expect(page).toContain("Einen Testpost senden");
  expect(page).toContain("geheim, wird nie gezeigt");
});
