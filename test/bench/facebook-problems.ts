import { json, type Reply } from "./bench-server.ts";

/** An error as the Graph API answers it. */
export function problem(code: number, message: string, more: object = {}, status = 400): Reply {
  const type = "OAuthException";
  return json(status, { error: { message, type, code, ...more, fbtrace_id: "AbCdEfGhIjK" } });
}

export function invalid(message: string, subcode?: number): Reply {
  return problem(100, `(#100) ${message}`, subcode === undefined ? {} : { error_subcode: subcode });
}

export function missing(id: string, method: string): Reply {
  const what = `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation`;
  return problem(100, what, { error_subcode: 33 });
}

export const problems = {
  token: (token: string): Reply => problem(190, `Malformed access token ${token}`),
  expired: problem(
    190,
    "Error validating access token: Session has expired on Sunday, 01-Nov-26 10:00:00 PST.",
    { error_subcode: 463 },
  ),
  duplicate: problem(506, "(#506) Duplicate status message"),
  trouble: problem(
    2,
    "An unexpected error has occurred. Please retry your request later.",
    { is_transient: true },
    500,
  ),
  permission: (scope: string): Reply =>
    problem(200, `(#200) If posting to a page, requires ${scope} permission with page token`, {}, 403),
  reading: problem(10, "(#10) This endpoint requires the 'pages_read_engagement' permission", {}, 403),
} as const;

/** Tells the time in minutes, for each use case, and has no `Retry-After`. */
export function tooMany(page: string, minutes = 7): Reply {
  const usage = {
    [page]: [
      {
        type: "pages",
        call_count: 100,
        total_cputime: 25,
        total_time: 25,
        estimated_time_to_regain_access: minutes,
      },
      {
        type: "messenger",
        call_count: 1,
        total_cputime: 1,
        total_time: 1,
        estimated_time_to_regain_access: 0,
      },
    ],
  };
  const reply = problem(80_001, "(#80001) There have been too many calls to this Page account.");
  return { ...reply, headers: { "x-business-use-case-usage": JSON.stringify(usage) } };
}
