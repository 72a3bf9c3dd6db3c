import { admission } from "./en/admission.ts";
import { agreement } from "./en/agreement.ts";
import { calendar } from "./en/calendar.ts";
import { campaigns } from "./en/campaigns.ts";
import { channels } from "./en/channels.ts";
import { history } from "./en/history.ts";
import { needs } from "./en/needs.ts";
import { pictures } from "./en/pictures.ts";
import { original } from "./en/original.ts";
import { posts } from "./en/posts.ts";
import { publicly } from "./en/public.ts";
import { results } from "./en/results.ts";
import { shell } from "./en/shell.ts";
import { simulate } from "./en/simulate.ts";
import { sources } from "./en/sources.ts";
import { tokens } from "./en/tokens.ts";
import { own, type Told } from "./told.ts";

/** All words of the team's pages; a file a page, a folder a language. English says which there are. */
export const en = {
  code: "en",
  /** What Carillon says in English everywhere else; `tongue.ts` gives each language its own. */
  tell: (text: string): readonly Told[] => [own(text)],
  shell,
  admission,
  agreement,
  calendar,
  campaigns,
  channels,
  sources,
  tokens,
  history,
  needs,
  pictures,
  original,
  posts,
  publicly,
  results,
  simulate,
};

export type Words = typeof en;
