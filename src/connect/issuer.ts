import type * as Oidc from "openid-client";
import type { Provider } from "../model/provider.ts";

export type Library = typeof Oidc;

/** What a provider says of itself. */
export interface Met {
  readonly library: Library;
  readonly facts: Oidc.ServerMetadata;
}

/** How a client shows its secret: in a header or in the form (RFC 6749, section 2.3.1). */
export type Manner = "client_secret_basic" | "client_secret_post";

const hour = 3_600_000;
/** Seconds by which two clocks may differ. */
const skew = 30;

/** Asks a provider for its addresses, once an hour; a failure is not kept. */
export function meetingWith(provider: Provider, fetch: typeof globalThis.fetch): () => Promise<Met> {
  let known: { readonly at: number; readonly answer: Promise<Met> } | undefined;
  return () => {
    if (known !== undefined && Date.now() - known.at < hour) return known.answer;
    const answer = discover(provider, fetch);
    known = { at: Date.now(), answer };
    answer.catch(() => (known = undefined));
    return answer;
  };
}

async function discover(provider: Provider, fetch: typeof globalThis.fetch): Promise<Met> {
  const library = await import("openid-client");
  const plain = isPlain(provider) ? [library.allowInsecureRequests] : [];
  const found = await library.discovery(new URL(provider.issuer), provider.clientId, undefined, undefined, {
    [library.customFetch]: through(fetch),
    execute: plain,
  });
  return { library, facts: found.serverMetadata() };
}

const isPlain = ({ issuer }: Provider): boolean => issuer.startsWith("http:");

const through =
  (fetch: typeof globalThis.fetch): Oidc.CustomFetch =>
  (url, options) =>
    fetch(url, options as RequestInit);

/** For one sign-in: the library keeps the provider's keys with it, and providers change theirs. */
export function clientOf(
  { library, facts }: Met,
  provider: Provider,
  fetch: typeof globalThis.fetch,
  manner: Manner,
): Oidc.Configuration {
  const { clientId, clientSecret } = provider;
  const show = manner === "client_secret_basic" ? library.ClientSecretBasic : library.ClientSecretPost;
  const about = { [library.clockTolerance]: skew };
  const client = new library.Configuration({ ...facts }, clientId, about, show(clientSecret));
  client[library.customFetch] = through(fetch);
  library.enableNonRepudiationChecks(client);
  if (isPlain(provider)) library.allowInsecureRequests(client);
  return client;
}

/** Those that it takes, the one first that worked before; where it says nothing, the header (OpenID Connect Discovery, section 3). */
export function mannersOf({ facts }: Met, first: Manner): readonly Manner[] {
  const taken = facts.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
  const both = [first, ...manners.filter((one) => one !== first)];
  const some = both.filter((one) => taken.includes(one));
  return some.length > 0 ? some : [first];
}

const manners: readonly Manner[] = ["client_secret_basic", "client_secret_post"];
