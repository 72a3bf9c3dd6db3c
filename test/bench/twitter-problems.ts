import { json, type Reply } from "./bench-server.ts";

/** A problem as X words it. @see https://docs.x.com/x-api/fundamentals/response-codes-and-errors */
export function problem(
  status: number,
  title: string,
  detail: string,
  more: Readonly<Record<string, unknown>> = {},
): Reply {
  const body = { title, detail, type: "about:blank", status, ...more };
  return json(status, body, { "content-type": "application/problem+json" });
}

const types = "https://api.x.com/2/problems";

export const problems = {
  unauthorised: problem(401, "Unauthorized", "Unauthorized"),
  noCredits: problem(
    402,
    "CreditsDepleted",
    "Your enrolled account does not have any credits to fulfill this request.",
    { type: `${types}/credits` },
  ),
  duplicate: problem(403, "Forbidden", "You are not allowed to create a Tweet with duplicate content."),
  notPermitted: problem(403, "Forbidden", "You are not permitted to perform this action."),
  readOnly: problem(
    403,
    "Forbidden",
    "Your client app is not configured with the appropriate oauth1 app permissions for this endpoint.",
    { type: `${types}/oauth1-permissions` },
  ),
  appOnly: problem(
    403,
    "Unsupported Authentication",
    "Authenticating with OAuth 2.0 Application-Only is forbidden for this endpoint. Supported authentication types are [OAuth 1.0a User Context, OAuth 2.0 User Context].",
    { type: `${types}/unsupported-authentication` },
  ),
  notEnrolled: problem(
    403,
    "Client Forbidden",
    "When authenticating requests to the Twitter API v2 endpoints, you must use keys and tokens from a Twitter developer App that is attached to a Project.",
    { type: `${types}/client-forbidden`, reason: "client-not-enrolled" },
  ),
  replyNotAllowed: problem(
    403,
    "Forbidden",
    "Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.",
  ),
  parentGone: problem(
    403,
    "Forbidden",
    "You attempted to reply to a Tweet that is deleted or not visible to you.",
  ),
  cashtags: problem(403, "Forbidden", "Posts are limited to a single cashtag."),
  enoughForToday: problem(403, "Forbidden", "User is over daily status update limit."),
  usageCapped: problem(429, "UsageCapExceeded", "Usage cap exceeded: Monthly product cap", {
    type: `${types}/usage-capped`,
    period: "Monthly",
  }),
  tooLong: problem(
    400,
    "Invalid Request",
    "Your Tweet text is too long. For more information on how Twitter determines text length see https://github.com/twitter/twitter-text.",
    { type: `${types}/invalid-request` },
  ),
  overCapacity: problem(503, "Service Unavailable", "Service Unavailable"),
} as const;

/** What the interface description does not allow. */
export function invalid(message: string): Reply {
  return problem(400, "Invalid Request", "One or more parameters to your request was invalid.", {
    type: `${types}/invalid-request`,
    errors: [{ message }],
  });
}

/** Of one post among several: part of an answer that succeeds. */
export function notFound(id: string): Readonly<Record<string, string>> {
  return {
    type: `${types}/resource-not-found`,
    title: "Not Found Error",
    detail: `Could not find tweet with ids: [${id}].`,
    resource_type: "tweet",
    resource_id: id,
    value: id,
    parameter: "ids",
  };
}
