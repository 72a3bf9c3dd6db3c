import { expect, test } from "vitest";
import { tokenRights } from "../../src/web/team/api-tokens.ts";
import { someCarillon, type Said } from "../fixtures/carillon.ts";
import { someCampaign, someStep } from "../fixtures/plan.ts";
import { planInto } from "../fixtures/shop.ts";
import { makeProgram, programWith } from "../web/api/programs.ts";
import { openHouse } from "../web/team/house.ts";

const campaign = someCampaign([someStep({ name: "announcement", to: ["here"] })], {
  name: "gazette",
  review: { approvals: 1, expires: 7 * 86_400 },
});

async function someService(rights: readonly string[] = tokenRights) {
  const accounts = [{ name: "here", channel: "page", settings: {} }];
  const { app, url } = await openHouse({ accounts, campaigns: [campaign] });
  const post = { account: "here", channel: "page", campaign: "gazette" };
  const dueAt = new Date(Date.now() + 86_400_000).toISOString();
  await planInto(app.ledger, [{ ...post, state: "draft", approvalsNeeded: 1, dueAt }]);
  const [draft] = await app.ledger.deliveries.list({});
  const { secret } = await makeProgram(app, url, rights, "laptop");
  const laptop = someCarillon("");
  const run = (...args: readonly string[]): Promise<Said> =>
    laptop.runWith({ CARILLON_URL: url, CARILLON_TOKEN: secret }, ...args);
  const now = async () => app.ledger.deliveries.get(draft!.id);
  return { app, url, run, laptop, secret, id: draft!.id, entry: draft!.entry, now };
}

test("the commands decide where the service runs, in the token's name", async () => {
  const { app, run, id, entry, now } = await someService();
  expect((await run("status")).out).toMatch(new RegExp(`draft ${id} here`));
  expect((await run("edit", id, "--text", "Better words.")).out).toBe(`${id}: Changed.\n`);
  expect((await run("approve", entry)).out).toMatch(/Approved by token:laptop/);
  expect(await now()).toMatchObject({ state: "scheduled", post: { text: "Better words." } });
  expect((await run("move", id, "--to", "2099-12-24T10:00:00Z")).code).toBe(0);
  expect(await now()).toMatchObject({ dueAt: "2099-12-24T10:00:00.000Z", movedBy: "token:laptop" });
  expect((await run("hold", id)).out).toBe(`${id}: Held until somebody releases it.\n`);
  expect((await run("hold", id)).code).toBe(1);
  expect((await run("release", id)).code).toBe(0);
  expect((await run("cancel", id)).code).toBe(0);
  expect((await now())?.state).toBe("cancelled");
  expect((await run("log", "--decisions")).out).toMatch(/token:laptop {2}cancel/);
  const rows = JSON.parse((await run("log", "--state", "cancelled", "--json")).out) as { id: string }[];
  expect(rows.map((row) => row.id)).toEqual([id]);
  expect((await app.ledger.audit.list(20)).every(({ who }) => ["token:laptop", "test"].includes(who))).toBe(
    true,
  );
});

test("an unsure post is settled from afar", async () => {
  const { app, run, id, now } = await someService();
  await app.ledger.store.commit((tx) => tx.run("UPDATE delivery SET state = 'unsure'"));
  expect((await run("resolve", id)).err).toMatch(/Say what you saw/);
  const unseen = await run("resolve", id, "--permalink", "http://127.0.0.1:1/x");
  expect(unseen.err).toMatch(/cannot be looked at.*`carillon resolve` takes --unchecked/);
  const said = await run("resolve", id, "--permalink", "http://127.0.0.1:1/x", "--unchecked");
  expect(said).toMatchObject({ code: 0, err: "", out: expect.stringMatching(/Recorded as sent, unchecked/) });
  expect(await now()).toMatchObject({ state: "sent", receipt: { confirmedBy: "token:laptop" } });
});

test("what the token may not, and what is not there, is said in one line", async () => {
  const { run, id } = await someService(["see"]);
  const refused = await run("hold", id);
  expect(refused).toMatchObject({ code: 1, out: "" });
  expect(refused.err).toBe(
    "token:laptop may not write: it may see. Use a token that has the right “write”.\n",
  );
  expect((await run("hold", "nothing")).err).toBe("nothing: There is no such post or entry there.\n");
});

test("half a set-up, a wrong address and an open line are refused before anything is sent", async () => {
  const { laptop, url, secret } = await someService();
  const at = (env: Readonly<Record<string, string>>) => laptop.runWith(env, "status");
  expect((await at({ CARILLON_URL: url })).err).toMatch(
    /^CARILLON_URL names a service, and CARILLON_TOKEN no token/,
  );
  expect((await at({ CARILLON_URL: "http://example.org", CARILLON_TOKEN: secret })).err).toMatch(
    /in the clear/,
  );
  const nowhere = await at({ CARILLON_URL: "http://127.0.0.1:1", CARILLON_TOKEN: secret });
  expect(nowhere.err).toMatch(
    /^http:\/\/127\.0\.0\.1:1 cannot be reached \(.*\): does the service run there\?$/m,
  );
});

