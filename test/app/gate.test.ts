import { expect, it } from "vitest";
import { gateOf } from "../../src/app/gate.ts";
import { ioOf } from "../../src/app/io.ts";
import type { Campaign } from "../../src/model/campaign.ts";
import { someConfig } from "../fixtures/app.ts";
import { someDocument } from "../fixtures/replay.ts";
import { noon, plannedLedger } from "../fixtures/shop.ts";

const campaign = (changes: Partial<Campaign>): Campaign => ({
  name: "newsletter",
  source: "news",
  review: null,
  wait: { live: false },
  steps: [],
  ...changes,
});

async function asked(changes: Partial<Campaign>, card: string | null, approvedAt: string) {
  const ledger = await plannedLedger([
    {
      approvalsNeeded: 1,
      post: {
        title: null,
        text: "x",
        link: null,
        media: [],
        language: null,
        tags: [],
        card: card === null ? null : { url: card, title: "", description: "", image: { url: card, alt: "" } },
      },
    },
  ]);
  const config = someConfig({ campaigns: [campaign(changes)] });
  const [delivery] = await ledger.deliveries.list({});
  const gate = gateOf(
    config,
    ledger,
    ioOf(config, () => noon),
  );
  return gate({ ...delivery!, approvals: [{ by: "anna", at: approvedAt }] }, noon);
}

const yesterday = "2026-03-09T12:00:00.000Z";

it("lets an approved post go", async () => {
  expect(await asked({ review: { approvals: 1, expires: 2 * 86_400 } }, null, yesterday)).toBeNull();
});

it("holds a post whose approval has expired", async () => {
  expect(await asked({ review: { approvals: 1, expires: 3_600 } }, null, yesterday)).toMatchObject({
    state: "held",
    reason: expect.stringContaining("expired"),
  });
});

it("makes a post wait while what it links to is not there", async () => {
  const page = await someDocument("hello");
  const waiting = await asked({ wait: { live: true } }, page.url, yesterday);
  expect(waiting).toMatchObject({
    state: "scheduled",
    at: new Date(noon.getTime() + 300_000),
    reason: expect.stringContaining("does not answer yet"),
  });
});
