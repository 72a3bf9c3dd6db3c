import { admission } from "./de/admission.ts";
import { shell } from "./de/shell.ts";
import type { Words } from "./words.ts";

export const de: Words = { code: "de", shell, admission };
