import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { planInto } from "../../fixtures/shop.ts";
import { makeProgram, programWith } from "../api/programs.ts";
import { joinAs, openHouse } from "./house.ts";

const accounts = [{ name: "here", channel: "page", settings: {} }];

async function someHouse() {
  let now = new Date();
  const { app, url } = await openHouse({ accounts }, () => now);
  const wait = (days: number): void => void (now = new Date(now.getTime() + days * 86_400_000));
  return { app, url, wait, admin: await joinAs(app, url, "administrator", "anna") };
}

const secretIn = (text: string): string => /<code>(carillon_[\w-]{43})<\/code>/.exec(text)?.[1] ?? "";

test("a token is made by a form, shown once, and can be used until it is ended", async () => {
  const { app, url, admin } = await someHouse();
  const made = await admin.post("/desk/tokens/make", { name: "intranet", right: "see", days: "30" });
  const program = programWith(url, secretIn(made.text));
  expect((await program.get("/status")).status).toBe(200);
  const page = (await admin.get("/desk/tokens")).text;
  expect(page).toContain("intranet");
  expect(page).toMatch(/last used/);
  expect(secretIn(page)).toBe("");
  const [token] = await app.ledger.apiTokens.all();
  const ended = await admin.post(`/desk/tokens/${token?.id}/end`);
  expect(ended.text).toContain("no program can use it any more");
  expect((await program.get("/status")).status).toBe(401);
  const said = (await app.ledger.audit.list(10)).map(({ who, action, subject }) => [who, action, subject]);
  expect(said).toEqual(
    expect.arrayContaining([
      ["anna", "make token", "intranet"],
      ["anna", "end token", "intranet"],
    ]),
  );
});

test("it ends by itself, and its name is free again then", async () => {
  const { url, admin, wait } = await someHouse();
  const form = { name: "intranet", right: "see", days: "7" };
  const first = programWith(url, secretIn((await admin.post("/desk/tokens/make", form)).text));
  expect((await admin.post("/desk/tokens/make", form)).text).toContain("There is a token of that name");
  wait(8);
  expect((await first.get("/status")).status).toBe(401);
  const second = programWith(url, secretIn((await admin.post("/desk/tokens/make", form)).text));
  expect((await second.get("/status")).status).toBe(200);
  expect((await admin.get("/desk/tokens")).text).toMatch(/ended on/);
});

test.each([
  [{ name: "two words" }, "A name is 1 to 40 letters"],
  [{ name: "<script>" }, "A name is 1 to 40 letters"],
  [{ right: "administer" }, "Choose at least one right"],
  [{ right: "" }, "Choose at least one right"],
  [{ days: "1000" }, "A token lasts 1 to 730 days"],
  [{ days: "a few" }, "A token lasts 1 to 730 days"],
])("%j is asked for again, in words", async (wrong, words) => {
  const { app, admin } = await someHouse();
  const form: Record<string, string> = { name: "fine", right: "see", days: "90", ...wrong };
  const seen = await admin.post("/desk/tokens/make", form);
  expect(seen.text).toContain(words);
  expect(seen.text).not.toContain("<script>");
  expect(await app.ledger.apiTokens.all()).toEqual([]);
});

test("where two must agree, a token counts as whoever made it, and the audit says which token it was", async () => {
  const { app, url, admin } = await someHouse();
  await planInto(app.ledger, [{ account: "here", channel: "page", state: "draft", approvalsNeeded: 2 }]);
  const form = { name: "desk", right: "approve", days: "7" };
  const program = programWith(url, secretIn((await admin.post("/desk/tokens/make", form)).text));
  const [draft] = await app.ledger.deliveries.list({});
  const path = `/posts/${draft?.id}`;
  const [, sight = ""] = /name="sight" value="([^"]+)"/.exec((await admin.get(`/desk${path}`)).text) ?? [];
  await admin.post(`/desk${path}/approve`, { sight });
  expect((await program.post(`${path}/approve`, { sight })).status).toBe(200);
  expect(await app.ledger.deliveries.get(draft?.id ?? "")).toMatchObject({
    state: "draft",
    approvals: [{ by: "token:desk", voice: "anna" }],
  });
  expect((await admin.get(`/desk${path}`)).text).toContain("token:desk agreed, and counts as anna");
  expect((await admin.get("/desk")).text).toContain("You have agreed. Somebody else still has to.");
  expect(await app.ledger.waits.drafts("anna")).toBe(0);
  expect(await app.ledger.waits.drafts("ben")).toBe(1);
  await (await joinAs(app, url, "approver", "ben")).post(`/desk${path}/approve`, { sight });
  expect((await app.ledger.deliveries.get(draft?.id ?? ""))?.state).toBe("scheduled");
  expect((await app.ledger.audit.list(9)).map(({ who }) => who)).toContain("token:desk");
});

test("a token can do no more than who made it can by now, and nothing once they are shut out", async () => {
  const { app, url, admin } = await someHouse();
  const bella = await joinAs(app, url, "administrator", "bella");
  const form = { name: "desk", right: "operate", days: "7" };
  const program = programWith(url, secretIn((await bella.post("/desk/tokens/make", form)).text));
  const look = () => program.post("/sources/nobody/look");
  expect((await look()).status).toBe(404);
  const person = (await app.ledger.people.byLogin("bella"))?.person;
  await admin.post(`/desk/people/${person?.id}/role`, { role: "author" });
  expect((await look()).status).toBe(403);
  await admin.post(`/desk/people/${person?.id}/end`);
  expect((await look()).status).toBe(401);
});

test("the page is in German as well", async () => {
  const { admin } = await someHouse();
  await admin.post("/language", { language: "de" });
  await admin.post("/desk/tokens/make", { name: "intranet", right: "approve", days: "90" });
  const page = (await admin.get("/desk/tokens")).text;
  expect(page).toContain("Tokens für Programme");
  expect(page).toContain("zustimmen, freigeben und zurücknehmen");
});

const run = promisify(execFile);

const plain = (text: string): string =>
  text.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<").replaceAll("&amp;", "&");

test("the examples of the page work in a shell as they stand", async () => {
  const { app, url, admin } = await someHouse();
  const made = await admin.post("/desk/tokens/make", { name: "shell", right: "see", days: "30" });
  const writer = await makeProgram(app, url, ["see", "write"], "writer");
  const lines = [...made.text.matchAll(/<code>(curl [^<]+)<\/code>/g)].map(([, line = ""]) => plain(line));
  expect(lines).toHaveLength(3);
  const env = { ...process.env, CARILLON_URL: url, CARILLON_TOKEN: writer.secret };
  const answers = [];
  for (const line of [...lines, lines[2] ?? ""]) {
    const { stdout } = await run("sh", ["-c", line], { env });
    answers.push(JSON.parse(stdout) as unknown);
  }
  expect(answers[0]).toMatchObject({ waiting: [], stop: null });
  expect(answers[1]).toEqual([]);
  expect(answers[2]).toEqual({ done: true, lines: ["Everything is held."] });
  expect(answers[3]).toEqual(answers[2]);
  expect(await app.ledger.stops.current()).toMatchObject({ reason: "Storm.", who: "token:writer" });
  const looker = { ...env, CARILLON_TOKEN: secretIn(made.text) };
  const refused = await run("sh", ["-c", lines[2] ?? ""], { env: looker }).catch((error: unknown) => error);
  expect(refused).toMatchObject({ stdout: expect.stringContaining("may not write") as string });
});
