import type { Failure } from "../failure.ts";
import { type Check, demand, type Stage } from "./subject.ts";

const kinds = new Set(["refused", "unauthorised", "busy", "down", "lost"]);

/** `classify` on errors that any network can bring about. */
export const classifyChecks: readonly Check[] = [
  {
    name: "classifies any error without throwing",
    needs: [],
    async run(stage) {
      for (const error of nonsense()) failureOf(stage, error);
    },
  },
  {
    name: "never takes an unknown error for a post that was not sent",
    needs: ["network"],
    async run(stage) {
      for (const error of nonsense()) {
        const { kind } = failureOf(stage, error);
        demand(
          kind === "lost",
          `An unknown error was taken for "${kind}", and a second publish would follow.`,
        );
      }
    },
  },
  {
    name: "knows a server that cannot be reached from an answer that was lost",
    needs: ["network"],
    async run(stage) {
      for (const code of ["ECONNREFUSED", "ENOTFOUND", "UND_ERR_CONNECT_TIMEOUT"])
        demandKind(failureOf(stage, fetchError(code)), "down", `${code}, so nothing was sent,`);
      for (const code of ["ECONNRESET", "UND_ERR_SOCKET", "UND_ERR_HEADERS_TIMEOUT"])
        demandKind(failureOf(stage, fetchError(code)), "lost", `${code}, so the post may be live,`);
    },
  },
  {
    name: "keeps secrets out of reasons",
    needs: ["session"],
    async run(stage) {
      for (const secret of stage.secrets)
        failureOf(stage, new Error(`401 for Authorization: Bearer ${secret}`));
    },
  },
];

/** What `classify` makes of an error, having checked that a person may read it. */
export function failureOf(stage: Pick<Stage, "channel" | "secrets">, error: unknown): Failure {
  const failure = stage.channel.classify(error);
  demand(kinds.has(failure.kind), `classify gave the unknown kind ${JSON.stringify(failure.kind)}.`);
  const { reason } = failure;
  demand(
    typeof reason === "string" && reason.trim() !== "",
    `classify gave no reason for "${failure.kind}".`,
  );
  demand(
    reason.length <= 600 && !/\n\s+at /.test(reason),
    "classify gave a page or a stack trace as the reason.",
  );
  demand(
    !stage.secrets.some((secret) => reason.includes(secret)),
    "classify wrote a secret into the reason.",
  );
  return failure;
}

export function demandKind(failure: Failure, kind: Failure["kind"], what: string): void {
  demand(
    failure.kind === kind,
    `${what} was classified as "${failure.kind}", not "${kind}": ${failure.reason}`,
  );
}

function fetchError(code: string): Error {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) });
}

function nonsense(): unknown[] {
  const circular = new Error("circular");
  circular.cause = circular;
  const response = { response: { status: "teapot" }, statusCode: {}, data: null, headers: 7 };
  return [
    undefined,
    null,
    0,
    "boom",
    Symbol("boom"),
    [],
    {},
    response,
    Object.create(null),
    new Error(""),
    circular,
  ];
}
