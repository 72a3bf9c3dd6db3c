import { worded } from "../model/worded.ts";
import type { Finding } from "./finding.ts";
import type { Parsed } from "./schema.ts";

/** Where events are sent, to the letter: to some servers a slash at the end is another address. */
export function readReceiver(written: string): string | undefined {
  return /^https?:\/\/./i.test(written) && URL.canParse(written) ? written : undefined;
}

/** What the settings of `events` each alone cannot tell. No sentence quotes a secret. */
export function checkEvents({ events }: Parsed): readonly Finding[] {
  return events.flatMap(({ to, secret, formerSecret = secret }, index) => [
    ...(isSigning(secret) ? [] : [{ path: ["events", index, "secret"], ...weak }]),
    ...(isSigning(formerSecret) ? [] : [{ path: ["events", index, "formerSecret"], ...weak }]),
    ...(events.findIndex((other) => other.to === to) === index
      ? []
      : [{ path: ["events", index, "to"], ...twice }]),
  ]);
}

const weak = {
  problem: worded`Events cannot be signed with this: it is not 24 to 64 bytes in base64.`,
  mend: worded`Make one with \`openssl rand -base64 32\`, and give it to the receiver too.`,
};

const twice = {
  problem: worded`This receiver is there twice.`,
  mend: worded`Put all \`types\` that it is to hear of into one list.`,
};

function isSigning(secret: string): boolean {
  const text = secret.replace(/^whsec_/, "");
  const { length } = Buffer.from(text, "base64");
  return /^[\w+/-]+=*$/.test(text) && length >= 24 && length <= 64;
}
