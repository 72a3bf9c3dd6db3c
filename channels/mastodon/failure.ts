import type { Failure } from "../../src/channel/failure.ts";
import { AnswerError, classifyAnswer } from "../../src/channel/http.ts";
import { worded } from "../../src/model/worded.ts";

export const scopes = "read:accounts read:statuses write:statuses write:media";

/**
 * What an error means. Most statuses mean here what they mean everywhere.
 * @see https://docs.joinmastodon.org/methods/statuses/#create
 */
export function classify(error: unknown): Failure {
  if (!(error instanceof AnswerError)) return classifyAnswer(error);
  const { status, message, visible } = error;
  if (status === 401)
    return {
      kind: "unauthorised",
      reason: `${message} ${worded`Make a new access token and put it into \`accessToken\`.`}`,
    };
  if (status === 403)
    return {
      kind: "unauthorised",
      reason: `${message} ${worded`The access token needs the scopes ${scopes}.`}`,
    };
  if (status === 404 && !visible)
    return {
      kind: "unauthorised",
      reason: `${message} ${worded`Check \`server\`: nothing there speaks Mastodon's API.`}`,
    };
  if (status < 300 && !visible)
    return { kind: "down", reason: `${message} ${worded`Check \`server\` if that goes on.`}` };
  // Told in the instance's language; only the English wording is known, and a post that is refused is only looked at once more.
  if (status === 422 && /not finished processing|try again/i.test(message))
    return { kind: "down", reason: message };
  return classifyAnswer(error);
}
