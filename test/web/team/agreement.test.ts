import { expect, test } from "vitest";
import { approve } from "../../../src/app/decisions.ts";
import { gateOf } from "../../../src/app/gate.ts";
import { makeToken } from "../../../src/app/team/api-tokens.ts";
import { voiceHere } from "../../../src/cli/context.ts";
import { programWith } from "../api/programs.ts";
import { planInto } from "../../fixtures/shop.ts";
import { someCampaign, someStep } from "../../fixtures/plan.ts";
import { joinAs, makeBrowser, openHouse } from "./house.ts";

const campaign = someCampaign([someStep({ name: "announcement", to: ["fedi"] })], {
  name: "gazette",
  review: { approvals: 2, expires: 7 * 86_400, span: 3600 },
});

async function someHouse() {
  let now = new Date("2026-03-10T12:00:00Z");
  const { app, url } = await openHouse(
    {
      accounts: [
        { name: "fedi", channel: "mastodon", settings: { server: "https://fedi.org", accessToken: "x" } },
      ],
      campaigns: [campaign],
    },
    () => now,
  );
  await planInto(app.ledger, [
    { account: "fedi", channel: "mastodon", campaign: "gazette", state: "draft", approvalsNeeded: 2 },
  ]);
  const [draft] = await app.ledger.deliveries.list({});
  const id = draft?.id ?? "";
  const state = async (): Promise<string | undefined> => (await app.ledger.deliveries.get(id))?.state;
  const gate = gateOf(app.config);
  const judge = async () => gate((await app.ledger.deliveries.get(id))!, now);
  const wait = (hours: number): void => void (now = new Date(now.getTime() + hours * 3_600_000));
  return { app, url, id, entry: draft?.entry ?? "", state, judge, wait };
}

/** Presses the button on the page as it stands there. */
async function agree(browser: Awaited<ReturnType<typeof joinAs>>, id: string) {
  const sight = /name="sight" value="([^"]+)"/.exec((await browser.get(`/desk/posts/${id}`)).text)?.[1] ?? "";
  return browser.post(`/desk/posts/${id}/approve`, { sight });
}

test("two different people agree, and only then is it scheduled", async () => {
  const { app, url, id, state, judge } = await someHouse();
  const [first, second] = [
    await joinAs(app, url, "approver", "anna"),
    await joinAs(app, url, "approver", "ben"),
  ];
  await agree(first, id);
  await agree(first, id);
  expect(await state()).toBe("draft");
  expect((await agree(second, id)).text).toContain("anna agreed");
  expect(await state()).toBe("scheduled");
  expect(await judge()).toBeNull();
});

test("the terminal's nameless approvals and its tokens are one voice, and a name in capitals is no other", async () => {
  const { app, url, id, state } = await someHouse();
  const wish = { name: "cron", rights: ["approve", "see"], days: 7 };
  const made = await makeToken(app, wish, "root", voiceHere({}));
  const program = programWith(url, "secret" in made ? made.secret : "");
  const { sight } = (await program.get(`/posts/${id}`)).body as { sight: string };
  const agreeHere = async (as: string | undefined, who: string) =>
    approve(voiceHere({ ...(as && { as }) }))(app, (await app.ledger.deliveries.get(id))!, who);
  await agreeHere(undefined, "root");
  await program.post(`/posts/${id}/approve`, { sight });
  await agreeHere(undefined, "carl");
  expect((await app.ledger.deliveries.get(id))?.approvals).toMatchObject([{ by: "carl", voice: "operator" }]);
  expect((await agreeHere("Anna", "Anna")).text).toContain("Approved by Anna");
  expect(await state()).toBe("scheduled");
  await app.ledger.deliveries.change(id, ["scheduled"], { state: "draft", approvals: [] }, new Date());
  await agreeHere("Anna", "Anna");
  await agree(await joinAs(app, url, "approver", "anna"), id);
  expect(await state()).toBe("draft");
});

test("what was changed since it was looked at is not agreed to", async () => {
  const { app, url, id, state } = await someHouse();
  const [anna, bob] = [await joinAs(app, url, "approver", "anna"), await joinAs(app, url, "author", "bob")];
  const sight = /name="sight" value="([^"]+)"/.exec((await anna.get(`/desk/posts/${id}`)).text)?.[1] ?? "";
  await bob.post(`/desk/posts/${id}/words`, { text: "Other words." });
  const seen = await anna.post(`/desk/posts/${id}/approve`, { sight });
  expect(seen.text).toContain("changed since you looked at it");
  expect((await app.ledger.deliveries.get(id))?.approvals).toEqual([]);
  expect(await state()).toBe("draft");
});

test.each([
  ["the text", (post: object) => ({ post: { ...post, text: "Other words." } })],
  [
    "a picture's words",
    (post: object) => ({ post: { ...post, media: [{ url: "https://x.org/a.png", alt: "b" }] } }),
  ],
  ["the time, by more than the span", () => ({ dueAt: "2026-03-10T13:30:00Z" })],
])("whatever way %s was changed after the approval, it does not go out, and says why", async (_, change) => {
  const { app, url, id, judge } = await someHouse();
  for (const name of ["anna", "ben"]) await agree(await joinAs(app, url, "approver", name), id);
  const { post } = (await app.ledger.deliveries.get(id))!;
  await app.ledger.deliveries.change(id, ["scheduled"], change(post) as object, new Date());
  expect(await judge()).toMatchObject({
    state: "held",
    reason: expect.stringMatching(/after anna agreed to it/),
  });
});

