import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { rights, roles } from "../../../src/model/person.ts";
import { routes } from "../../../src/web/api/routes.ts";
import { tokenRights } from "../../../src/web/team/api-tokens.ts";
import { someCampaign, someStep } from "../../fixtures/plan.ts";
import { planInto } from "../../fixtures/shop.ts";
import { makeBrowser, joinAs, openHouse } from "../team/house.ts";
import { documentOf } from "./documented.ts";
import { ask, makeProgram, programWith } from "./programs.ts";

const secretSetting = "setting-nobody-may-see";

const campaign = someCampaign([someStep({ name: "announcement", to: ["fedi"] })], {
  name: "gazette",
  review: { approvals: 1, expires: 7 * 86_400 },
});

async function someHouse() {
  const now = new Date("2026-03-10T12:00:00Z");
  const { app, url } = await openHouse(
    {
      accounts: [
        {
          name: "fedi",
          channel: "mastodon",
          settings: { server: "https://fedi.org", accessToken: secretSetting },
        },
      ],
      campaigns: [campaign],
    },
    () => now,
  );
  const one = { account: "fedi", channel: "mastodon", campaign: "gazette" };
  await planInto(app.ledger, [
    { ...one, state: "draft", approvalsNeeded: 1, dueAt: "2026-03-10T16:00:00.000Z" },
    { ...one, step: "reminder", state: "scheduled", dueAt: "2026-03-11T16:00:00.000Z" },
  ]);
  const [draft, later] = await app.ledger.deliveries.list({});
  const all = await makeProgram(app, url, tokenRights, "everything");
  return { app, url, all, draft: draft!, later: later!, entry: draft!.entry };
}

/** A route's path with something in the place of every parameter. */
const pathOf = (path: string): string => path.replaceAll(/:\w+/g, "nothing");

test.each(tokenRights)("a token that may only %s opens its routes, and no other", async (right) => {
  const { app, url } = await openHouse();
  const program = await makeProgram(app, url, [right]);
  const opened = await Promise.all(
    routes.map(async ({ method, path, right: asked }) => {
      const { status, body } = await program[method === "GET" ? "get" : "post"](pathOf(path));
      expect(body).toBeTypeOf("object");
      return { path: `${method} ${path}`, open: status !== 403, should: asked === right, status };
    }),
  );
  expect(opened.filter(({ open, should }) => open !== should)).toEqual([]);
  expect(opened.filter(({ status }) => status >= 500 || status === 401)).toEqual([]);
});

test.each(roles)("%s, signed in to the pages, may look by the cookie and decide nothing", async (role) => {
  const { app, url } = await openHouse();
  const browser = await joinAs(app, url, role);
  for (const { method, path, right } of routes) {
    const seen = await (method === "GET"
      ? browser.get(`/api${pathOf(path)}`)
      : browser.post(`/api${pathOf(path)}`));
    const open = ![401, 403].includes(seen.status);
    expect([path, open]).toEqual([path, method === "GET" && rights[role].includes(right)]);
  }
});

test("without a token, or with one that is none or has ended, nothing is told", async () => {
  const { app, url, all } = await someHouse();
  const strangers = [programWith(url, "nonsense"), programWith(url, `carillon_${"a".repeat(43)}`)];
  for (const stranger of strangers)
    expect(await stranger.get("/status")).toMatchObject({ status: 401, body: { mend: /Bearer/ as never } });
  expect((await makeBrowser(url).get("/api/status")).status).toBe(401);
  expect((await all.get("/status")).status).toBe(200);
  await app.ledger.apiTokens.end("everything", {
    at: new Date().toISOString(),
    who: "t",
    action: "end token",
    detail: null,
  });
  expect((await all.get("/status")).status).toBe(401);
});

test("the document names every route of the table, with its right and schemas that can be used", async () => {
  const { url } = await openHouse();
  const document = await documentOf(url);
  expect(document.openapi).toBe("3.1.0");
  const listed = Object.entries(document.paths).flatMap(([path, some]) =>
    Object.entries(some).map(([method, one]) => `${method.toUpperCase()} ${path} ${one["x-right"]}`),
  );
  const declared = routes.map(
    ({ method, path, right }) => `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")} ${right}`,
  );
  expect(listed.toSorted()).toEqual(declared.toSorted());
  const operations = Object.values(document.paths).flatMap((some) => Object.values(some));
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  const ajv = ajvOf(document);
  for (const id of Object.keys(document.components.schemas))
    expect(ajv.getSchema(`api#/components/schemas/${id}`)).toBeTypeOf("function");
  for (const { parameters } of operations)
    for (const { schema } of parameters) expect(ajv.validateSchema(schema)).toBe(true);
  for (const [, ref = ""] of JSON.stringify(document).matchAll(/"\$ref":"#([^"]+)"/g))
    expect(at(document, ref), ref).toBeDefined();
});

const at = (document: object, pointer: string): unknown =>
  pointer
    .slice(1)
    .split("/")
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document);