test("tokens are made, listed and ended in the terminal", async () => {
  const { url } = await someService();
  const carillon = someCarillon("site: { name: The Belfry }\nledger: ledger.db\n");
  const made = await carillon.run("tokens", "make", "cron", "--may", "see,write", "--days", "30");
  const [secret = ""] = made.out.split("\n");
  expect(secret).toMatch(/^carillon_[\w-]{43}$/);
  expect((await programWith(url, secret).get("/status")).status).toBe(401);
  expect((await carillon.run("tokens", "list")).out).toMatch(
    /^cron +see,write +until .* never used +made by /,
  );
  expect((await carillon.run("tokens", "make", "cron")).err).toMatch(/There is a token of that name/);
  expect((await carillon.run("tokens", "make", "other", "--may", "administer")).err).toMatch(/--may takes/);
  expect((await carillon.run("tokens", "end", "cron")).out).toBe("cron: ended.\n");
  expect((await carillon.run("tokens", "end", "cron")).code).toBe(1);
  expect((await carillon.run("tokens", "list")).out).not.toContain(secret);
});

test("everything is held and goes on from afar", async () => {
  const { app, run, id } = await someService();
  await app.ledger.store.commit((tx) => tx.run("UPDATE delivery SET state = 'scheduled'"));
  expect((await run("hold", "--all", "--reason", "Storm.")).out).toBe(
    "Everything is held: nothing goes out.\n",
  );
  expect(await app.ledger.stops.current()).toMatchObject({ who: "token:laptop", reason: "Storm." });
  expect((await run("hold", "--all")).code).toBe(1);
  expect((await run("release", "--all", id)).out).toMatch(/^Everything goes on\. 0 came due/);
  expect((await run("release", "--all")).code).toBe(1);
});

test("from afar one looks at the plan, the results, the accounts and what is to be corrected", async () => {
  const { app, run, id, entry } = await someService();
  expect((await run("simulate", "--to", "2099-01-01")).err).toMatch(/too many/);
  expect((await run("simulate")).out).toMatch(/here +announcement/);
  expect((await run("simulate", "--difference")).code).toBe(0);
  expect((await run("preview", entry)).out).toMatch(/here, announcement/);
  expect((await run("preview", "https://x.example/feed")).err).toMatch(/has no https:\/\/x.example\/feed/);
  expect((await run("results")).out).toMatch(/Nothing has been counted yet/);
  expect((await run("results", "--collect")).err).toMatch(/there it looks by itself/);
  expect((await run("accounts", "list")).out).toMatch(/^here +/);
  expect((await run("accounts", "test", "here")).code).toBe(0);
  expect((await run("corrections")).out).toMatch(/^Nothing is to be corrected/);
  expect((await run("correct", id)).err).toMatch(/Nothing is offered for it/);
  await app.ledger.store.commit((tx) => tx.run("UPDATE delivery SET state = 'sent'"));
  expect((await run("retract", id, "--by-hand")).out).toMatch(/Written down as taken back/);
});

test("every command works from afar, or says in one sentence why not and what to do", async () => {
  const laptop = someCarillon("");
  const away = { CARILLON_URL: "http://127.0.0.1:1", CARILLON_TOKEN: "carillon_none" };
  const help = await laptop.run("--help");
  const names = [...help.out.matchAll(/^ {2}(\w+) /gm)].map(([, name = ""]) => name);
  expect(names.length).toBeGreaterThan(20);
  const given: Readonly<Record<string, readonly string[]>> = {
    accounts: ["connect", "here"],
    people: ["list"],
    tokens: ["list"],
    move: ["x", "--to", "10:00"],
    resolve: ["x", "--again"],
    edit: ["x", "--text", "y"],
    export: ["-"],
    import: ["-"],
  };
  // About files of this machine, whatever runs elsewhere.
  const here = new Set(["help", "read", "channel", "carillon"]);
  const bare = new Set([
    "start",
    "once",
    "check",
    "status",
    "log",
    "results",
    "simulate",
    "preview",
    "corrections",
  ]);
  const asked = names.filter((name) => !here.has(name));
  for (const name of asked) {
    const args = given[name] ?? (bare.has(name) ? [] : ["x"]);
    const { code, err, out } = await laptop.runWith(away, name, ...args);
    expect([name, code, out]).toEqual([name, 1, ""]);
    expect(err).toMatch(
      /^(http:\/\/127\.0\.0\.1:1 cannot be reached|CARILLON_URL names a service elsewhere, and).*\n$/,
    );
  }
  expect((await laptop.runWith(away, "hold", "x", "--as", "anna")).err).toMatch(
    /signed with the token's name/,
  );
}, 60_000);
