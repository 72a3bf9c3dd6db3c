import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import type { App } from "../../src/app.ts";
import { sendEvents } from "../../src/app/events.ts";
import { watch } from "../../src/app/watch.ts";
import { eventTypes } from "../../src/model/event.ts";
import { plan, secret, someCarillon, startReceiver, typesOf } from "../fixtures/receiver.ts";
import { makeProgram } from "../web/api/programs.ts";
import { joinAs, openDoors } from "../web/team/house.ts";

const former = Buffer.from("an older bell that still rings out").toString("base64");

const alarmsNow = async (app: App) => (await watch(app)).filter(({ key }) => key.startsWith("events:"));

test("a receiver that was down for a day then hears all of it, in order, and signed anew", async () => {
  const receiver = await startReceiver();
  const types = ["entry.news", "post.scheduled", "post.held"] as const;
  const { app, wait } = await someCarillon(receiver.url, types);
  receiver.status = 502;
  const { id } = await plan(app);
  for (let hour = 0; hour < 24; hour += 1) {
    await sendEvents(app);
    await wait(3601);
  }
  expect(receiver.asked).toHaveLength(24);
  expect(await alarmsNow(app)).toMatchObject([{ severity: "warning" }]);
  const change = { state: "held", reason: "Held by anna." } as const;
  await app.ledger.deliveries.change(id, ["scheduled"], change, app.now());
  receiver.status = 204;
  receiver.got.length = 0;
  await sendEvents(app);
  expect(typesOf(receiver.got)).toEqual(types);
  expect(await app.ledger.events.targets()).toMatchObject([{ lost: 0, failingAt: null, tries: 0 }]);
  expect(await alarmsNow(app)).toEqual([]);
});

test("one that answers 410 is told of at once, and asked again but the next day", async () => {
  const receiver = await startReceiver();
  const { app, wait } = await someCarillon(receiver.url);
  receiver.status = 410;
  await plan(app);
  await sendEvents(app);
  expect(await alarmsNow(app)).toMatchObject([
    { text: expect.stringMatching(/wants no more events/) as string },
  ]);
  for (const hours of [1, 10, 12]) {
    await wait(hours * 3600);
    await sendEvents(app);
  }
  expect(receiver.asked).toHaveLength(1);
  await wait(2 * 3600);
  await sendEvents(app);
  expect(receiver.asked).toHaveLength(2);
});

test("one that says when to come back is left alone until then", async () => {
  const receiver = await startReceiver();
  const { app, wait } = await someCarillon(receiver.url);
  receiver.status = 429;
  receiver.answers = { "retry-after": "600" };
  await plan(app);
  await sendEvents(app);
  await wait(500);
  await sendEvents(app);
  expect(receiver.asked).toHaveLength(1);
  await wait(101);
  await sendEvents(app);
  expect(receiver.asked).toHaveLength(2);
});

test("while a secret is changed, who knows either of the two can tell that it is us", async () => {
  const receiver = await startReceiver("/", secret, former);
  const { app } = await someCarillon(receiver.url, eventTypes, true, { secret, formerSecret: former });
  await plan(app);
  await sendEvents(app);
  expect(typesOf(receiver.got)).toEqual(["entry.news", "post.scheduled"]);
});

test("what somebody recorded and sends again is known: the time is signed, and the id stays", async () => {
  const receiver = await startReceiver();
  const { app } = await someCarillon(receiver.url);
  await plan(app);
  await sendEvents(app);
  const [first, second] = receiver.asked;
  const headers = first?.headers as Record<string, string>;
  const verifier = new Webhook(secret);
  const later = String(Number(headers["webhook-timestamp"]) + 1);
  const old = String(Number(headers["webhook-timestamp"]) - 600);
  const body = first?.body ?? "";
  expect(() => verifier.verify(body, headers)).not.toThrow(/./);
  expect(() => verifier.verify(`${body} `, headers)).toThrow(/signature/i);
  expect(() => verifier.verify(second?.body ?? "", headers)).toThrow(/signature/i);
  expect(() => verifier.verify(body, { ...headers, "webhook-timestamp": later })).toThrow(/signature/i);
  expect(() => verifier.verify(body, { ...headers, "webhook-timestamp": old })).toThrow(/too old/);
  expect(() => verifier.verify(body, { ...headers, "webhook-id": "evt_other" })).toThrow(/signature/i);
});

test("people and programs see how far a receiver is, and not its address", async () => {
  const receiver = await startReceiver("/hook?key=secret-of-the-address");
  const { app, wait } = await someCarillon(receiver.url);
  const url = await openDoors(app);
  const viewer = await joinAs(app, url, "viewer");
  const program = await makeProgram(app, url, ["see"]);
  expect((await viewer.get("/desk/configuration")).text).toContain("takes all that it is told");
  receiver.status = 503;
  await plan(app);
  await sendEvents(app);
  const { host } = new URL(receiver.url);
  const seen = await program.get("/receivers");
  expect(seen.body).toMatchObject([{ host, reason: "It answers 503.", waiting: 2, lost: 0 }]);
  const page = (await viewer.get("/desk/configuration")).text;
  expect(page).toMatch(/takes nothing since/);
  expect(page).toContain("2 events wait");
  expect(page + seen.text).not.toContain("secret-of-the-address");
  await wait(3700);
  expect((await viewer.get("/desk")).text).toContain(`${host} takes no events`);
});
