import { expect, onTestFinished, test } from "vitest";
import type { App } from "../../../src/app.ts";
import type { Json } from "../../../src/model/json.ts";
import { routes } from "../../../src/web/api/routes.ts";
import { tokenRights } from "../../../src/web/team/api-tokens.ts";
import { startMastodon } from "../../bench/mastodon.ts";
import { bells } from "../../fixtures/pictures.ts";
import { page, someGazette, someStep } from "../../fixtures/correcting.ts";
import { seedResults } from "../../fixtures/results.ts";
import { openDoors } from "../team/house.ts";
import { documentOf, strictly, type Document } from "./documented.ts";
import { makeProgram, type Answered, type Program } from "./programs.ts";

/** A newsletter that is out on a network and on our own page, is wrong there, and goes on on other accounts. */
async function someHouse() {
  const server = await startMastodon({});
  onTestFinished(() => server.close());
  const settings = { server: server.url, accessToken: server.tokenOf("comms"), visibility: "public" };
  const accounts = [
    { name: "bells", channel: "mastodon", settings },
    { name: "trial", channel: "mastodon", settings, test: true },
    page,
  ];
  const steps = [
    someStep(["bells", "here"]),
    someStep(["bells"], { name: "teaser", after: 3600 }),
    someStep(["here"], { name: "reminder", after: 7200 }),
    someStep(["here"], { name: "second", after: 9000 }),
  ];
  const gazette = await someGazette(accounts, {}, steps);
  await gazette.say({ title: "The Bell Gazette" });
  const { app } = gazette;
  const url = await openDoors(app);
  const program = await makeProgram(app, url, tokenRights, "everything");
  const posts = await app.ledger.deliveries.list({});
  const seeding = { issues: 3, age: 2, now: gazette.now(), posts: 2, accounts: { bells: "mastodon" } };
  await seedResults(app.ledger, seeding);
  const idOf = (account: string, step: string): string =>
    posts.find((one) => one.account === account && one.step === step)?.id ?? "none";
  return { gazette, app, url, program, idOf, entry: posts[0]?.entry ?? "none" };
}

type House = Awaited<ReturnType<typeof someHouse>>;
type Check = ReturnType<typeof checking>["check"];

const put = (app: App, id: string, state: string): Promise<unknown> =>
  app.ledger.store.commit((tx) => tx.run("UPDATE delivery SET state = ? WHERE id = ?", state, id));

const firstOf = async (program: Program, path: string): Promise<string> =>
  ((await program.get(path)).body as readonly { id: string }[])[0]?.id ?? "none";

interface About {
  readonly description: string;
  readonly examples?: readonly object[];
}

/** Asks, and holds the answer to what the document says of the route; which routes were asked is kept. */
function checking(program: Program, document: Document) {
  const strict = strictly(document);
  const asked = new Set<string>();
  return {
    asked,
    check: async (route: string, path: string, body?: Json): Promise<Answered> => {
      const answer = await (route.startsWith("GET ") ? program.get(path) : program.post(path, body));
      expect([route, answer.status, answer.text]).toEqual([route, 200, answer.text]);
      const fits = strict.answer(route);
      expect([route, fits(answer.body), fits.errors]).toEqual([route, true, null]);
      asked.add(route);
      return answer;
    },
  };
}

async function lookAtAll(house: House, check: Check): Promise<void> {
  const { idOf, entry } = house;
  const live = idOf("bells", "announcement");
  const looks: Readonly<Record<string, string>> = {
    "GET /status": "/status",
    "GET /needs": "/needs",
    "GET /entries": "/entries",
    "GET /entries/{id}": `/entries/${entry}`,
    "GET /entries/{id}/remarks": `/entries/${entry}/remarks`,
    "GET /entries/{id}/review-links": `/entries/${entry}/review-links`,
    "GET /entries/{id}/results": `/entries/issue-0001/results`,
    "GET /posts/{id}": `/posts/${live}`,
    "GET /posts/{id}/template": `/posts/${live}/template`,
    "GET /posts/{id}/results": `/posts/issue-0001-bells-0/results`,
    "GET /deliveries": "/deliveries?account=bells&limit=1",
    "GET /history": "/history?state=sent",
    "GET /decisions": "/decisions",
    "GET /preview": `/preview?entry=${entry}`,
    "GET /sources": "/sources",
    "GET /hold": "/hold",
    "GET /calendar": "/calendar?from=2026-03-10&to=2026-03-12",
    "GET /posts/{id}/places": `/posts/${idOf("bells", "teaser")}/places?from=2026-03-10&to=2026-03-12`,
    "GET /simulate": "/simulate?from=2026-03-10&to=2026-03-12",
    "GET /simulate/difference": "/simulate/difference",
    "GET /simulate/links": "/simulate/links",
    "GET /results": "/results",
    "GET /results/{month}": "/results/2026-03",
    "GET /corrections": `/corrections?of=${live}`,
    "GET /channels": "/channels",
    "GET /channels/{name}": "/channels/trial",
    "GET /campaigns": "/campaigns",
    "GET /configuration": "/configuration",
    "GET /receivers": "/receivers",
  };
  for (const [route, path] of Object.entries(looks)) await check(route, path);
}

