import type { Failure } from "../../src/channel/failure.ts";
import { AnswerError, classifyAnswer } from "../../src/channel/http.ts";
import { worded } from "../../src/model/worded.ts";

interface Rule {
  /** Absent: whichever. */
  readonly status?: number;
  readonly said: RegExp;
  readonly kind: Failure["kind"];
  readonly mend: string;
}

/** The first that fits counts. The wordings are X's own; its 403 means many things. */
const rules: readonly Rule[] = [
  { said: /usage ?cap/i, kind: "unauthorised", mend: worded`Raise the cap in X's developer console.` },
  {
    status: 401,
    said: /./,
    kind: "unauthorised",
    mend: worded`Check the keys and tokens, and this machine's clock; an OAuth 2 token ends after two hours.`,
  },
  {
    status: 402,
    said: /./,
    kind: "unauthorised",
    mend: worded`The app's credits are used up: buy some in X's developer console.`,
  },
  {
    // It does not say which post has the words. Where an earlier try was that post, a look-up finds it.
    status: 403,
    said: /duplicate content/i,
    kind: "lost",
    mend: worded`The post may be live already.`,
  },
  {
    status: 403,
    said: /reply to this conversation is not allowed|not been mentioned|restricted who can reply/i,
    kind: "refused",
    mend: worded`X lets this app reply to few posts: say it all in one post instead of a thread.`,
  },
  {
    status: 403,
    said: /deleted or not visible/i,
    kind: "refused",
    mend: worded`The post that this one replies to is gone.`,
  },
  {
    status: 403,
    said: /too long|a bit shorter|cashtag|invalid url|malicious|harmful/i,
    kind: "refused",
    mend: worded`Change the text.`,
  },
  {
    status: 403,
    said: /app permissions|oauth1-permissions/i,
    kind: "unauthorised",
    mend: worded`Give the app the right to read and write in X's developer console, then make new access tokens.`,
  },
  {
    status: 403,
    said: /application-only|unsupported authentication/i,
    kind: "unauthorised",
    mend: worded`Put an access token of the account into \`accessToken\`, not the app's own bearer token.`,
  },
  {
    status: 403,
    said: /client forbidden|attached to a project|not enrolled/i,
    kind: "unauthorised",
    mend: worded`Put the app into a project that pays per use in X's developer console.`,
  },
  {
    status: 403,
    said: /daily status update limit/i,
    kind: "busy",
    mend: worded`The account has said enough for today.`,
  },
  {
    status: 403,
    said: /./,
    kind: "unauthorised",
    mend: worded`Look whether X has locked the account or the app, and whether the app may write.`,
  },
];

/** What an error means; what no rule knows means here what it means everywhere. */
export function classify(error: unknown): Failure {
  if (!(error instanceof AnswerError)) return classifyAnswer(error);
  const { status, message, visible } = error;
  const rule = rules.find((one) => (one.status ?? status) === status && one.said.test(message));
  if (rule) return { kind: rule.kind, reason: `${message} ${rule.mend}` };
  if (status === 404 && !visible)
    return {
      kind: "unauthorised",
      reason: `${message} ${worded`Check \`server\`: nothing there speaks X's API.`}`,
    };
  return classifyAnswer(error);
}

/** X has these words from the account already. */
export function isDuplicate(error: unknown): error is AnswerError {
  return error instanceof AnswerError && error.status === 403 && /duplicate content/i.test(error.message);
}

/** The post that was replied to is not there, or not there yet: X's own parts learn of a new post one after the other. */
export function isParentMissing(error: unknown): error is AnswerError {
  return (
    error instanceof AnswerError && error.status === 403 && /deleted or not visible/i.test(error.message)
  );
}
