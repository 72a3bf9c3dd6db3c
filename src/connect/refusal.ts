import { worded } from "../model/worded.ts";
import type { Signer } from "./office.ts";
import { howToConnect } from "./office.ts";

/** Answers that belong to no sign-in under way. */
export const refusals = {
  unknown: worded`Nobody waits for this answer: it belongs to another sign-in, or to none. Begin again.`,
  used: worded`This answer was used before: nothing was done a second time.`,
  late: worded`This answer came too late, more than ten minutes after the sign-in began: begin again.`,
} as const;

/**
 * Why there is no code, in one sentence. Networks spell the refusals differently.
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1
 */
export function explainRefusal(signer: Signer, query: URLSearchParams): string {
  const { account, channel, connect } = signer;
  const error = query.get("error") ?? query.get("error_code") ?? "";
  const again = howToConnect(account.name);
  if (/denied|cancel/i.test(error))
    return worded`${channel.label} says that the app was not allowed: ${again} again, and allow it there.`;
  if (/scope/i.test(error)) {
    const asked = connect.scopes(account.settings).map(({ name, grant }) => `${name} (${grant})`);
    return worded`${channel.label} does not give this app all that it asks for: ${asked.join("; ")}`;
  }
  if (/server_error|temporarily/i.test(error))
    return worded`${channel.label} has trouble of its own (${error}): ${again} again later.`;
  return error === ""
    ? worded`${channel.label} sent neither a code nor a reason: ${again} again.`
    : worded`${channel.label} refuses the sign-in (${error.replace(/[^\w -]/g, "").slice(0, 60)}): compare the app's settings there with channels/README.md.`;
}