async function write(house: House, check: Check): Promise<void> {
  const { app, program, idOf, entry } = house;
  const draft = idOf("bells", "teaser");
  await put(app, draft, "draft");
  await check("POST /posts/{id}/try", `/posts/${draft}/try`, { texts: ["Other words."] });
  await check("POST /posts/{id}/ask", `/posts/${draft}/ask`, { text: "Right?" });
  await check("POST /posts/{id}/pictures", `/posts/${draft}/pictures`, {
    content: bells.png.toString("base64"),
  });
  const [picture] = await app.ledger.store.read("SELECT file FROM upload");
  await check("GET /pictures/{name}", `/pictures/${String(picture?.file)}`);
  await check("POST /entries/{id}/ask", `/entries/${entry}/ask`, { text: "Right?" });
  await check("POST /entries/{id}/say", `/entries/${entry}/say`, { text: "Nearly." });
  await check("POST /posts/{id}/words", `/posts/${draft}/words`, { texts: ["Better words."] });
  await check("POST /posts/{id}/write-all", `/posts/${draft}/write-all`, { texts: ["Best words."] });
  const seen = async () => ((await program.get(`/posts/${draft}`)).body as { sight: string }).sight;
  await check("POST /posts/{id}/approve", `/posts/${draft}/approve`, { sight: await seen() });
  await check("POST /posts/{id}/send-back", `/posts/${draft}/send-back`, { text: "No." });
  await put(app, draft, "draft");
  await check("POST /approve", "/approve", { posts: [{ id: draft, sight: await seen() }] });
  await check("POST /entries/{id}/review-links", `/entries/${entry}/review-links`);
  const path = `/entries/${entry}/review-links`;
  await check("POST /entries/{id}/review-links/{link}/end", `${path}/${await firstOf(program, path)}/end`);
  await check("POST /simulate/links", "/simulate/links", {});
  const link = await firstOf(program, "/simulate/links");
  await check("POST /simulate/links/{id}/end", `/simulate/links/${link}/end`);
}

async function decide(house: House, check: Check): Promise<void> {
  const { app, idOf, entry } = house;
  const id = idOf("here", "reminder");
  const act = (action: string, body?: Json) =>
    check(`POST /posts/{id}/${action}`, `/posts/${id}/${action}`, body);
  await put(app, id, "scheduled");
  await act("hold");
  await act("release");
  await act("move", { to: "2026-12-24T10:00:00Z" });
  await act("cancel");
  await put(app, id, "unsure");
  await act("again");
  await put(app, id, "failed");
  await act("retry");
  await put(app, id, "unsure");
  await act("there", { permalink: `${house.url}/` });
  await act("taken-down");
  await check("POST /hold", "/hold", { reason: "Storm." });
  await check("POST /release", "/release", { chosen: [] });
  for (const action of ["release", "cancel"]) {
    await app.ledger.store.commit((tx) => tx.run("UPDATE entry SET state = 'held' WHERE id = ?", entry));
    await check(`POST /entries/{id}/${action}`, `/entries/${entry}/${action}`);
  }
  await app.ledger.store.commit((tx) => tx.run("UPDATE entry SET state = 'held' WHERE id = ?", entry));
  await check("POST /sources/{name}/release", "/sources/news/release");
}

async function operate(house: House, check: Check): Promise<void> {
  const { app, gazette } = house;
  await check("POST /channels/{name}/test", "/channels/bells/test");
  await check("POST /channels/{name}/send-test", "/channels/trial/send-test");
  await app.ledger.store.commit((tx) =>
    tx.run("INSERT OR REPLACE INTO account (name, parked, reason) VALUES ('bells', 'Look.', 'Look.')"),
  );
  await check("POST /channels/{name}/release", "/channels/bells/release");
  await gazette.pass(61);
  await check("POST /sources/{name}/look", "/sources/news/look");
}

async function putRight({ app, idOf, entry }: House, check: Check): Promise<void> {
  const live = idOf("bells", "announcement");
  await put(app, live, "unsure");
  await check("POST /posts/{id}/look", `/posts/${live}/look`);
  await check("POST /posts/{id}/correct", `/posts/${live}/correct`, { by: "edit" });
  await check("POST /entries/{id}/correct", `/entries/${entry}/correct`, {});
  await check("POST /posts/{id}/reword", `/posts/${live}/reword`, { text: "The Bell Gazette is out." });
  await check("POST /posts/{id}/retract", `/posts/${idOf("here", "announcement")}/retract`);
  await check("POST /entries/{id}/retract", `/entries/${entry}/retract`);
}

test("every route's answer is what the document says, and has no field that it does not name", async () => {
  const house = await someHouse();
  const { asked, check } = checking(house.program, await documentOf(house.url));
  for (const some of [lookAtAll, write, operate, putRight, decide, lookAtAll]) await some(house, check);
  const declared = routes.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`);
  expect(declared.filter((route) => !asked.has(route))).toEqual([]);
});

test("whatever a decision brings has an example, which fits", async () => {
  const { url } = await someHouse();
  const document = await documentOf(url);
  const strict = strictly(document);
  const bodies = [...JSON.stringify(document.paths).matchAll(/"requestBody":.*?schemas\/(\w+)"/g)];
  const named = [...new Set(bodies.map(([, id = ""]) => id))].filter((id) => id !== "Nothing");
  expect(named.length).toBeGreaterThan(9);
  for (const id of named) {
    const { examples = [], description } = document.components.schemas[id] as About;
    expect(description).toMatch(/\.$/);
    const fits = strict.schema(id)!;
    expect([id, examples.map((one) => fits(one))]).toEqual([id, [true]]);
  }
});
