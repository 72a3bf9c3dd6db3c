import { describe, expect, test } from "vitest";
import { clock } from "../fixtures/plan.ts";
import { issue, join, openBelfry } from "./belfry.ts";
import { missing, reason, useBrowser } from "./browser.ts";

describe.skipIf(missing)(`a team at work, in a browser ${reason}`, () => {
  const open = useBrowser();

  test("from the first administrator's link to a published post, with an edit and two who agree", async () => {
    const belfry = await openBelfry({ review: { approvals: 2, expires: null } });
    const [anna, ben] = [await open(), await open()];
    await join(anna.page, belfry, "administrator", "Anna");
    await belfry.bring(issue);
    await anna.page.goto(`${belfry.url}/desk`);
    await anna.page.getByRole("link", { name: "Look at them, and agree" }).click();

    const card = anna.page.locator(".post-card", { hasText: "fedi" }).first();
    await card.getByText("Change the words").click();
    const box = card.getByRole("textbox", { name: "Text" });
    const counter = card.locator(".counter", { hasText: "/ 500" }).first();
    const before = await counter.textContent();
    await box.fill("Ding, dong. https://bells.example.org/1/");
    await card.locator(".text", { hasText: "Ding, dong." }).waitFor();
    expect(await counter.textContent()).not.toBe(before);
    // 11 letters, a space, and 23 for any link, as the network counts.
    expect(await counter.textContent()).toContain("35 / 500");
    await card.getByRole("button", { name: "Keep these words" }).click();
    await anna.page.getByText("Changed.").waitFor();

    await anna.page.getByRole("button", { name: "Agree to this" }).click();
    await join(ben.page, belfry, "approver", "Ben");
    await ben.page.getByRole("link", { name: "Look at them, and agree" }).click();
    await ben.page.getByRole("button", { name: /Agree to all 3 drafts/ }).click();
    belfry.wait(4);
    await belfry.app.dispatcher.runDue();
    expect(belfry.network.seen("comms").map(({ text }) => text)).toEqual([
      "Ding, dong. https://bells.example.org/1/",
    ]);
    expect([...anna.complaints, ...ben.complaints]).toEqual([]);
  });

  test("an edit after the approval makes it void, and says why", async () => {
    const belfry = await openBelfry({ review: { approvals: 1, expires: null } });
    const { page } = await open();
    await join(page, belfry, "administrator", "Anna");
    await belfry.bring(issue);
    const [draft] = await belfry.app.ledger.deliveries.list({ account: "fedi" });
    await page.goto(`${belfry.url}/desk/posts/${draft?.id}`);
    await page.getByRole("button", { name: "Agree to this" }).click();
    await page.locator(".standing .state", { hasText: "scheduled" }).waitFor();
    await page.getByText("Change the words").click();
    await page.getByRole("textbox", { name: "Text" }).fill("Other words.");
    await page.getByRole("button", { name: "Keep these words" }).click();
    await page.getByText("must be approved again").waitFor();
    expect(await page.locator(".standing .state").textContent()).toBe("draft");
  });

  test("a post is dragged to another day by mouse, and by keyboard", async () => {
    const belfry = await openBelfry();
    const { page, complaints } = await open({ viewport: { width: 1280, height: 1000 } });
    await join(page, belfry, "author", "Bob");
    await belfry.bring(issue);
    await page.goto(`${belfry.url}/desk/calendar?day=2026-03-10`);
    const chip = page.locator(".chip", { hasText: "reminder" });
    await chip.dragTo(page.locator('[data-date="2026-03-18"]'));
    await page.getByText("It goes out Wed 18 March").waitFor();
    expect(await page.locator('[data-date="2026-03-18"] .chip').textContent()).toContain(
      "time chosen by bob",
    );

    await page.locator(".chip", { hasText: "reminder" }).locator("a").focus();
    for (const key of ["m", "ArrowDown", "ArrowRight"]) await page.keyboard.press(key);
    expect(await page.getByRole("status").last().textContent()).toContain("26 March");
    await page.keyboard.press("Enter");
    await page.getByText("It goes out Thu 26 March").waitFor();
    const [reminder] = await belfry.app.ledger.deliveries.list({ from: "2026-03-26T00:00:00Z" });
    expect(reminder).toMatchObject({ step: "reminder", dueAt: "2026-03-26T09:00:00.000Z", movedBy: "bob" });
    expect(complaints).toEqual([]);
  });

  /** Quiet from ten to eight, and twenty minutes between two posts. */
  const slow = {
    zone: "Europe/Berlin",
    quiet: { hours: { from: clock(22), to: clock(8) }, weekdays: [], dates: [] },
    gap: 1200,
    perDay: null,
  };

  test("a post that is carried by keyboard is told of quiet hours and of others, and takes another time", async () => {
    const belfry = await openBelfry({}, slow);
    const { page, complaints } = await open({ viewport: { width: 1280, height: 1000 } });
    await join(page, belfry, "author", "Bob");
    await belfry.bring(issue);
    const reminder = page.locator(".chip", { hasText: "reminder" });
    const said = page.getByRole("status").last();
    await page.goto(`${belfry.url}/desk/calendar?day=2026-03-10`);
    await reminder.locator("summary").click();
    await reminder.getByLabel("Time").fill("16:15");
    await reminder.getByRole("button", { name: "Move" }).click();
    await page.getByText("16:15").first().waitFor();

    // The announcement is at 16:00 on the 10th, four days before.
    await reminder.locator("a").focus();
    const there = page.waitForResponse(/\/places\?/);
    await page.keyboard.press("m");
    await there;
    for (const key of ["ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft"]) await page.keyboard.press(key);
    const near = "collides with 16:00 The Bell Gazette, March";
    await page.locator('[data-date="2026-03-10"].clash .verdict', { hasText: near }).waitFor();
    expect(await said.textContent()).toBe(`To Tue 10 March, 16:15, ${near}`);
    await page.keyboard.press("Shift+ArrowDown");
    expect(await said.textContent()).toBe("To Tue 10 March, 16:30");
    expect(await page.locator(".clash").count()).toBe(0);
    for (let at = 0; at < 22; at += 1) await page.keyboard.press("Shift+ArrowDown");
    expect(await said.textContent()).toBe("To Tue 10 March, 22:00, quiet until Wed 11 March, 08:00");
    await page.keyboard.press("Escape");
    expect(await said.textContent()).toBe("Left where it was.");

    await page.keyboard.press("m");
    await page.keyboard.press("Shift+ArrowUp");
    await page.keyboard.press("Enter");
    await page.getByText(/It goes out Sat,? 14 March.* 16:00/).waitFor();
    expect(complaints).toEqual([]);
  });

  test("a post that is dragged shows what it would meet, and in the week its hour is where it is dropped", async () => {
    const belfry = await openBelfry({}, slow);
    const { page, complaints } = await open({ viewport: { width: 1280, height: 1000 } });
    await join(page, belfry, "author", "Bob");
    await belfry.bring(issue);
    await page.goto(`${belfry.url}/desk/calendar?view=week&day=2026-03-14`);
    const reminder = page.locator(".chip", { hasText: "reminder" });
    const saturday = page.locator('[data-date="2026-03-14"]');
    const box = await saturday.boundingBox();
    const from = await reminder.locator("a").boundingBox();
    if (box === null || from === null) throw new Error("The reminder is not to be seen.");
    const dragTo = async (y: number) => {
      await page.mouse.move(box.x + 20, y - 2);
      await page.mouse.move(box.x + 20, y);
    };
    await page.mouse.move(from.x + 20, from.y + 10);
    await page.mouse.down();
    await dragTo(from.y + 30);
    await saturday.locator(".hours").waitFor();
    // Its hours are below the date: the last of them is at the end of the day.
    await dragTo(box.y + box.height - 4);
    const verdict = saturday.locator(".verdict");
    expect(await verdict.textContent()).toBe("23:30 quiet until Sun 15 March, 08:00");
    expect(await saturday.getAttribute("class")).toContain("clash");
    await dragTo(box.y + 4);
    expect(await verdict.textContent()).toBe("10:00 free");
    const hours = await saturday.locator(".hours").boundingBox();
    if (hours === null) throw new Error("There are no hours.");
    await dragTo(hours.y + (hours.height * 15) / 24);
    expect(await verdict.textContent()).toBe("15:00 free");
    await page.mouse.up();
    await page.getByText(/It goes out Sat,? 14 March.* 15:00/).waitFor();
    expect(await page.locator(".hours, .verdict").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test("an unsure post is settled by its address, and one button holds everything", async () => {
    const belfry = await openBelfry();
    const { page } = await open();
    await join(page, belfry, "administrator", "Anna");
    await belfry.bring(issue);
    const { claims, deliveries } = belfry.app.ledger;
    belfry.wait(4);
    const now = belfry.app.now();
    const claimed = await claims.claim("fedi", "w", now, 60);
    await claims.failed(claimed?.delivery.id ?? "", "w", null, {
      state: "unsure",
      reason: "The answer was lost.",
    });
    await page.goto(`${belfry.url}/desk`);
    await page.getByPlaceholder("The post's address").fill("https://nowhere.example/1");
    await page.getByRole("button", { name: "It is there", exact: true }).click();
    expect((await deliveries.get(claimed?.delivery.id ?? ""))?.state).toBe("unsure");
    await page.getByRole("button", { name: /It is not there/ }).click();
    await page.getByText("sent again").waitFor();

    await page.locator("summary", { hasText: "Hold everything" }).click();
    await page.getByLabel("Why?").fill("The link is wrong.");
    await page.getByRole("button", { name: "Hold everything" }).click();
    await page.getByText("anna holds everything: The link is wrong.").waitFor();
    await belfry.app.dispatcher.runDue();
    expect(belfry.network.seen("comms")).toEqual([]);
    await page.getByRole("link", { name: "Let everything go on" }).click();
    await page.getByRole("checkbox").first().check();
    await page.getByRole("button", { name: "Let it go on" }).click();
    await page.getByText("1 stay held").waitFor();
  });

  test("without scripts all of it works by forms", async () => {
    const belfry = await openBelfry({ review: { approvals: 1, expires: null } });
    const { page } = await open({ javaScriptEnabled: false });
    await join(page, belfry, "administrator", "Anna");
    await belfry.bring(issue);
    const [draft] = await belfry.app.ledger.deliveries.list({ account: "fedi" });
    await page.goto(`${belfry.url}/desk/posts/${draft?.id}`);
    await page.getByText("Change the words").click();
    await page.getByRole("textbox", { name: "Text" }).fill("Ding, dong.");
    await page.getByRole("button", { name: "Look at it" }).click();
    expect(await page.locator(".look").textContent()).toContain("11 / 500");
    await page.getByRole("button", { name: "Keep these words" }).click();
    await page.getByRole("button", { name: "Agree to this" }).click();
    await page.goto(`${belfry.url}/desk/calendar?day=2026-03-10`);
    const chip = page.locator(`#chip-${draft?.id}`);
    await chip.locator("summary").click();
    await chip.getByLabel("Day").fill("2026-03-11");
    await chip.getByRole("button", { name: "Move" }).click();
    expect((await belfry.app.ledger.deliveries.get(draft?.id ?? ""))?.dueAt).toBe("2026-03-11T15:00:00.000Z");
  });
});
