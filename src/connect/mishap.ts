/** Why nobody came in. `code`: what the provider or the check said, for an administrator; null where there is none. */
export interface Mishap {
  readonly mishap: "cancelled" | "unreachable" | "refused" | "untrue";
  readonly code: string | null;
}

/** Codes that a check gives where no answer came. */
const silent: ReadonlySet<string> = new Set(["OAUTH_TIMEOUT", "OAUTH_ABORT"]);

/** What a provider says when somebody did not want to, or could not just then (RFC 6749, section 4.1.2.1). */
const words: Readonly<Record<string, Mishap["mishap"]>> = {
  access_denied: "cancelled",
  login_required: "cancelled",
  consent_required: "cancelled",
  interaction_required: "cancelled",
  temporarily_unavailable: "unreachable",
};

/** What an error of a sign-in's checks means. Pure. */
export function explainSignIn(error: unknown): Mishap {
  if (!(error instanceof Error)) return { mishap: "untrue", code: null };
  const { error: said, code } = error as { error?: unknown; code?: unknown };
  if (typeof said === "string") return explainWord(said);
  const status = statusOf(error);
  if (status === 429 || status >= 500) return { mishap: "unreachable", code: String(status) };
  // How a refused secret is told where it was shown in a header.
  if (status === 401) return { mishap: "refused", code: "invalid_client" };
  const known = typeof code === "string" && code.startsWith("OAUTH_");
  if (!known || silent.has(code)) return { mishap: "unreachable", code: nameOf(error.cause) };
  return { mishap: "untrue", code };
}

function explainWord(said: string): Mishap {
  const mishap = Object.hasOwn(words, said) ? words[said] : undefined;
  return { mishap: mishap ?? "refused", code: mishap === "cancelled" ? null : said };
}

/** Of the answer that was none; 0 where there was no answer. */
function statusOf(error: unknown): number {
  for (let one = error; typeof one === "object" && one !== null; one = "cause" in one ? one.cause : null)
    if ("status" in one && typeof one.status === "number") return one.status;
  return 0;
}

const nameOf = (cause: unknown): string | null =>
  cause instanceof Error && "code" in cause ? String(cause.code) : null;
