import type { Sentences } from "../dictionary.ts";
import { accounts } from "./sentences/accounts.ts";
import { agreement } from "./sentences/agreement.ts";
import { alarms } from "./sentences/alarms.ts";
import { authors } from "./sentences/authors.ts";
import { byHand } from "./sentences/by-hand.ts";
import { configuration } from "./sentences/configuration.ts";
import { connect } from "./sentences/connect.ts";
import { corrections } from "./sentences/corrections.ts";
import { decisions } from "./sentences/decisions.ts";
import { entries } from "./sentences/entries.ts";
import { network } from "./sentences/network.ts";
import { pages } from "./sentences/pages.ts";
import { people } from "./sentences/people.ts";
import { pictures } from "./sentences/pictures.ts";
import { plan } from "./sentences/plan.ts";
import { settling } from "./sentences/settling.ts";
import { sources } from "./sentences/sources.ts";
import { steps } from "./sentences/steps.ts";
import { templates } from "./sentences/templates.ts";
import { wording } from "./sentences/wording.ts";

export { terms } from "./sentences/terms.ts";

/** German for every sentence that Carillon makes itself, a file a room. */
export const sentences: Sentences = {
  ...accounts,
  ...agreement,
  ...alarms,
  ...authors,
  ...byHand,
  ...configuration,
  ...connect,
  ...corrections,
  ...decisions,
  ...entries,
  ...network,
  ...pages,
  ...people,
  ...pictures,
  ...plan,
  ...settling,
  ...sources,
  ...steps,
  ...templates,
  ...wording,
};
