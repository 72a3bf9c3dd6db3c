import type { Failure } from "../../src/channel/failure.ts";
import { AnswerError, classifyAnswer } from "../../src/channel/http.ts";
import { worded } from "../../src/model/worded.ts";
import { rules } from "./rules.ts";

/** As the Graph API describes an error. @see https://developers.facebook.com/docs/graph-api/guides/error-handling */
export interface Problem {
  readonly message?: string;
  readonly code?: number;
  readonly error_subcode?: number;
  /** For people, in English where nothing else was asked for. */
  readonly error_user_msg?: string;
  readonly is_transient?: boolean;
}

/** An error that the Graph API has explained. */
export class GraphError extends AnswerError {
  readonly code: number;
  /** 0 where there is none. */
  readonly subcode: number;
  readonly transient: boolean;
  constructor(problem: Problem, about: ConstructorParameters<typeof AnswerError>[1]) {
    super(describe(problem, about.status), about);
    this.code = problem.code ?? 0;
    this.subcode = problem.error_subcode ?? 0;
    this.transient = problem.is_transient === true;
  }
}

function describe({ message, error_user_msg: hint }: Problem, status: number): string {
  const words = [message, hint].filter((text) => typeof text === "string" && text.trim() !== "");
  const said = words
    .map((text) => String(text).trim().replace(/\.?$/, "."))
    .join(" ")
    .slice(0, 300);
  return said === ""
    ? worded`Facebook answered ${status} without an explanation.`
    : worded`Facebook answered ${status}: ${said}`;
}

/** What an error means; what no rule knows means here what it means everywhere. */
export function classify(error: unknown): Failure {
  if (!(error instanceof GraphError)) return classifyOther(error);
  const { code, subcode, status, visible, message, retryAt } = error;
  if (visible && status >= 500) return { kind: "lost", reason: message };
  const rule = rules.find(
    ({ codes, said }) =>
      (codes.includes(subcode) || codes.includes(code)) && (said === undefined || said.test(message)),
  );
  if (!rule) return classifyUnknown(error);
  const reason = `${message} ${rule.mend}`.trim();
  return rule.kind === "busy" && retryAt ? { kind: "busy", reason, retryAt } : { kind: rule.kind, reason };
}

/** 1 and 2 stand for any trouble inside Facebook: posts were seen to be live after them. @see https://github.com/arsduo/koala/issues/699 */
function classifyUnknown(error: GraphError): Failure {
  const { code, message: reason, visible, transient } = error;
  if (code === 1 || code === 2 || transient) return { kind: visible ? "lost" : "down", reason };
  return classifyAnswer(error);
}

function classifyOther(error: unknown): Failure {
  if (error instanceof AnswerError && error.status === 404)
    return {
      kind: "unauthorised",
      reason: `${error.message} ${worded`Check \`server\`: no Graph API is there.`}`,
    };
  return classifyAnswer(error);
}

/** Not there, or never seen by this token. */
export function isMissing(error: unknown): error is GraphError {
  return error instanceof GraphError && error.code === 100 && error.subcode === 33;
}

/** Facebook says that the Page has said the same before. */
export function isDuplicate(error: unknown): error is GraphError {
  return error instanceof GraphError && classify(error).kind === "lost" && [506, 368].includes(error.code);
}
