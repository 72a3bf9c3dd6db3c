import { expect, it } from "vitest";
import { begin, clientOf, finish } from "../../src/app/connecting.ts";
import { standingOf } from "../../src/app/standing.ts";
import { awaitAddress, sparePort } from "../fixtures/browser.ts";
import { redirect, signIn, someTower, visit } from "../fixtures/tower.ts";

it("an answer counts once", async () => {
  const app = await (await someTower()).open();
  const query = await visit(app);
  const both = await Promise.all([finish(app, query), finish(app, query)]);
  expect(both.filter(({ done }) => done)).toHaveLength(1);
  expect(both.find(({ done }) => !done)!.lines).toEqual([
    "This answer was used before: nothing was done a second time.",
  ]);
});

it("an answer counts for ten minutes", async () => {
  let now = Date.now();
  const app = await (await someTower()).open(() => new Date(now));
  const query = await visit(app);
  now += 601_000;
  expect(await finish(app, query)).toMatchObject({
    done: false,
    lines: [expect.stringContaining("too late")],
  });
});

it("a code that the network has forgotten is asked for anew", async () => {
  let now = Date.now();
  const tower = await someTower({ now: () => new Date(now) });
  const app = await tower.open();
  const query = await visit(app);
  now += 31_000;
  const { lines } = await finish(app, query);
  expect(lines).toEqual([
    "Twitter gave no token (400, invalid_grant: (secret) is not good): what it was shown is not good, or no longer. Nothing was changed: run `carillon accounts connect tower` again.",
  ]);
});

it("a code that somebody else got hold of is worth nothing without the verifier", async () => {
  const app = await (await someTower()).open();
  const [mine, other] = [await visit(app), await visit(app)];
  mine.set("code", other.get("code")!);
  expect((await finish(app, mine)).done).toBe(false);
});

it("a wrong secret of the app is named", async () => {
  const { open, network } = await someTower();
  const app = await open();
  const client = await clientOf(app, "tower");
  if (typeof client === "string") throw new Error(client);
  const settings = { ...client.account.settings, clientSecret: "wrong" };
  const begun = await begin(
    app,
    { ...client, account: { ...client.account, settings } },
    { redirect, who: "anna" },
  );
  if (typeof begun === "string") throw new Error(begun);
  const location = (await fetch(begun.url, { redirect: "manual" })).headers.get("location");
  const { lines } = await finish(app, new URL(location!).searchParams);
  expect(lines[0]).toContain("it does not know the app; check `clientId` and `clientSecret`");
  expect(network.exchanges).toEqual([]);
});

it("a redirect address that the app does not know never gets a code", async () => {
  const { network } = await someTower();
  const asked = await fetch(
    `${network.url}/i/oauth2/authorize?client_id=app-of-bells&redirect_uri=http://evil.example/`,
  );
  expect(asked.status).toBe(400);
});

it("an app without a right says which, and how it is given", async () => {
  const app = await (await someTower({ scopes: ["tweet.read", "users.read"] })).open();
  const { lines } = await signIn(app);
  expect(lines[0]).toMatch(
    /^Twitter does not give this app all that it asks for: tweet\.write \(in X's developer console give/,
  );
});

it("a right that can be done without is missed, with who grants it", async () => {
  const { open, network } = await someTower();
  network.withhold("media.write");
  const app = await open();
  const { done, lines } = await signIn(app);
  expect(done).toBe(true);
  expect(lines).toContainEqual(
    expect.stringMatching(/^It may not attach pictures, because it was not given media\.write: in X's/),
  );
  expect((await standingOf(app, "tower"))?.missing).toEqual([
    expect.stringMatching(/^attach pictures \(media\.write: in X's .*again\)$/),
  ]);
});

it("a running service takes the answer of a command that runs beside it", async () => {
  const port = await sparePort();
  const { carillon, network } = await someTower({}, [`http://127.0.0.1:${port}/connect/callback`]);
  const env = { CARILLON_PORT: String(port) };
  const service = carillon.beginWith(env, "start", "--role", "web");
  await expect
    .poll(
      () =>
        fetch(`http://127.0.0.1:${port}/readyz`).then(
          (one) => one.ok,
          () => false,
        ),
      { timeout: 30_000 },
    )
    .toBe(true);
  const { url, said } = await awaitAddress(carillon.beginWith(env, "accounts", "connect", "tower"));
  expect(await (await fetch(url)).text()).toContain("tower is connected as");
  expect(await said).toMatchObject({ code: 0, out: expect.stringContaining("tower is connected as") });
  expect(network.exchanges).toEqual(["authorization_code"]);
  service.kill();
});
