import type { Failure } from "../../src/channel/failure.ts";
import { worded } from "../../src/model/worded.ts";

/** Reddit did not do what was asked and said which of its codes stands for the reason. Not for answers without one. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly code: string;
  readonly retryAt: Date | undefined;
  /** `message`: one sentence, as Reddit words it. */
  constructor(code: string, message: string, retryAt?: Date) {
    super(message);
    this.code = code;
    this.retryAt = retryAt;
  }
}

interface Rule {
  readonly code: RegExp;
  readonly kind: Failure["kind"];
  readonly mend: string;
}

/** The first that fits counts. @see https://github.com/reddit-archive/reddit/blob/master/r2/r2/lib/errors.py */
const rules: readonly Rule[] = [
  { code: /RATELIMIT$|^QUOTA_FILLED$/, kind: "busy", mend: "" },
  { code: /^SOMETHING_IS_BROKEN$|^GQL_/, kind: "lost", mend: worded`The post may be live.` },
  {
    code: /FLAIR/,
    kind: "refused",
    mend: worded`Write one of the subreddit's post flairs as \`flair\` of the account.`,
  },
  { code: /^NO_LINKS$/, kind: "refused", mend: worded`Write \`kind: self\` for the account.` },
  { code: /^NO_SELFS$/, kind: "refused", mend: worded`Write \`kind: link\` for the account.` },
  {
    code: /BODY_NOT_ALLOWED$/,
    kind: "refused",
    mend: worded`The subreddit takes no text below a link: write \`body: false\` for the account.`,
  },
  {
    code: /^ALREADY_SUB$/,
    kind: "refused",
    mend: worded`Reddit takes a link once a subreddit: post it as a text (\`kind: self\`), or leave it.`,
  },
  { code: /^(BAD|NO)_URL$|^INVALID_SCHEME$/, kind: "refused", mend: worded`Check the entry's link.` },
  {
    code: /^DOMAIN_BANNED$|LINKING_DISALLOWED$/,
    kind: "refused",
    mend: worded`Reddit takes no links to there.`,
  },
  {
    code: /^(DELETED_|TOO_OLD|THREAD_LOCKED|.*NOT_ACCESSIBLE)/,
    kind: "refused",
    mend: worded`It takes no replies.`,
  },
  {
    code: /^SUBREDDIT_(NOEXIST|REQUIRED)$|^BAD_SR_NAME$/,
    kind: "unauthorised",
    mend: worded`Check \`subreddit\`.`,
  },
  {
    code: /^SUBREDDIT_(NOTALLOWED|NO_ACCESS)$|BANNED|MUTED|^IN_TIMEOUT$|^(quarantined|gated|gold_only|private)$/i,
    kind: "unauthorised",
    mend: worded`The account may not post there: ask the subreddit's moderators.`,
  },
  {
    code: /VERIFIED|^BAD_CAPTCHA$/,
    kind: "unauthorised",
    mend: worded`Verify the account's email address on Reddit; a new account must first be used for a while.`,
  },
  {
    code: /^(USER_REQUIRED|MOD_REQUIRED|NOT_AUTHOR|EXPIRED|DRACONIAN|NO_API|OAUTH2_.*)$/,
    kind: "unauthorised",
    mend: worded`Allow the app again as the account that shall post.`,
  },
];

/** A code that no rule knows was still a no: nothing was posted, and the post is looked at again. */
export function classifyProblem({ code, message, retryAt }: Problem): Failure {
  const { kind, mend } = rules.find((rule) => rule.code.test(code)) ?? { kind: "refused", mend: "" };
  const reason = `${worded`Reddit says: ${message} (${code}).`} ${mend}`.trim();
  return kind === "busy" ? { kind, reason, ...(retryAt && { retryAt }) } : { kind, reason };
}
