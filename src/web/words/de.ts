import { admission } from "./de/admission.ts";
import { agreement } from "./de/agreement.ts";
import { calendar } from "./de/calendar.ts";
import { campaigns } from "./de/campaigns.ts";
import { channels } from "./de/channels.ts";
import { history } from "./de/history.ts";
import { needs } from "./de/needs.ts";
import { pictures } from "./de/pictures.ts";
import { original } from "./de/original.ts";
import { posts } from "./de/posts.ts";
import { publicly } from "./de/public.ts";
import { results } from "./de/results.ts";
import { shell } from "./de/shell.ts";
import { simulate } from "./de/simulate.ts";
import { sources } from "./de/sources.ts";
import { tokens } from "./de/tokens.ts";
import { en, type Words } from "./words.ts";

export const de: Words = {
  code: "de",
  tell: en.tell,
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
