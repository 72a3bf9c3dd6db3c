import { request } from "node:http";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { tokenRights } from "../../../src/web/team/api-tokens.ts";
import { joinAs, openHouse } from "../team/house.ts";
import { documentOf, strictly } from "./documented.ts";
import { ask, makeProgram, programWith } from "./programs.ts";

interface Raw {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** A request as no library of good manners makes it. */
async function raw(
  url: string,
  path: string,
  method: string,
  headers: Readonly<Record<string, string>> = {},
  pieces: readonly (string | Buffer)[] = [],
): Promise<Raw> {
  const { hostname, port } = new URL(url);
  const sent = request({ hostname, port, path, method, headers });
  const answered = new Promise<import("node:http").IncomingMessage>((done, fail) => {
    sent.on("response", done);
    sent.on("error", fail);
  });
  for (const piece of pieces) sent.write(piece);
  sent.end();
  const answer = await answered;
  return { status: answer.statusCode ?? 0, headers: answer.headers, text: await text(answer) };
}

async function someHouse() {
  const { app, url } = await openHouse({ accounts: [{ name: "here", channel: "page", settings: {} }] });
  const program = await makeProgram(app, url, tokenRights, "everything");
  const bearer = { authorization: `Bearer ${program.secret}` };
  return { app, url, program, bearer, json: { ...bearer, "content-type": "application/json" } };
}

test("whatever goes wrong is told in the same form, with nothing for other sites", async () => {
  const { app, url, program, bearer, json } = await someHouse();
  const looker = await makeProgram(app, url, ["see"], "looker");
  const fits = strictly(await documentOf(url)).schema("Problem")!;
  const big = JSON.stringify({ reason: "x".repeat(600_000) });
  await program.post("/hold", { reason: "a" }, { "idempotency-key": "k" });
  const answers: readonly (readonly [status: number, answer: Raw])[] = [
    [401, await raw(url, "/api/status", "GET")],
    [401, await raw(url, "/api/status", "GET", { authorization: "Bearer carillon_wrong" })],
    [401, await raw(url, "/api/status", "GET", { authorization: `Basic ${program.secret}` })],
    [403, await raw(url, "/api/hold", "POST", { authorization: `Bearer ${looker.secret}` })],
    [404, await raw(url, "/api/posts/nothing", "GET", bearer)],
    [404, await raw(url, "/api/nowhere", "GET", bearer)],
    [404, await raw(url, "/api/%E0%A4%A", "GET", bearer)],
    [404, await raw(url, "/api/posts/%zz", "GET", bearer)],
    [404, await raw(url, "/api//status", "GET", bearer)],
    [405, await raw(url, "/api/status", "DELETE", bearer)],
    [405, await raw(url, "/api/hold", "PUT", json, ["{}"])],
    [405, await raw(url, "/api/status", "OPTIONS")],
    [405, await raw(url, "/api/openapi.json", "POST", json, ["{}"])],
    [405, await raw(url, "/api", "POST", json, ["{}"])],
    [409, await raw(url, "/api/hold", "POST", json, ['{"reason":"b"}'])],
    [422, await raw(url, "/api/hold", "POST", { ...json, "idempotency-key": "k" }, ['{"reason":"b"}'])],
    [413, await raw(url, "/api/hold", "POST", json, [big])],
    [413, await raw(url, "/api/hold", "POST", { ...json, "content-length": String(big.length) }, [big])],
    [415, await raw(url, "/api/hold", "POST", { ...bearer, "content-type": "text/plain" }, ["{}"])],
    [415, await raw(url, "/api/hold", "POST", bearer, ["{}"])],
    [400, await raw(url, "/api/hold", "POST", json, ["{"])],
    [400, await raw(url, "/api/hold", "POST", json, [Buffer.from([0x22, 0xff, 0xfe, 0x22])])],
    [422, await raw(url, "/api/hold", "POST", json, ["[".repeat(100_000) + "]".repeat(100_000)])],
    [422, await raw(url, "/api/hold", "POST", json, [`{"a":`.repeat(50_000) + "1" + "}".repeat(50_000)])],
    [422, await raw(url, "/api/hold", "POST", json, ['{"__proto__":{"reason":"x"}}'])],
    [422, await raw(url, "/api/hold", "POST", json, ['{"reason":"x","constructor":{"prototype":{}}}'])],
    [422, await raw(url, "/api/deliveries?limit=1e9", "GET", bearer)],
    [422, await raw(url, "/api/calendar?from=2026-02-30", "GET", bearer)],
    [422, await raw(url, "/api/calendar?from=2026-01-01&to=9999-12-31", "GET", bearer)],
  ];
  for (const [at, [status, answer]] of answers.entries()) {
    expect([at, answer.status]).toEqual([at, status]);
    expect([at, answer.headers["content-type"]]).toEqual([at, "application/problem+json"]);
    expect([at, fits(JSON.parse(answer.text)), fits.errors]).toEqual([at, true, null]);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
  }
});

test("an address says which ways it is asked, and HEAD is GET without its body", async () => {
  const { app, url, bearer } = await someHouse();
  expect((await raw(url, "/api/hold", "PATCH", bearer)).headers["allow"]).toBe("GET, HEAD, POST");
  expect((await raw(url, "/api/openapi.json", "DELETE")).headers["allow"]).toBe("GET, HEAD");
  const [head, get] = [
    await raw(url, "/api/needs", "HEAD", bearer),
    await raw(url, "/api/needs", "GET", bearer),
  ];
  expect([head.status, head.text, head.headers["content-type"]]).toEqual([
    200,
    "",
    get.headers["content-type"],
  ]);
  const viewer = await joinAs(app, url, "viewer");
  expect((await viewer.get("/api/needs")).status).toBe(200);
});

test("a body in pieces is heard as one that says its length", async () => {
  const { app, url, json } = await someHouse();
  const said = await raw(url, "/api/hold", "POST", { ...json, "transfer-encoding": "chunked" }, [
    '{"reason":',
    '"Storm."}',
  ]);
  expect(said.status).toBe(200);
  expect(await app.ledger.stops.current()).toMatchObject({ reason: "Storm." });
});

test("who guesses tokens is soon asked to wait, and those with a token go on", async () => {
  const { url, program } = await someHouse();
  const guess = (n: number) => programWith(url, `carillon_${String(n).padStart(43, "x")}`).get("/status");
  const statuses: number[] = [];
  for (let n = 0; n < 150; n += 1) statuses.push((await guess(n)).status);
  expect(new Set(statuses)).toEqual(new Set([401, 429]));
  expect(statuses.filter((status) => status === 401).length).toBeLessThan(40);
  expect((await guess(1)).headers.get("retry-after")).toMatch(/^[1-9]/);
  expect((await program.get("/sources")).status).toBe(200);
});

test("a cookie never decides, whatever else is sent with it", async () => {
  const { app, url } = await someHouse();
  const administrator = await joinAs(app, url, "administrator");
  const tricks: readonly Readonly<Record<string, string>>[] = [
    { origin: url },
    { origin: url, "x-http-method-override": "GET" },
    { origin: url, authorization: "" },
    { origin: url, authorization: "Bearer" },
    { origin: url, authorization: "Bearer null" },
  ];
  for (const headers of tricks)
    expect((await administrator.post("/api/hold?_method=GET", { reason: "x" }, headers)).status).toBe(401);
  expect(await app.ledger.stops.current()).toBeNull();
});

test("names that only look alike are other names", async () => {
  const { program } = await someHouse();
  const alike = [
    "here%00",
    "here%20",
    "%20here",
    "HERE",
    "he%E2%80%8Bre",
    "h%D0%B5re",
    "here%2F",
    "here/../here",
    "%68ere%2e",
  ];
  expect((await program.get("/channels/here")).status).toBe(200);
  expect((await program.get("/channels/%68ere")).status).toBe(200);
  for (const name of alike.filter((one) => !one.includes("..")))
    expect([name, (await program.get(`/channels/${name}`)).status]).toEqual([name, 404]);
});

test("one network's guesses are one guesser's, and cost no other their try", async () => {
  const { url } = await someHouse();
  const from = (address: string) =>
    ask(`${url}/api/status`, { headers: { authorization: "Bearer x", "x-forwarded-for": address } });
  for (let n = 0; n < 40; n += 1) await from(`2001:db8:1:2::${n.toString(16)}`);
  expect((await from("2001:db8:1:2:ffff::1")).status).toBe(429);
  expect((await from("2001:db8:1:3::1")).status).toBe(401);
  expect((await from("192.0.2.1")).status).toBe(401);
});
