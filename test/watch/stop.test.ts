import { expect, test } from "vitest";
import { alarmsOf } from "../../src/watch/alarms.ts";
import { someDelivery, someWorld } from "../fixtures/alarms.ts";

const now = new Date("2026-03-10T18:00:00Z");
const late = someDelivery({
  state: "scheduled",
  dueAt: "2026-03-10T12:00:00Z",
  firstDueAt: "2026-03-10T12:00:00Z",
});

test("while everything is held that is said once, and not of each post that is late for it", () => {
  const stop = { at: "2026-03-10T11:00:00Z", who: "anna", reason: "The link is wrong." };
  expect(alarmsOf(someWorld({ deliveries: [late] }), now).map(({ key }) => key)).toEqual([`late:${late.id}`]);
  const [only, ...more] = alarmsOf(someWorld({ deliveries: [late], stop }), now);
  expect(only).toMatchObject({ key: "stop:all", text: "anna holds everything back: The link is wrong." });
  expect(more).toEqual([]);
});
