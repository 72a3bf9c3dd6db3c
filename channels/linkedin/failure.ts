import type { Failure } from "../../src/channel/failure.ts";
import { AnswerError, classifyAnswer } from "../../src/channel/http.ts";
import { worded } from "../../src/model/worded.ts";

interface Rule {
  /** Absent: whichever. */
  readonly status?: number;
  readonly said?: RegExp;
  /** Absent: as everywhere. */
  readonly kind?: Failure["kind"];
  readonly mend: string;
}

/** The first that fits counts. */
const rules: readonly Rule[] = [
  {
    said: /NONEXISTENT_VERSION|VERSION_MISSING|INVALID_VERSION/,
    kind: "unauthorised",
    mend: worded`LinkedIn keeps a version for about a year: write the month of a newer one as \`version\`.`,
  },
  { status: 426, kind: "unauthorised", mend: worded`Write the month of a newer version as \`version\`.` },
  {
    status: 401,
    mend: worded`Make a new token for \`accessToken\`: LinkedIn's end after 60 days, or when their member takes them back.`,
  },
  {
    status: 403,
    mend: worded`The token needs the scopes named in the setting up, and its member a role on the page that may post.`,
  },
  { said: /DUPLICATE_POST/, kind: "lost", mend: worded`The post may be live already.` },
  { status: 409, kind: "lost", mend: worded`The same may be under way already.` },
];

/** What an error means; what no rule knows means here what it means everywhere. */
export function classify(error: unknown): Failure {
  if (!(error instanceof AnswerError)) return classifyAnswer(error);
  const { status, message, visible } = error;
  const rule = rules.find((one) => (one.status ?? status) === status && (one.said?.test(message) ?? true));
  if (rule) return { kind: rule.kind ?? classifyAnswer(error).kind, reason: `${message} ${rule.mend}` };
  if (status === 404 && !visible)
    return {
      kind: "unauthorised",
      reason: `${message} ${worded`Check \`server\`: nothing there speaks LinkedIn's API.`}`,
    };
  return classifyAnswer(error);
}

/** The post that LinkedIn takes for the same; null where it does not say which, undefined where that is not the matter. */
export function readDuplicate(error: unknown): string | null | undefined {
  if (!(error instanceof AnswerError) || !/DUPLICATE_POST|duplicate of urn:/.test(error.message))
    return undefined;
  return /urn:li:(?:share|ugcPost):\d+/.exec(error.message)?.[0] ?? null;
}
