import { tokensOf as realTokensOf, type TokenShelf } from "../../../src/ledger/tokens.ts";
import type { Store } from "../../../src/ledger/store.ts";
import { reach } from "./steps.ts";

export * from "../../../src/ledger/tokens.ts";

/** The shelf of tokens as it is, with the steps of a renewal. */
export function tokensOf(store: Store): TokenShelf {
  const shelf = realTokensOf(store);
  return {
    ...shelf,
    lease: async (...asked) => {
      reach("before renewal");
      const leased = await shelf.lease(...asked);
      reach("during renewal");
      return leased;
    },
    renew: async (...asked) => {
      const renewed = await shelf.renew(...asked);
      reach("after renewal");
      return renewed;
    },
  };
}
