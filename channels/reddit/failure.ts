import type { Failure } from "../../src/channel/failure.ts";
import { AnswerError, classifyAnswer } from "../../src/channel/http.ts";
import { worded } from "../../src/model/worded.ts";
import { classifyProblem, Problem } from "./problems.ts";

const scopes = "identity read submit edit history flair";

/** What an error means; statuses without one of Reddit's codes mean here nearly what they mean everywhere. */
export function classify(error: unknown): Failure {
  if (error instanceof Problem) return classifyProblem(error);
  if (!(error instanceof AnswerError)) return classifyAnswer(error);
  const { status, message, visible } = error;
  if (status === 401)
    return {
      kind: "unauthorised",
      reason: `${message} ${worded`Allow the app again for a new \`refreshToken\`.`}`,
    };
  if (status === 403)
    return {
      kind: "unauthorised",
      reason: `${message} ${worded`The account may be banned there, or the refresh token lacks one of the scopes ${scopes}.`}`,
    };
  if (status === 404 && !visible)
    return {
      kind: "unauthorised",
      reason: `${message} ${worded`Check \`server\` and \`subreddit\`: nothing is there.`}`,
    };
  return classifyAnswer(error);
}
