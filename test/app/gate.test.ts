import { expect, it } from "vitest";
import { gateOf } from "../../src/app/gate.ts";
import type { Campaign } from "../../src/model/campaign.ts";
import { someConfig } from "../fixtures/app.ts";
import { noon, plannedLedger } from "../fixtures/shop.ts";

const campaign = (changes: Partial<Campaign>): Campaign => ({
  name: "newsletter",
  source: "news",
  review: null,
  wait: { live: false },
  steps: [],
  ...changes,
});

async function asked(changes: Partial<Campaign>, approvedAt: string) {
  const ledger = await plannedLedger([{ approvalsNeeded: 1 }]);
  const config = someConfig({ campaigns: [campaign(changes)] });
  const [delivery] = await ledger.deliveries.list({});
  const gate = gateOf(config);
  return gate({ ...delivery!, approvals: [{ by: "anna", at: approvedAt }] }, noon);
}

const yesterday = "2026-03-09T12:00:00.000Z";

it("lets an approved post go", async () => {
  expect(await asked({ review: { approvals: 1, expires: 2 * 86_400 } }, yesterday)).toBeNull();
});

it("holds a post whose approval has expired", async () => {
  expect(await asked({ review: { approvals: 1, expires: 3_600 } }, yesterday)).toMatchObject({
    state: "held",
    reason: expect.stringContaining("expired"),
  });
});
