import { worded } from "../model/worded.ts";

/**
 * What went wrong, as the engine needs to know it. `reason` is one sentence for a person, free of secrets.
 * - refused: the network will not take this post as it is; the comms team edits it.
 * - unauthorised: the account may not post; an operator mends it, and the account waits.
 * - busy: wait until `retryAt`, or as long as the engine thinks right; the whole account waits.
 * - down: nothing was sent; try again later.
 * - lost: sent, and no answer understood: it may be live.
 */
export type Failure =
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "unauthorised"; readonly reason: string }
  | { readonly kind: "busy"; readonly reason: string; readonly retryAt?: Date }
  | { readonly kind: "down"; readonly reason: string; readonly retryAt?: Date }
  | { readonly kind: "lost"; readonly reason: string };

/** Thrown by a channel that knows the failure already. Not for programming errors. */
export class ChannelError extends Error {
  override readonly name = "ChannelError";
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.reason);
    this.failure = failure;
  }
}

/** Node's and undici's names for: the connection never stood, so nothing was sent. */
const neverConnected = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EADDRNOTAVAIL",
  "UND_ERR_CONNECT_TIMEOUT",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "CERT_HAS_EXPIRED",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "ERR_ADDRESS_BLOCKED",
]);

/** What a network error without an answer means: `down` where nothing was sent for certain, else `lost`. */
export function classifyNetwork(error: unknown): Failure {
  if (error instanceof ChannelError) return error.failure;
  const codes = codesOf(error);
  const code = codes.find((one) => neverConnected.has(one));
  if (code === undefined && isTimeout(error))
    return { kind: "lost", reason: worded`No answer came in time.` };
  return code === undefined
    ? {
        kind: "lost",
        reason: worded`The connection broke before an answer came (${codes[0] ?? messageOf(error)}).`,
      }
    : { kind: "down", reason: worded`The server could not be reached (${code})${mends[code] ?? "."}` };
}

const isTimeout = (error: unknown): boolean => error instanceof Error && error.name === "TimeoutError";

/** What a person can do about it, where that is known. */
const mends: Readonly<Record<string, string>> = {
  ECONNREFUSED: worded`: nothing answers at its address; check the address if that goes on.`,
  ENOTFOUND: worded`: there is none of that name; check the address.`,
  CERT_HAS_EXPIRED: worded`: its certificate has expired.`,
  ERR_ADDRESS_BLOCKED: worded`: it is in a private network; set network.allowPrivate to true if that is meant.`,
};

/** The `code`s of an error and of its causes, outermost first. */
export function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth++) {
    if ("code" in at && typeof at.code === "string") codes.push(at.code);
    if (at instanceof AggregateError) codes.push(...at.errors.flatMap(codesOf));
  }
  return codes;
}

/** Without what looks like a credential. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return worded`unknown error`;
  const line = error.message.split("\n")[0]?.slice(0, 200) ?? "";
  return line.replace(/\b(bearer|basic|oauth)\s+\S+/gi, "$1 …").replace(/[\w+/=~-]{24,}/g, "…") || error.name;
}
