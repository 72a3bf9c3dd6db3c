import { rmSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { signIn, someTower, wearOut } from "../fixtures/tower.ts";

const renewals = (exchanges: readonly string[]): number =>
  exchanges.filter((kind) => kind === "refresh_token").length;

describe("an access token that is about to end", () => {
  it("is renewed before the account is used, and the refresh token that came with it is kept", async () => {
    const { open, network } = await someTower();
    let now = Date.now();
    const app = await open(() => new Date(now));
    await signIn(app);
    await app.desk.sessions.open("tower");
    expect(renewals(network.exchanges)).toBe(0);
    for (const hours of [2, 2, 2]) {
      now += (hours * 60 - 9) * 60_000;
      expect(await app.desk.sessions.open("tower")).toHaveProperty("opened");
    }
    expect(renewals(network.exchanges)).toBe(3);
  });

  it("is renewed once, however many processes want it at the same time", async () => {
    const { open, network, carillon } = await someTower();
    const app = await open();
    await signIn(app);
    await wearOut(app);
    network.misbehave("slow");
    const tests = await Promise.all([1, 2, 3].map(() => carillon.run("accounts", "test", "tower")));
    expect(tests.map(({ code, err }) => [code, err])).toEqual([
      [0, ""],
      [0, ""],
      [0, ""],
    ]);
    expect(renewals(network.exchanges)).toBe(1);
  });

  it("that another process has renewed is not a refusal: the session is opened anew", async () => {
    const { open, network } = await someTower();
    const [one, other] = [await open(), await open()];
    await signIn(one);
    await one.desk.sessions.open("tower");
    await wearOut(other);
    await other.desk.sessions.open("tower");
    const refused = { kind: "unauthorised", reason: "401" } as const;
    expect(await one.desk.sessions.doubt("tower", refused)).toMatchObject({ kind: "down" });
    expect(await one.desk.sessions.open("tower")).toHaveProperty("opened.session.profile.handle", "@comms");
    expect(renewals(network.exchanges)).toBe(1);
  });

  it("is not a disconnection when the network cannot be reached: the next try renews it", async () => {
    const { open, network } = await someTower();
    const app = await open();
    await signIn(app);
    for (const _ of [1, 2]) {
      await wearOut(app);
      network.misbehave("reset");
      const lost = await app.desk.sessions.open("tower");
      expect(lost).toMatchObject({ failure: { kind: "down", reason: expect.stringContaining("broke") } });
      expect(await app.desk.sessions.open("tower")).toHaveProperty("opened");
    }
  });

  it("whose renewal was done and the answer lost needs a person, where the network voids what it renews", async () => {
    const { open, network } = await someTower();
    const app = await open();
    await signIn(app);
    await wearOut(app);
    network.misbehave("loseAnswer");
    expect(await app.desk.sessions.open("tower")).toMatchObject({ failure: { kind: "down" } });
    const next = await app.desk.sessions.open("tower");
    expect(next).toMatchObject({
      failure: {
        kind: "unauthorised",
        reason: expect.stringContaining("run `carillon accounts connect tower`"),
      },
    });
  });

  it("still serves while it lasts, when the network cannot be reached", async () => {
    const { open, network } = await someTower();
    let now = Date.now();
    const app = await open(() => new Date(now));
    await signIn(app);
    now += 115 * 60_000;
    network.misbehave("reset");
    expect(await app.desk.sessions.open("tower")).toHaveProperty("opened");
  });

  it("that the network has ended early is renewed, before a person is called", async () => {
    const { open, network } = await someTower();
    let now = Date.now();
    const app = await open(() => new Date(now));
    await signIn(app);
    now += 600_000;
    network.revoke();
    expect(await app.desk.sessions.open("tower")).toHaveProperty("opened");
    expect(renewals(network.exchanges)).toBe(1);
  });

  it("whose refresh token is void as well calls for a person, with the command to run", async () => {
    const { open, network, carillon } = await someTower();
    const app = await open();
    await signIn(app);
    await wearOut(app);
    network.revoke(true);
    const { code, err } = await carillon.run("accounts", "test", "tower");
    expect(code).toBe(1);
    expect(err).toContain("The sign-in of tower cannot be renewed.");
    expect(err).toContain("run `carillon accounts connect tower`");
    expect(network.secrets.filter((secret) => err.includes(secret))).toEqual([]);
  });
});

describe("a ledger without its key", () => {
  it.each([
    ["is missing", (file: string) => rmSync(file)],
    ["holds another key", (file: string) => writeFileSync(file, randomBytes(32).toString("base64"))],
    ["does not hold a key", (file: string) => writeFileSync(file, "none")],
  ])("says in one sentence that it %s, and makes no other", async (words, spoil) => {
    const { open, carillon } = await someTower();
    const app = await open();
    await signIn(app);
    spoil(`${carillon.folder}/ledger.db.key`);
    const { code, err } = await carillon.run("accounts", "test", "tower");
    expect(code).toBe(1);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).toContain(words);
    const again = await carillon.run("accounts", "connect", "tower", "--port", "0");
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining("key") });
  });

  it("takes it from the environment as well", async () => {
    const { open, carillon } = await someTower();
    const app = await open();
    const key = randomBytes(32).toString("hex");
    const wrong = await carillon.runWith(
      { CARILLON_KEY: "short" },
      "accounts",
      "connect",
      "tower",
      "--port",
      "0",
    );
    expect(wrong.err).toContain("CARILLON_KEY does not hold a key of 32 bytes");
    await signIn(app);
    const other = await carillon.runWith({ CARILLON_KEY: key }, "accounts", "test", "tower");
    expect(other.err).toContain("CARILLON_KEY holds another key");
  });
});