function ajvOf(document: object) {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema(document, "api");
  return ajv;
}

test("problems are what the document says: a sentence and a mend", async () => {
  const { url, all } = await someHouse();
  const document = await documentOf(url);
  const ajv = ajvOf(document);
  const problems = [
    await all.get("/posts/nothing"),
    await all.get("/nowhere"),
    await all.post("/status"),
    await all.post("/posts/nothing/hold", "{"),
    await all.post("/posts/nothing/approve", { seen: 1 }),
    await all.post("/hold", { reason: "x" }, { "content-type": "text/plain" }),
    await all.post("/hold", { reason: "x".repeat(600_000) }),
    await all.get("/deliveries?state=nonsense&limit=0&colour=red"),
    await all.post("/release"),
  ];
  expect(problems.map(({ status }) => status)).toEqual([404, 404, 405, 400, 422, 415, 413, 422, 409]);
  for (const { body, headers } of problems) {
    expect(headers.get("content-type")).toBe("application/problem+json");
    expect(ajv.validate({ $ref: "api#/components/schemas/Problem" }, body)).toBe(true);
  }
});

test("what does not fit is told field by field, and quotes nothing", async () => {
  const { all, draft } = await someHouse();
  const hostile = "<script>alert(1)</script>";
  const body = { texts: [1, hostile], alts: hostile, more: hostile };
  const { body: said, text } = await all.post(`/posts/${draft.id}/words`, body);
  expect(said).toMatchObject({
    status: 422,
    errors: [
      { path: "body.texts[0]", problem: "This must be a text, and must not be missing." },
      { path: "body.alts", problem: "This must be a list, and must not be missing." },
      { path: "body", problem: "There is no field more here." },
    ],
  });
  expect(text).not.toContain("script");
});

test("hostile bodies do no harm", async () => {
  const { app, all, draft } = await someHouse();
  const bodies = [
    "[".repeat(100_000),
    `{"__proto__":{"sight":"x"},"sight":"y"}`,
    `{"sight":{"toString":"x"}}`,
    "null",
    "[]",
    `"text"`,
    "\u0000",
    `{"sight":"${"x".repeat(10_000)}"}`,
  ];
  for (const body of bodies) {
    const { status } = await all.post(`/posts/${draft.id}/approve`, body);
    expect([400, 409, 422]).toContain(status);
  }
  expect((await app.ledger.deliveries.get(draft.id))?.state).toBe("draft");
  expect(({} as Record<string, unknown>).sight).toBeUndefined();
  const odd = ["%00", "..%2f..%2fetc", "'%20OR%201=1--", "%F0%9F%94%94", "a".repeat(4000)];
  for (const id of odd) expect((await all.get(`/posts/${id}`)).status).toBe(404);
});

test("a decision is the same as on the pages, and signed with the token's name", async () => {
  const { app, all, draft } = await someHouse();
  const before = (await all.get(`/posts/${draft.id}`)).body as { sight: string };
  await all.post(`/posts/${draft.id}/words`, { texts: ["Other words."] });
  const late = await all.post(`/posts/${draft.id}/approve`, { sight: before.sight });
  expect(late).toMatchObject({ status: 409, body: { detail: "It was changed since you looked at it." } });
  const { sight } = (await all.get(`/posts/${draft.id}`)).body as { sight: string };
  expect((await all.post(`/posts/${draft.id}/approve`, { sight })).status).toBe(200);
  expect(await app.ledger.deliveries.get(draft.id)).toMatchObject({
    state: "scheduled",
    approvals: [{ by: "token:everything" }],
    post: { text: "Other words." },
  });
  const said = (await app.ledger.audit.list(10)).map(({ who, action }) => `${who} ${action}`);
  expect(said).toEqual(expect.arrayContaining(["token:everything approve", "token:everything edit"]));
});

test("no secret stands in any answer", async () => {
  const { app, url, all, draft, entry } = await someHouse();
  const told = [
    "/status",
    "/needs",
    "/entries",
    `/entries/${entry}`,
    `/posts/${draft.id}`,
    "/deliveries",
    "/history",
    "/decisions",
    "/sources",
    `/preview?entry=${entry}`,
  ];
  const answers = await Promise.all(told.map((path) => all.get(path)));
  const everything = answers.map(({ text }) => text).join() + (await ask(`${url}/api/openapi.json`)).text;
  expect(everything).not.toContain(secretSetting);
  expect(everything).not.toContain(all.secret);
  const kept = await app.ledger.store.read("SELECT * FROM api_token");
  expect(JSON.stringify(kept)).not.toContain(all.secret);
  expect(JSON.stringify(kept)).not.toContain(all.secret.slice("carillon_".length));
});

test("who asks too often is asked to wait", async () => {
  const { all } = await someHouse();
  const statuses = new Set<number>();
  for (let n = 0; n < 160; n += 1) statuses.add((await all.get("/sources")).status);
  expect(statuses).toEqual(new Set([200, 429]));
  const { headers } = await all.get("/sources");
  expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
});
