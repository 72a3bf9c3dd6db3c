import { expect, test } from "vitest";
import { effortOf } from "../../fixtures/effort.ts";
import { seedResults, type Seeding } from "../../fixtures/results.ts";
import { joinAs, makeBrowser, openHouse } from "./house.ts";

const now = new Date("2026-11-23T12:00:00Z");
const seeding: Seeding = {
  issues: 8,
  age: 2,
  now,
  accounts: { fedi: "mastodon", lemmy: "lemmy" },
  posts: 3,
  likes: (issue) => (issue === 7 ? 100 : 40),
};

const settings = { server: "https://fedi.example", accessToken: "x" };
const bird = { apiKey: "a", apiSecret: "b", accessToken: "c", accessSecret: "d" };
const accounts = [
  { name: "fedi", channel: "mastodon", settings },
  { name: "bird", channel: "twitter", settings: bird },
  { name: "here", channel: "page", settings: {} },
];

async function someHouse(changes: Partial<Seeding> = {}) {
  const { app, url } = await openHouse({ accounts }, () => now);
  const ids = await seedResults(app.ledger, { ...seeding, ...changes });
  return { app, url, ids, viewer: await joinAs(app, url, "viewer") };
}

test("before anything is counted the page says when it will be", async () => {
  const { app, url } = await openHouse();
  const viewer = await joinAs(app, url, "viewer");
  expect((await viewer.get("/desk/results")).text).toContain("Nothing has been counted yet.");
  expect((await viewer.get("/desk/results/2026-11")).text).toContain("Nothing that is counted went out");
});

test("a fresh issue is compared with what the six before it had at its own age, and the page says so", async () => {
  const { viewer } = await someHouse();
  const page = (await viewer.get("/desk/results")).text;
  expect(page).toMatch(/Counted 2 days after its first post, and compared with what the 6 issues before it/);
  const first = page.split("<article")[1] ?? "";
  expect(first).toContain("issue 8");
  expect(first).toContain("more than usual");
  expect(page.match(/<article class="issue"/g)).toHaveLength(6);
});

test("a chart is drawn by attributes alone, and stands beside it as a table", async () => {
  const { viewer } = await someHouse();
  const page = (await viewer.get("/desk/results")).text;
  expect(page).toMatch(/role="img"\s+aria-label="Likes, reposts and replies together, 2 days/);
  expect(page.match(/<rect/g)?.length).toBeGreaterThan(6);
  expect(page).not.toMatch(/ style=|<style/);
  expect(page).toContain('<th scope="row">Usual</th>');
});

test("what a network does not tell is “not told”, and never 0", async () => {
  const { viewer } = await someHouse();
  const page = (await viewer.get("/desk/results")).text;
  const row = page.split("<tr>").find((one) => one.includes(">lemmy</th>")) ?? "";
  expect(row).toContain("not told");
});

test("accounts that are not counted stand there with the reason, and what it would cost", async () => {
  const { viewer } = await someHouse();
  const page = (await viewer.get("/desk/results")).text;
  expect(page).toMatch(/bird<\/span>:\s+looking costs money there, up to 0.03 USD a post/);
  expect(page).toMatch(/here<\/span>:\s+the network tells nothing/);
});

test("it goes on below the last issue", async () => {
  const { viewer, ids } = await someHouse();
  const page = (await viewer.get(`/desk/results?below=${ids[2]}`)).text;
  expect(page.match(/<article class="issue"/g)).toHaveLength(2);
  expect((await viewer.get("/desk/results?below=nothing&source=%27")).status).toBe(200);
});

test("an entry's page and a post's say it in one line", async () => {
  const { viewer, ids } = await someHouse();
  expect((await viewer.get(`/desk/entries/${ids[7]}`)).text).toMatch(
    /class="sums"[\s\S]*likes[\s\S]*more than usual/,
  );
  expect((await viewer.get(`/desk/posts/${ids[7]}-fedi-0`)).text).toContain(
    "So far: 50 likes, 13 reposts, 6 replies.",
  );
});

test("a month has a page of its own, and a table file with the same sums", async () => {
  const { viewer } = await someHouse();
  const page = (await viewer.get("/desk/results/2026-11")).text;
  expect(page).toContain("Report for November 2026");
  expect(page).toContain("The month is not over");
  expect(page).toMatch(/October 2026, at the same time/);
  const csv = (await viewer.get("/desk/results/2026-11.csv")).text;
  expect(csv.split("\r\n")[0]).toBe("month,by,name,channel,posts,likes,reposts,replies,clicks,views");
  expect(csv).toMatch(/2026-11,account,lemmy,lemmy,\d+,\d+,\d+,,,/);
});

test.each(["2026-13", "2026-12", "1999-1", "nothing", "2026-11.csv.csv", "%00", "constructor"])(
  "%s is no month with results",
  async (month) => {
    const { viewer } = await someHouse({ issues: 1 });
    expect((await viewer.get(`/desk/results/${month}`)).status).toBe(404);
  },
);

test("who is not signed in sees none of it", async () => {
  const { url } = await someHouse({ issues: 1 });
  for (const path of ["/desk/results", "/desk/results/2026-11", "/desk/results/2026-11.csv"])
    expect((await makeBrowser(url).get(path)).path).toMatch(/^\/sign-in/);
});

test("a hostile title stays text, on the pages and in the file", async () => {
  const title = `=1+1"><script>alert(1)</script>`;
  const { viewer } = await someHouse({ titles: () => title });
  for (const path of ["/desk/results", "/desk/results/2026-11"]) {
    const page = (await viewer.get(path)).text;
    expect(page).not.toContain("<script>alert");
    expect(page).toContain("&lt;script&gt;");
  }
  expect((await viewer.get("/desk/results/2026-11.csv")).text).toContain(`"'=1+1""><script>`);
});

test("in German", async () => {
  const { viewer } = await someHouse();
  await viewer.post("/language", { language: "de" });
  const page = (await viewer.get("/desk/results")).text;
  expect(page).toMatch(/2 Tage nach dem ersten Post und verglichen mit dem, was die 6 Ausgaben davor/);
  expect(page).toContain("nicht verraten");
  expect((await viewer.get("/desk/results/2026-10")).text).toContain("Bericht für Oktober 2026");
});

test("a page takes no longer with twenty thousand posts than with a thousand", async () => {
  const middle = async (issues: number): Promise<number> => {
    const { viewer } = await someHouse({
      issues,
      posts: 20,
      accounts: { a: "mastodon", b: "mastodon", c: "mastodon", d: "mastodon", e: "lemmy" },
    });
    const times: number[] = [];
    for (let at = 0; at < 12; at++) {
      times.push(await effortOf(() => viewer.get("/desk/results")));
    }
    return times.toSorted((a, b) => a - b)[6] ?? 0;
  };
  const [small, large] = [await middle(10), await middle(200)];
  console.log(
    `/desk/results: median ${small.toFixed(1)} ms with 1,000 posts, ${large.toFixed(1)} ms with 20,000`,
  );
  expect(large).toBeLessThan(small * 2 + 30);
}, 60_000);
