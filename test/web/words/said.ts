import type { Told } from "../../../src/web/words/told.ts";

/** As one text; what is not in the reader's language stands in brackets. */
export const joined = (said: readonly Told[]): string =>
  said.map(({ text, own }) => (own ? text : `[${text}]`)).join("");
