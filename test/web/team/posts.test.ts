import { expect, test } from "vitest";
import { planInto } from "../../fixtures/shop.ts";
import { someStep, someCampaign } from "../../fixtures/plan.ts";
import { joinAs, openHouse } from "./house.ts";

const hostile = `<script>alert("x")</script>"'><img src=x onerror=alert(1)>`;

const accounts = [
  { name: "here", channel: "page", settings: {} },
  { name: "fedi", channel: "mastodon", settings: { server: "https://fedi.org", accessToken: "hush" } },
  { name: "pages", channel: "twitter", settings: { accessToken: "hush" } },
];

const post = {
  title: null,
  text: "Bells ring. https://bells.org/1 #Bells @anna@bells.org",
  link: "https://bells.org/1",
  card: null,
  media: [{ url: "https://bells.org/1.png", alt: "" }],
  language: "en",
  tags: [],
};

async function someHouse(changes: Parameters<typeof planInto>[1][number] = {}) {
  const { app, url } = await openHouse({
    accounts,
    campaigns: [
      someCampaign([someStep({ name: "announcement", to: ["fedi", "pages"] })], { name: "gazette" }),
    ],
  });
  await planInto(app.ledger, [
    { account: "fedi", channel: "mastodon", campaign: "gazette", post, ...changes },
    { account: "pages", channel: "twitter", campaign: "gazette", post, ...changes },
  ]);
  const all = await app.ledger.deliveries.list({});
  const [fedi, pages] = ["fedi", "pages"].map((name) => all.find(({ account }) => account === name));
  const author = await joinAs(app, url, "author");
  return { app, url, author, fedi: fedi!, pages: pages! };
}

const textOf = async ({ app }: Pick<Awaited<ReturnType<typeof someHouse>>, "app">, account: string) =>
  (await app.ledger.deliveries.list({ account }))[0]?.post.text;

test("an entry's page shows each of its posts as its network links and counts it", async () => {
  const { author, fedi } = await someHouse();
  const page = (await author.get(`/desk/entries/${fedi.entry}`)).text;
  expect(page).toContain('<span class="mark">@anna@bells.org</span>');
  expect(page).toContain('<span class="mark">#Bells</span>');
  expect(page).toContain('<a href="https://bells.org/1" rel="noopener noreferrer">https://bells.org/1</a>');
  // Mastodon: 12 + 23 for the link + 1 + 6 + 1 + 5 for the mention's name.
  expect(page).toContain("48 / 500");
  expect(page).toContain("58 / 280");
  expect(page).toContain("No alternative text");
});

test("a post looks as on its network: who says it, its picture, its colours, and what stands beside the name", async () => {
  const { app, author, fedi } = await someHouse();
  const who = {
    id: "1",
    name: "The <i>Bells</i>",
    handle: "@bells@fedi.org",
    avatar: "https://media.org/a.png",
  };
  await app.ledger.accounts.recognise("fedi", who, null);
  const answer = await author.get(`/desk/entries/${fedi.entry}`);
  const [, mastodon = "", twitter = ""] = answer.text.replaceAll(/\s+/g, " ").split('class="look"');
  expect(mastodon).toContain('data-avatar="square" data-handle="beneath" data-ink="violet"');
  expect(mastodon).toContain("The &lt;i&gt;Bells&lt;/i&gt;");
  expect(mastodon).toContain("@bells@fedi.org");
  expect(mastodon).toMatch(/src="\/avatars\/[0-9a-f]{24}"/);
  expect(answer.headers.get("content-security-policy")).not.toContain("https://media.org");
  expect(twitter).toContain('data-avatar="round" data-handle="beside" data-ink="sky"');
});

test("words that a person keeps are kept, and an approval of other words is void", async () => {
  const house = await someHouse({ approvalsNeeded: 1, state: "draft" });
  const { app, author, fedi } = house;
  await app.ledger.deliveries.change(fedi.id, ["draft"], { state: "scheduled" }, new Date());
  const text = "Bells ring twice.\r\n\r\nhttps://bells.org/1";
  const seen = await author.post(`/desk/posts/${fedi.id}/words`, { text, alt: "Three bells" });
  expect(seen.path).toBe(`/desk/posts/${fedi.id}`);
  expect(seen.text).toContain("must be approved again");
  const now = await app.ledger.deliveries.get(fedi.id);
  expect(now?.post.text).toBe("Bells ring twice.\n\nhttps://bells.org/1");
  expect(now?.post.media[0]?.alt).toBe("Three bells");
  expect(now?.state).toBe("draft");
  expect((await app.ledger.audit.list(1))[0]).toMatchObject({
    who: "the-author",
    action: "edit",
    subject: fedi.id,
  });
  expect(await textOf(house, "pages")).toBe(post.text);
});

test("the same words go to all similar channels, where they are taken", async () => {
  const house = await someHouse();
  const seen = await house.author.post(`/desk/posts/${house.fedi.id}/words`, {
    text: "All bells.",
    use: "all",
  });
  expect(seen.text).toContain("pages: Changed.");
  expect(await textOf(house, "pages")).toBe("All bells.");
});

