import { claimsOf as realClaimsOf, type Claims } from "../../../src/ledger/claims.ts";
import type { Store } from "../../../src/ledger/store.ts";
import { reach, type Step } from "./steps.ts";

export * from "../../../src/ledger/claims.ts";

/** The ledger's claims as they are, with the steps before and after each. */
export function claimsOf(store: Store): Claims {
  const claims = realClaimsOf(store);
  return {
    ...claims,
    claim: async (...asked) => {
      reach("before claim");
      const claimed = await claims.claim(...asked);
      if (claimed !== undefined) reach("after claim");
      return claimed;
    },
    arm: (...asked) => between("before arm", () => claims.arm(...asked), "armed"),
    sent: (...asked) => between("before record", () => claims.sent(...asked), "recorded"),
    failed: (...asked) => between("before failure", () => claims.failed(...asked), "after failure"),
  };
}

async function between<T>(before: Step, act: () => Promise<T>, after: Step): Promise<T> {
  reach(before);
  const done = await act();
  reach(after);
  return done;
}
