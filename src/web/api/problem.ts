/** What went wrong, as RFC 9457 has it: for a program by its status and type, for a person by a sentence and a mend. */
export interface Problem {
  readonly status: ProblemStatus;
  readonly title: string;
  /** One sentence: what is so. */
  readonly detail: string;
  /** One sentence: what to do. */
  readonly mend: string;
  readonly errors?: readonly FieldProblem[];
}

export interface FieldProblem {
  /** Such as `body.texts[0]`. */
  readonly path: string;
  readonly problem: string;
}

/** Of all statuses that a route can answer, those that are no answer. */
export const problemStatuses = [400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500] as const;
type ProblemStatus = (typeof problemStatuses)[number];

const titles: Readonly<Record<ProblemStatus, string>> = {
  400: "Not understood",
  401: "Not signed in",
  403: "Not allowed",
  404: "Not there",
  405: "Not done that way",
  409: "Not possible now",
  413: "Too much",
  415: "Not JSON",
  422: "Not as it should be",
  429: "Too often",
  500: "Not foreseen",
};

/** Ends the handling of a request with a problem; not for programming errors. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
  constructor(problem: Problem, headers: Readonly<Record<string, string>> = {}) {
    super(problem.detail);
    this.problem = problem;
    this.headers = headers;
  }
}

export function refuse(
  status: ProblemStatus,
  detail: string,
  mend: string,
  more: {
    readonly errors?: readonly FieldProblem[];
    readonly headers?: Readonly<Record<string, string>>;
  } = {},
): ApiProblem {
  const { errors, headers } = more;
  return new ApiProblem({ status, title: titles[status], detail, mend, ...(errors && { errors }) }, headers);
}

const noSuch = (what: string): ApiProblem =>
  refuse(
    404,
    `There is no such ${what}.`,
    "Ask for the list: what is gone from the ledger has no id any more.",
  );

/** What was asked for, `what` by name; throws ApiProblem where it is not there. */
export function there<T>(found: T | null | undefined, what: string): T {
  if (found === undefined || found === null) throw noSuch(what);
  return found;
}

export function writeProblem({ problem, headers }: ApiProblem): Response {
  const all = { "Content-Type": "application/problem+json", "Cache-Control": "no-store", ...headers };
  return new Response(JSON.stringify({ type: "about:blank", ...problem }), {
    status: problem.status,
    headers: all,
  });
}
