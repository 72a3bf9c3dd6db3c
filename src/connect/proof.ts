import { createHash, randomBytes } from "node:crypto";

/** What ties a browser's answer to the sign-in that asked for it. */
export interface Proof {
  /** The browser brings it back (RFC 6749, section 10.12). */
  readonly state: string;
  /** Never leaves this machine before the code is exchanged (RFC 7636). */
  readonly verifier: string;
  readonly challenge: string;
}

export function makeProof(): Proof {
  const verifier = randomBytes(32).toString("base64url");
  return { state: randomBytes(24).toString("base64url"), verifier, challenge: hash(verifier) };
}

/** The name under which the ledger knows a sign-in: whoever reads the ledger cannot answer in its place. */
export function nameSignIn(state: string): string {
  return hash(state);
}

const hash = (text: string): string => createHash("sha256").update(text).digest("base64url");