test("an entry's page brings a post's form when somebody asks for it; without scripts it is a page of its own", async () => {
  const { app, url, author, fedi } = await someHouse();
  const path = `/desk/posts/${fedi.id}/words`;
  const entry = (await author.get(`/desk/entries/${fedi.entry}`)).text;
  expect(entry).toContain(`href="${path}"`);
  expect(entry).not.toContain('<textarea id="words-');
  const page = await author.get(path);
  expect(page.text).toContain("<html");
  expect(page.text).toMatch(/<textarea[^>]*name="text"[^>]*>\s*Bells ring\./);
  const script = { "hx-request": "true" };
  const piece = (await author.get(path, script)).text;
  expect(piece).toMatch(/^<details class="edit" open>/);
  expect(piece).toContain("autofocus");
  const viewer = await joinAs(app, url, "viewer", "vera");
  expect((await viewer.get(path)).status).toBe(403);
  await app.ledger.deliveries.change(fedi.id, [fedi.state], { state: "cancelled" }, app.now());
  expect((await author.get(path, script)).text).toContain("cannot be changed any more");
  expect((await author.get(path)).path).toBe(`/desk/posts/${fedi.id}`);
});

test("what is tried is counted and shown by the code that sends, and kept nowhere", async () => {
  const house = await someHouse();
  const path = `/desk/posts/${house.fedi.id}/try`;
  const text = `${"a".repeat(490)} https://bells.org/${"b".repeat(90)}`;
  const piece = await house.author.post(path, { text }, { origin: house.url, "hx-request": "true" });
  expect(piece.text).toContain("514 / 500");
  expect(piece.text).toContain("14 too long");
  expect(piece.text).not.toContain("<html");
  expect((await house.author.post(path, { text })).text).toContain("514 / 500");
  expect(await textOf(house, "fedi")).toBe(post.text);
});

test("words that are too long are refused with a sentence, and nothing is changed", async () => {
  const house = await someHouse();
  const seen = await house.author.post(`/desk/posts/${house.fedi.id}/words`, { text: "a".repeat(501) });
  expect(seen.text).toContain("It is too long: Mastodon takes 500 graphemes at most.");
  expect(await textOf(house, "fedi")).toBe(post.text);
});

test("a viewer sees everything and changes nothing", async () => {
  const { app, url, fedi } = await someHouse();
  const viewer = await joinAs(app, url, "viewer");
  const page = (await viewer.get(`/desk/entries/${fedi.entry}`)).text;
  expect(page).toContain("Bells ring.");
  expect(page).not.toContain("<textarea");
});

test("nothing that a source writes becomes markup", async () => {
  const media = [{ url: "javascript:alert(1)", alt: hostile }];
  const card = {
    url: "javascript:alert(1)",
    title: hostile,
    description: hostile,
    image: { url: "x", alt: hostile },
  };
  const { author, fedi } = await someHouse({
    post: { ...post, title: hostile, text: hostile, language: `"><script>`, media, card },
    reason: hostile,
  });
  const pages = [`/desk/entries/${fedi.entry}`, `/desk/posts/${fedi.id}`, "/desk/entries"];
  const texts = (await Promise.all(pages.map((path) => author.get(path)))).map(({ text }) => text).join("");
  expect(texts).toContain("&lt;script&gt;alert");
  expect(texts).not.toContain("<script>alert");
  expect(texts).not.toContain("<img src=x");
  expect(texts).not.toContain('href="javascript:');
});

test("a post that is not there leads to a page that says so", async () => {
  const { author } = await someHouse();
  expect((await author.get("/desk/posts/none")).status).toBe(404);
  expect((await author.get("/desk/entries/none")).status).toBe(404);
});

test("the page speaks German", async () => {
  const { author, fedi } = await someHouse();
  await author.post("/language", { language: "de" });
  expect((await author.get(`/desk/entries/${fedi.entry}`)).text).toContain("Worte oder Bilder ändern");
});

test("where more than one campaign speaks of an entry, its steps stand campaign by campaign, and say which", async () => {
  const { app, url } = await openHouse({ accounts });
  const fedi = { account: "fedi", channel: "mastodon", post };
  await planInto(app.ledger, [
    { ...fedi, campaign: "letter", dueAt: "2026-03-10T12:00:00.000Z" },
    { ...fedi, campaign: "digest", dueAt: "2026-03-11T12:00:00.000Z" },
    { ...fedi, campaign: "letter", step: "reminder", dueAt: "2026-03-12T12:00:00.000Z" },
  ]);
  const [{ entry } = { entry: "" }] = await app.ledger.deliveries.list({});
  const page = (await (await joinAs(app, url, "viewer")).get(`/desk/entries/${entry}`)).text;
  const heads = [...page.matchAll(/<h2>(.*?)<\/h2>/gs)].map(([, head = ""]) =>
    head.replaceAll(/<[^>]*>/g, ""),
  );
  expect(heads).toEqual(["announcement · letter", "reminder · letter", "announcement · digest"]);
});