test("a short move keeps the approval, and one that has expired does not publish", async () => {
  const { app, url, id, judge, wait } = await someHouse();
  for (const name of ["anna", "ben"]) await agree(await joinAs(app, url, "approver", name), id);
  await app.ledger.deliveries.change(id, ["scheduled"], { dueAt: "2026-03-10T12:30:00Z" }, new Date());
  expect(await judge()).toBeNull();
  wait(7 * 24 + 1);
  expect(await judge()).toMatchObject({ state: "held", reason: expect.stringContaining("expired") });
});

test("an author asks for review, an approver sends it back with a reason, and all is written down", async () => {
  const { app, url, id, state } = await someHouse();
  const [bob, anna] = [await joinAs(app, url, "author", "bob"), await joinAs(app, url, "approver", "anna")];
  await bob.post(`/desk/posts/${id}/ask`, { text: "Is the date right?" });
  const seen = await anna.post(`/desk/posts/${id}/send-back`, { text: "It is the 12th." });
  expect(seen.text).toContain("bob asked for review");
  expect(seen.text).toContain("Is the date right?");
  expect(seen.text).toContain("Sent back by anna: It is the 12th.");
  expect(await state()).toBe("draft");
  const actions = (await app.ledger.audit.list(10)).map(({ who, action }) => `${who} ${action}`);
  expect(actions).toEqual(expect.arrayContaining(["bob ask for review", "anna send back"]));
});

test("all drafts of a page are agreed to at once, as they stand there", async () => {
  const { app, url, id, entry } = await someHouse();
  const anna = await joinAs(app, url, "approver", "anna");
  const page = (await anna.get(`/desk/entries/${entry}`)).text;
  const seen = /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? "";
  await anna.post(`/desk/entries/${entry}/approve`, { seen });
  expect((await app.ledger.deliveries.get(id))?.approvals.map(({ by }) => by)).toEqual(["anna"]);
});

test("a link shows the posts to who has it, takes a comment, agrees to nothing, and can be ended", async () => {
  const { app, url, id, entry } = await someHouse();
  const bob = await joinAs(app, url, "author", "bob");
  const page = (await bob.post(`/desk/entries/${entry}/review-links`)).text;
  const secret = /\/review\/([\w-]{43})/.exec(page)?.[1] ?? "";
  const guest = makeBrowser(url);
  expect((await guest.get(`/review/${secret}`)).text).toContain("The March issue is here.");
  const said = await guest.post(`/review/${secret}`, { name: "Carla", text: "Lovely <b>bells</b>." });
  expect(said.text).toContain("Lovely &lt;b&gt;bells&lt;/b&gt;.");
  expect((await bob.get(`/desk/entries/${entry}`)).text).toContain("Carla (by bob&#39;s link) said");
  expect((await guest.get(`/desk/posts/${id}`)).path).toMatch(/^\/sign-in/);
  expect((await app.ledger.deliveries.get(id))?.approvals).toEqual([]);
  const link = /review-links\/([\w-]+)\/end/.exec((await bob.get(`/desk/entries/${entry}`)).text)?.[1] ?? "";
  await bob.post(`/desk/entries/${entry}/review-links/${link}/end`);
  expect((await guest.get(`/review/${secret}`)).status).toBe(410);
});

test("an entry's page shows what waits alone, until one has agreed to all of it", async () => {
  const { app, url, entry, id } = await someHouse();
  await planInto(app.ledger, [{ account: "fedi", channel: "mastodon", step: "out", state: "scheduled" }]);
  const anna = await joinAs(app, url, "approver", "anna");
  const whole = (await anna.get(`/desk/entries/${entry}`)).text;
  expect(whole).toContain("Only what waits for you (1)");
  expect(whole).toContain("Agree to this draft");
  const alone = (await anna.get(`/desk/entries/${entry}?only=waiting`)).text;
  expect(alone.match(/class="post-card/g)).toHaveLength(1);
  await agree(anna, id);
  const after = (await anna.get(`/desk/entries/${entry}?only=waiting`)).text;
  expect(after).toContain("Nothing of this waits for you.");
  expect(after).toContain("You have agreed to all of this.");
  expect(after).not.toContain("Agree to this draft");
});

test("what was refused does not look as if it were done", async () => {
  const { app, url, id } = await someHouse();
  const anna = await joinAs(app, url, "approver", "anna");
  const refused = await anna.post(`/desk/posts/${id}/approve`, { sight: "of something else" });
  expect(refused.text).toMatch(/<p class="problem" role="status">It was changed since you looked at it/);
  expect((await agree(anna, id)).text).toMatch(/<p class="said-note" role="status">Approved by anna/);
});
