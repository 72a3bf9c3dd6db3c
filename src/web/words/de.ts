import { admission } from "./de/admission.ts";
import { agreement } from "./de/agreement.ts";
import { calendar } from "./de/calendar.ts";
import { history } from "./de/history.ts";
import { needs } from "./de/needs.ts";
import { posts } from "./de/posts.ts";
import { shell } from "./de/shell.ts";
import type { Words } from "./words.ts";

export const de: Words = { code: "de", shell, admission, agreement, calendar, history, needs, posts };
