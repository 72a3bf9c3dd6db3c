import type * as Oidc from "openid-client";
import type { Provider } from "../model/provider.ts";

/** What must come back with the browser; kept by that browser alone meanwhile. */
export interface Journey {
  readonly state: string;
  readonly nonce: string;
  /** Of the code challenge (RFC 7636). */
  readonly verifier: string;
}

/** Who came back, as the provider vouches for it. */
export interface Identity {
  /** The issuer and its name for that person, which never changes. */
  readonly subject: string;
  /** In small letters; null where the provider does not say that it is theirs. */
  readonly email: string | null;
  readonly name: string;
  readonly groups: readonly string[];
}

/** Why nobody came in. `code`: what the provider or the check said, for an administrator; null where there is none. */
export interface Mishap {
  readonly mishap: "cancelled" | "unreachable" | "refused" | "untrue";
  readonly code: string | null;
}

type Library = typeof Oidc;

/** Asks a provider who somebody is: authorization code, PKCE and nonce, signatures checked by its published keys. */
export interface Identifying {
  /** Where the browser goes. */
  depart(redirect: string): Promise<{ readonly url: string; readonly journey: Journey } | Mishap>;
  /** `query`: what the browser brought to `redirect`. */
  arrive(redirect: string, query: URLSearchParams, journey: Journey): Promise<Identity | Mishap>;
}

export function identifyingWith(provider: Provider, fetch: typeof globalThis.fetch): Identifying {
  const meet = keepFor(hour, () => discover(provider, fetch));
  return {
    depart: (redirect) => attempt(async () => depart(await meet(), redirect)),
    arrive: (redirect, query, journey) =>
      attempt(async () => arrive(await meet(), provider, redirect, query, journey)),
  };
}

interface Met {
  readonly library: Library;
  readonly issuer: Oidc.Configuration;
}

const hour = 3_600_000;
/** Seconds by which two clocks may differ. */
const skew = 30;

/** What came of it, for so many milliseconds; a failure is not kept. */
function keepFor<T>(length: number, ask: () => Promise<T>): () => Promise<T> {
  let known: { readonly at: number; readonly answer: Promise<T> } | undefined;
  return () => {
    if (known !== undefined && Date.now() - known.at < length) return known.answer;
    const answer = ask();
    known = { at: Date.now(), answer };
    answer.catch(() => (known = undefined));
    return answer;
  };
}

async function discover(provider: Provider, fetch: typeof globalThis.fetch): Promise<Met> {
  const library = await import("openid-client");
  const plain = provider.issuer.startsWith("http:");
  const issuer = await library.discovery(
    new URL(provider.issuer),
    provider.clientId,
    { client_secret: provider.clientSecret, [library.clockTolerance]: skew },
    undefined,
    {
      [library.customFetch]: (url, options) => fetch(url, options as RequestInit),
      execute: [library.enableNonRepudiationChecks, ...(plain ? [library.allowInsecureRequests] : [])],
    },
  );
  return { library, issuer };
}

async function depart({ library, issuer }: Met, redirect: string) {
  const journey: Journey = {
    state: library.randomState(),
    nonce: library.randomNonce(),
    verifier: library.randomPKCECodeVerifier(),
  };
  const url = library.buildAuthorizationUrl(issuer, {
    redirect_uri: redirect,
    scope: "openid email profile",
    state: journey.state,
    nonce: journey.nonce,
    code_challenge: await library.calculatePKCECodeChallenge(journey.verifier),
    code_challenge_method: "S256",
  });
  return { url: url.href, journey };
}

async function arrive(
  { library, issuer }: Met,
  provider: Provider,
  redirect: string,
  query: URLSearchParams,
  { state, nonce, verifier }: Journey,
): Promise<Identity> {
  const url = new URL(redirect);
  url.search = query.toString();
  const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
  const tokens = await library.authorizationCodeGrant(issuer, url, { ...checks, idTokenExpected: true });
  const claims: Claims = { ...tokens.claims() };
  const subject = String(claims["sub"]);
  const enough = claims["email"] !== undefined && claims[provider.claim] !== undefined;
  const more: Claims =
    enough || issuer.serverMetadata().userinfo_endpoint === undefined
      ? {}
      : { ...(await library.fetchUserInfo(issuer, tokens.access_token, subject)) };
  return identityOf({ ...more, ...claims }, `${provider.issuer} ${subject}`, provider.claim);
}

type Claims = Readonly<Record<string, unknown>>;

/** @see https://openid.net/specs/openid-connect-core-1_0.html#StandardClaims */
function identityOf(claims: Claims, subject: string, claim: string): Identity {
  const { email, email_verified: verified, name, preferred_username: short } = claims;
  const groups = [claims[claim] ?? []].flat();
  const own = typeof email === "string" && verified === true && /^\S{3,200}$/u.test(email);
  const address = own ? email.toLowerCase() : null;
  const texts = [name, short, address].filter((one) => typeof one === "string");
  const called = texts.map((one) => one.trim()).find((one) => one !== "");
  return {
    subject,
    email: address,
    name: (called ?? "Somebody").slice(0, 80),
    groups: groups.filter((one) => typeof one === "string"),
  };
}

async function attempt<T>(act: () => Promise<T>): Promise<T | Mishap> {
  try {
    return await act();
  } catch (error) {
    return explain(error);
  }
}

/** Codes that a check gives where no answer came. */
const silent: ReadonlySet<string> = new Set(["OAUTH_TIMEOUT", "OAUTH_ABORT"]);

function explain(error: unknown): Mishap {
  if (!(error instanceof Error)) return { mishap: "untrue", code: null };
  const { error: said, code, cause } = error as { error?: unknown; code?: unknown; cause?: unknown };
  if (said === "access_denied" || said === "login_required") return { mishap: "cancelled", code: null };
  if (typeof said === "string") return { mishap: "refused", code: said };
  const known = typeof code === "string" && code.startsWith("OAUTH_");
  if (!known || silent.has(code)) return { mishap: "unreachable", code: nameOf(cause) };
  return { mishap: "untrue", code };
}

const nameOf = (cause: unknown): string | null =>
  cause instanceof Error && "code" in cause ? String(cause.code) : null;
