import type { Failure } from "../../src/channel/failure.ts";
import { worded } from "../../src/model/worded.ts";

/** What a code or subcode of the Graph API means. */
interface Rule {
  readonly codes: readonly number[];
  /** Absent: anything. */
  readonly said?: RegExp;
  readonly kind: Failure["kind"];
  /** What to do, or an empty text where Facebook's own words say it all. */
  readonly mend: string;
}

const newToken = worded`Make a new Page access token, from a system user's.`;
const logIn = worded`Somebody who manages the Page must log in at facebook.com and do what is asked there.`;

/** All codes for a missing permission. */
const permissions = Array.from({ length: 100 }, (_, index) => 200 + index);

/**
 * The first that fits counts.
 * @see https://developers.facebook.com/docs/graph-api/guides/error-handling
 */
export const rules: readonly Rule[] = [
  // Facebook does not tell which post has the words. Where an earlier try was that post, a look finds it.
  { codes: [506], kind: "lost", mend: worded`The post may be live already.` },
  {
    codes: [368],
    said: /already posted|same content|duplicate/i,
    kind: "lost",
    mend: worded`The post may be live already.`,
  },
  { codes: [1_390_008], kind: "busy", mend: worded`The Page has posted too fast.` },
  { codes: [4, 17, 32, 341, 613, 80_001], kind: "busy", mend: "" },
  {
    codes: [100],
    said: /appsecret_proof/,
    kind: "unauthorised",
    mend: worded`Switch off “Require app secret” in the app's settings, under Advanced.`,
  },
  {
    codes: [458],
    kind: "unauthorised",
    mend: `${worded`The app was taken away from the Page.`} ${newToken}`,
  },
  {
    codes: [460],
    kind: "unauthorised",
    mend: `${worded`The password was changed, which ends tokens.`} ${newToken}`,
  },
  {
    codes: [463],
    kind: "unauthorised",
    mend: `${worded`The token has expired: those made of a person's token do.`} ${newToken}`,
  },
  {
    codes: [492],
    kind: "unauthorised",
    mend: `${worded`Whoever made the token has left the Page.`} ${newToken}`,
  },
  { codes: [31, 459, 464, 1_487_390], kind: "unauthorised", mend: logIn },
  { codes: [102, 104, 190, 467, 1_404_078], kind: "unauthorised", mend: newToken },
  {
    codes: [3, 10, ...permissions],
    kind: "unauthorised",
    mend: worded`The token needs pages_manage_posts, pages_manage_engagement and pages_read_engagement, and whoever made it the task content on the Page.`,
  },
  {
    codes: [2500, 2635],
    kind: "unauthorised",
    mend: worded`Check \`version\`: Facebook may have ended it.`,
  },
  { codes: [368], kind: "refused", mend: worded`Facebook takes it for abuse: change the words or the link.` },
  {
    codes: [1_609_008],
    kind: "refused",
    mend: worded`Facebook takes no links to itself: leave the link out.`,
  },
  { codes: [324, 1_366_046], kind: "refused", mend: worded`Take another picture: JPEG or PNG, below 4 MB.` },
  { codes: [33], kind: "refused", mend: worded`The post is gone, or the token may not see it.` },
  { codes: [100, 1_346_003, 1_404_102, 1_609_005], kind: "refused", mend: "" },
];
