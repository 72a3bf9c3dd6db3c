import { worded } from "../model/worded.ts";
import type { Finding } from "./finding.ts";
import type { Parsed } from "./schema.ts";

/** The name of a provider of sign-ins, to the letter: whether it ends with a slash is part of it. */
export function readIssuer(written: string): string | undefined {
  return /^https?:\/\/./i.test(written) && URL.canParse(written) ? written : undefined;
}

/** Without HTTPS anybody on the way could say who signs in. */
export function checkSignIn({ signIn, network }: Parsed): readonly Finding[] {
  if (signIn === undefined || signIn.issuer.startsWith("https:") || network.allowPrivate) return [];
  const problem = worded`People cannot sign in safely without HTTPS.`;
  return [{ path: ["signIn", "issuer"], problem, mend: worded`Give the provider's address with https://.` }];
}
