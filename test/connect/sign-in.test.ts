import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { startMastodon } from "../bench/mastodon.ts";
import { startOauth } from "../bench/oauth.ts";
import { awaitAddress } from "../fixtures/browser.ts";
import { someCarillon } from "../fixtures/carillon.ts";

const scopes = ["read:accounts", "read:statuses", "write:statuses", "write:media"];

async function someSignIn() {
  const behind = await startMastodon({ accounts: ["comms", "other"] });
  const network = await startOauth({
    behind: behind.url,
    tokenOf: behind.tokenOf,
    paths: { authorize: "/oauth/authorize", token: "/oauth/token", register: "/api/v1/apps" },
    scopes,
  });
  onTestFinished(async () => void (await Promise.all([behind.close(), network.close()])));
  const carillon = someCarillon(`site: { name: The Belfry }
ledger: ./data/ledger.db
network: { allowPrivate: true }
accounts:
  bells: { channel: mastodon, server: "${network.url}" }
`);
  const begin = () => awaitAddress(carillon.begin("accounts", "connect", "bells", "--port", "0"));
  const connect = async () => {
    const { url, said } = await begin();
    const page = await (await fetch(url)).text();
    return { page, ...(await said) };
  };
  return { behind, network, carillon, begin, connect };
}

describe("an account that is connected by a browser", () => {
  it("is told who it is, what it may do and until when, and works from then on", async () => {
    const { connect, carillon } = await someSignIn();
    const { code, out, page } = await connect();
    expect(code).toBe(0);
    expect(out).toContain("bells is connected as");
    expect(out).toContain(
      "It may publish, edit and remove posts, attach pictures, say who it is and look up",
    );
    expect(out).toContain("until it is revoked");
    expect(page).toContain("bells is connected as");
    expect((await carillon.run("check", "--online")).out).toMatch(
      /ok bells: Works as .*nothing is missing; no end is known/,
    );
    expect((await carillon.run("accounts", "list")).out).toContain("@comms@");
  });

  it("leaves a key beside the ledger that only its owner reads, with a warning to keep it safe", async () => {
    const { connect, carillon } = await someSignIn();
    const { err } = await connect();
    const file = join(carillon.folder, "data/ledger.db.key");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(Buffer.from(readFileSync(file, "utf8"), "base64")).toHaveLength(32);
    expect(err).toContain(`Made ${file}`);
    expect(err).toContain("back it up");
    expect((await connect()).err).not.toContain("Made");
  });

  it("tells its secrets to nobody: no output, page, export or ledger has them", async () => {
    const { connect, carillon, network } = await someSignIn();
    const { out, err, page } = await connect();
    const listed = await carillon.run("accounts", "list", "--online", "--json");
    const dump = await carillon.run("export", "-");
    const file = readFileSync(join(carillon.folder, "data/ledger.db"), "latin1");
    const told = [out, err, page, listed.out, dump.out, file].join("\n");
    expect(dump.out).toContain('"table":"token"');
    expect(network.secrets.length).toBeGreaterThanOrEqual(3);
    expect(network.secrets.filter((secret) => told.includes(secret))).toEqual([]);
  });

  it("moves with an export to another ledger, where only the key opens what it was given", async () => {
    const { connect, carillon } = await someSignIn();
    await connect();
    await carillon.run("export", "all.jsonl");
    const there = { DATABASE_URL: join(carillon.folder, "there.db") };
    expect((await carillon.runWith(there, "import", "all.jsonl")).code).toBe(0);
    const without = await carillon.runWith(there, "accounts", "test", "bells");
    expect(without).toMatchObject({ code: 1, err: expect.stringContaining("there.db.key is missing") });
    const key = { CARILLON_KEY_FILE: join(carillon.folder, "data/ledger.db.key") };
    expect((await carillon.runWith({ ...there, ...key }, "accounts", "test", "bells")).code).toBe(0);
  });

  it("can be forgotten again", async () => {
    const { connect, carillon } = await someSignIn();
    await connect();
    expect((await carillon.run("accounts", "disconnect", "bells")).code).toBe(0);
    const said = await carillon.run("accounts", "test", "bells");
    expect(said).toMatchObject({
      code: 1,
      err: expect.stringContaining("is not connected yet: run `carillon accounts connect bells`"),
    });
  });

  it("does not become another account by mistake", async () => {
    const { connect, network } = await someSignIn();
    await connect();
    network.sitting("other");
    const { code, err } = await connect();
    expect(code).toBe(1);
    expect(err).toMatch(/You signed in as @other@.*but bells has been @comms@/);
  });
});

describe("an answer that is not good", () => {
  it("because the person said no", async () => {
    const { connect, network } = await someSignIn();
    network.sitting(null);
    const { code, err, page } = await connect();
    expect(code).toBe(1);
    expect(err).toContain("Mastodon says that the app was not allowed");
    expect(page).toContain("Not connected");
  });

  it("because something indispensable was left out: the sentence says what, and who grants it", async () => {
    const { connect, network, carillon } = await someSignIn();
    network.withhold("write:statuses");
    const { code, err } = await connect();
    expect(code).toBe(1);
    expect(err).toContain(
      "It may not publish, edit and remove posts, because it was not given write:statuses: connect the account again",
    );
    expect((await carillon.run("accounts", "list")).out).toContain("Not connected yet");
  });

  it("because of a wrong state, which ends nothing", async () => {
    const { begin } = await someSignIn();
    const { url, said } = await begin();
    const redirect = new URL(url).searchParams.get("redirect_uri");
    const stray = await fetch(`${redirect}?code=abc&state=guessed`);
    expect(stray.status).toBe(400);
    expect(await stray.text()).toContain("Nobody waits for this answer");
    await fetch(url);
    expect((await said).code).toBe(0);
  });

  it("because the network was out of reach: nothing is changed", async () => {
    const { connect, network } = await someSignIn();
    network.misbehave("reset");
    const { code, err } = await connect();
    expect(code).toBe(1);
    expect(err).toMatch(
      /The connection broke.*Nothing was changed: run `carillon accounts connect bells` again/,
    );
  });
});
