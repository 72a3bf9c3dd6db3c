import { ChannelError, codesOf } from "../../src/channel/failure.ts";
import { worded } from "../../src/model/worded.ts";
import { unauthorised } from "./failure.ts";
import type { Login } from "./login.ts";

/** Conditions of SASL (RFC 6120, section 6.5) and of streams (section 4.9.3) that an operator must mend. */
const mends: Readonly<Record<string, string>> = {
  "not-authorized": worded`The server does not accept the password of {who}: set jid and password again.`,
  "account-disabled": worded`The account {who} is disabled: ask the server's operator.`,
  "credentials-expired": worded`The password of {who} has expired: set a new one.`,
  "encryption-required": worded`The server lets {who} sign in only when encrypted: use its encrypted address as server.`,
  "invalid-authzid": worded`The server does not accept the address {who}: check the setting jid.`,
  "mechanism-too-weak": worded`The server offers no way to sign in that is safe enough for {who}: ask its operator.`,
  "host-unknown": worded`The server does not serve the domain of {who}: check the settings jid and server.`,
};

/** Why signing in failed, for a person. Nothing was sent. */
export function explain(error: unknown, { address, server }: Login): ChannelError {
  if (error instanceof ChannelError) return error;
  const mend = mends[conditionOf(error)];
  if (mend !== undefined) return unauthorised(mend.replaceAll("{who}", address));
  const what = codesOf(error)[0] || firstLine(error) || worded`it does not speak this protocol`;
  const hint = /CERT|SIGNATURE/.test(what)
    ? worded`; NODE_EXTRA_CA_CERTS names a file of authorities to trust`
    : "";
  const reason = worded`The server ${server ?? worded`of ${address}`} could not be reached (${what})${hint}.`;
  return new ChannelError({ kind: "down", reason });
}

function conditionOf(error: unknown): string {
  return error instanceof Error && "condition" in error ? String(error.condition) : "";
}

const firstLine = (error: unknown): string | undefined =>
  error instanceof Error ? error.message.split(/[\r\n]/)[0]?.slice(0, 100) : undefined;
