import { expect, test } from "vitest";
import { writeCsv } from "../../../src/web/team/csv.ts";
import { planInto } from "../../fixtures/shop.ts";
import { joinAs, openHouse } from "./house.ts";

const post = (text: string) => ({
  title: null,
  text,
  link: null,
  card: null,
  media: [],
  language: "en",
  tags: [],
});

async function someHouse() {
  const { app, url } = await openHouse({
    accounts: ["here", "there"].map((name) => ({ name, channel: "page", settings: {} })),
  });
  await planInto(app.ledger, [
    {
      account: "here",
      channel: "page",
      post: post('Bells "ring" 100% of the_time.'),
      dueAt: "2026-03-10T10:00:00.000Z",
    },
    {
      account: "there",
      channel: "page",
      post: post("=HYPERLINK(1)"),
      dueAt: "2026-03-11T10:00:00.000Z",
      state: "held",
    },
  ]);
  return { app, url, viewer: await joinAs(app, url, "viewer") };
}

const textsIn = (page: string): number => (page.match(/class="excerpt"/g) ?? []).length;

test("what was can be looked through by account, state, day and words", async () => {
  const { viewer } = await someHouse();
  const shown = async (query: string): Promise<number> =>
    textsIn((await viewer.get(`/desk/history?${query}`)).text);
  expect(await shown("")).toBe(2);
  expect(await shown("account=here")).toBe(1);
  expect(await shown("state=held&account=")).toBe(1);
  expect(await shown("from=2026-03-11")).toBe(1);
  expect(await shown("to=2026-03-10")).toBe(1);
  expect(await shown("words=%22ring%22")).toBe(1);
  expect(await shown("words=100%25")).toBe(1);
  expect(await shown("words=the_time")).toBe(1);
  expect(await shown("words=the%25time")).toBe(0);
  expect(await shown("state=nonsense&from=nonsense")).toBe(2);
});

/** So many posts, one a minute; every tenth is held, the oldest has a word of its own. */
async function longHouse(many: number) {
  const { app, url } = await openHouse({ accounts: [{ name: "here", channel: "page", settings: {} }] });
  await planInto(
    app.ledger,
    Array.from({ length: many }, (_, at) => ({
      account: "here",
      channel: "page",
      step: `step${at}`,
      state: at % 10 === 0 ? ("held" as const) : ("scheduled" as const),
      post: post(at === 0 ? "The first carillon." : "Bells."),
      dueAt: new Date(Date.parse("2026-03-01T00:00:00Z") + Math.floor(at / 2) * 60_000).toISOString(),
    })),
  );
  return joinAs(app, url, "viewer");
}

test("words are looked for in the newest posts, and at a word in those before them", async () => {
  const viewer = await longHouse(2_100);
  const near = (await viewer.get("/desk/history?words=carillon")).text;
  expect(textsIn(near)).toBe(0);
  expect(near).toContain("None of the newest posts says that.");
  expect(near).toContain("1,500 posts that fit otherwise were looked through, the newest first.");
  const [, on = ""] = /href="(\/desk\/history\?[^"]*below=[^"]*)"/.exec(near) ?? [];
  const far = (await viewer.get(on.replaceAll("&amp;", "&"))).text;
  expect(textsIn(far)).toBe(1);
  expect(far).toContain("All posts that fit otherwise were looked through.");
  const answers = [await viewer.get("/api/history?words=carillon")];
  for (let next = linkIn(answers[0]!); next !== null; next = linkIn(answers.at(-1)!))
    answers.push(await viewer.get(`/api/history${next}`));
  expect(answers.map(({ text }) => (JSON.parse(text) as unknown[]).length)).toEqual([0, 1]);
});

/** Where a program's answer says that it goes on. */
const linkIn = ({ headers }: { readonly headers: Headers }): string | null =>
  /^<(\?[^>]+)>; rel="next"$/.exec(headers.get("link") ?? "")?.[1] ?? null;

