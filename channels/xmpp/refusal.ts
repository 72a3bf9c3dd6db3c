import { ChannelError, codesOf } from "../../src/channel/failure.ts";
import { unauthorised } from "./failure.ts";
import type { Login } from "./login.ts";

/** Conditions of SASL (RFC 6120, section 6.5) and of streams (section 4.9.3) that an operator must mend. */
const mends: Readonly<Record<string, string>> = {
  "not-authorized": "The server does not accept the password of {who}: set jid and password again.",
  "account-disabled": "The account {who} is disabled: ask the server's operator.",
  "credentials-expired": "The password of {who} has expired: set a new one.",
  "encryption-required":
    "The server lets {who} sign in only when encrypted: use its encrypted address as server.",
  "invalid-authzid": "The server does not accept the address {who}: check the setting jid.",
  "mechanism-too-weak":
    "The server offers no way to sign in that is safe enough for {who}: ask its operator.",
  "host-unknown": "The server does not serve the domain of {who}: check the settings jid and server.",
};

/** Why signing in failed, for a person. Nothing was sent. */
export function explain(error: unknown, { address, server }: Login): ChannelError {
  if (error instanceof ChannelError) return error;
  const mend = mends[conditionOf(error)];
  if (mend !== undefined) return unauthorised(mend.replaceAll("{who}", address));
  const what = codesOf(error)[0] || firstLine(error) || "it does not speak this protocol";
  const hint = /CERT|SIGNATURE/.test(what)
    ? "; NODE_EXTRA_CA_CERTS names a file of authorities to trust"
    : "";
  const reason = `The server ${server ?? `of ${address}`} could not be reached (${what})${hint}.`;
  return new ChannelError({ kind: "down", reason });
}

function conditionOf(error: unknown): string {
  return error instanceof Error && "condition" in error ? String(error.condition) : "";
}

const firstLine = (error: unknown): string | undefined =>
  error instanceof Error ? error.message.split(/[\r\n]/)[0]?.slice(0, 100) : undefined;