test("a program follows the header from page to page, and it ends", async () => {
  const viewer = await longHouse(25);
  const sizes: number[] = [];
  for (let on: string | null = "?limit=10&account=here"; on !== null;) {
    const answer = await viewer.get(`/api/history${on}`);
    sizes.push((JSON.parse(answer.text) as unknown[]).length);
    on = linkIn(answer);
  }
  expect(sizes).toEqual([10, 10, 5]);
  const document = (await viewer.get("/api/openapi.json")).text;
  expect(JSON.parse(document)).toMatchObject({
    paths: { "/history": { get: { responses: { 200: { headers: { Link: expect.anything() } } } } } },
  });
});

test.each(["", "account=here", "state=held", "account=here&state=held", "campaign=newsletter&state=held"])(
  "pages of what %s asks for follow each other, and none is left out or twice",
  async (query) => {
    const viewer = await longHouse(600);
    const pages = [await viewer.get(`/desk/history?${query}`)];
    for (let on = nextOf(pages[0]!.text); on !== null; on = nextOf(pages.at(-1)!.text))
      pages.push(await viewer.get(on));
    const ids = pages.flatMap(({ text }) =>
      [...text.matchAll(/href="\/desk\/posts\/(\w+)"/g)].map(([, id]) => id),
    );
    expect(ids).toHaveLength(query.includes("held") ? 60 : 600);
    expect(new Set(ids).size).toBe(ids.length);
  },
);

const nextOf = (page: string): string | null =>
  /class="act" href="(\/desk\/history\?[^"]*)"/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? null;

test("what is to come stands in the calendar, not in the history", async () => {
  const { app, viewer } = await someHouse();
  const [first] = await app.ledger.deliveries.list({});
  await app.ledger.deliveries.change(
    first!.id,
    ["scheduled"],
    { dueAt: "2126-01-01T00:00:00.000Z" },
    new Date(),
  );
  expect(textsIn((await viewer.get("/desk/history")).text)).toBe(1);
  expect(textsIn((await viewer.get(`/desk/history?entry=${first?.entry}`)).text)).toBe(2);
});

test("it goes on below the last one", async () => {
  const { app, viewer } = await someHouse();
  const [, newest] = await app.ledger.deliveries.list({});
  const page = (await viewer.get(`/desk/history?below=${newest?.id}`)).text;
  expect(textsIn(page)).toBe(1);
  expect(page).toContain("Bells");
});

test("it can be taken along as CSV, in which nothing is a formula, and as JSON", async () => {
  const { viewer } = await someHouse();
  const csv = (await viewer.get("/desk/history.csv")).text;
  expect(csv.split("\r\n")).toHaveLength(4);
  expect(csv).toContain(`"Bells ""ring"" 100% of the_time."`);
  expect(csv).toContain(",'=HYPERLINK(1),");
  const rows = JSON.parse((await viewer.get("/desk/history.json?account=there")).text) as { text: string }[];
  expect(rows.map(({ text }) => text)).toEqual(["=HYPERLINK(1)"]);
});

test("who decided what stands there", async () => {
  const { app, url, viewer } = await someHouse();
  await joinAs(app, url, "author", "bob");
  expect((await viewer.get("/desk/decisions")).text).toMatch(/bob[\s\S]*As author\./);
});

test.each([
  ["a,b", '"a,b"'],
  ["+1", "'+1"],
  ["-x\n", `"'-x\n"`],
  [null, ""],
  [["a", "b"], "a; b"],
  [3, "3"],
  ["Bells; =1+1", "Bells; '=1+1"],
  ["Bells\n@SUM(A1)", '"Bells\n\'@SUM(A1)"'],
  ["Bells\n- an item", '"Bells\n- an item"'],
] as const)("CSV writes %j as %j", (value, cell) => {
  expect(writeCsv(["x"], [{ x: value }])).toBe(`\uFEFFx\r\n${cell}\r\n`);
});
