import type * as Oidc from "openid-client";
import { cleanName } from "../model/person.ts";
import type { Provider } from "../model/provider.ts";
import { clientOf, mannersOf, meetingWith, type Library, type Manner } from "./issuer.ts";
import { explainSignIn, type Mishap } from "./mishap.ts";

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

/** Asks a provider who somebody is: authorization code, PKCE and nonce, signatures checked by its published keys. */
export interface Identifying {
  /** Where the browser goes. */
  depart(redirect: string): Promise<{ readonly url: string; readonly journey: Journey } | Mishap>;
  /** `query`: what the browser brought to `redirect`. */
  arrive(redirect: string, query: URLSearchParams, journey: Journey): Promise<Identity | Mishap>;
}

export function identifyingWith(provider: Provider, fetch: typeof globalThis.fetch): Identifying {
  const meet = meetingWith(provider, fetch);
  let worked: Manner = "client_secret_basic";
  const clientBy = async (manner: Manner): Promise<Client> => {
    const met = await meet();
    return { library: met.library, client: clientOf(met, provider, fetch, manner) };
  };
  const arrive = async (manner: Manner, ...way: Way): Promise<Identity> => {
    const identity = await identify(await clientBy(manner), provider, ...way);
    worked = manner;
    return identity;
  };
  return {
    depart: (redirect) => attempt(async () => depart(await clientBy(worked), redirect), misnamed),
    arrive: (...way) =>
      attempt(async () => {
        const [first = worked, second] = mannersOf(await meet(), worked);
        return arrive(first, ...way).catch((error: unknown) => {
          if (second === undefined || explainSignIn(error).code !== "invalid_client") throw error;
          return arrive(second, ...way);
        });
      }),
  };
}

type Way = Parameters<Identifying["arrive"]>;

interface Client {
  readonly library: Library;
  readonly client: Oidc.Configuration;
}

async function depart({ library, client }: Client, redirect: string) {
  const journey: Journey = {
    state: library.randomState(),
    nonce: library.randomNonce(),
    verifier: library.randomPKCECodeVerifier(),
  };
  const url = library.buildAuthorizationUrl(client, {
    redirect_uri: redirect,
    scope: "openid email profile",
    state: journey.state,
    nonce: journey.nonce,
    code_challenge: await library.calculatePKCECodeChallenge(journey.verifier),
    code_challenge_method: "S256",
  });
  return { url: url.href, journey };
}

async function identify(
  { library, client }: Client,
  provider: Provider,
  redirect: string,
  query: URLSearchParams,
  { state, nonce, verifier }: Journey,
): Promise<Identity> {
  const url = new URL(redirect);
  url.search = query.toString();
  const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
  const tokens = await library.authorizationCodeGrant(client, url, { ...checks, idTokenExpected: true });
  const claims: Claims = { ...tokens.claims() };
  const subject = String(claims["sub"]);
  const enough = claims["email"] !== undefined && claims[provider.claim] !== undefined;
  const more: Claims =
    enough || client.serverMetadata().userinfo_endpoint === undefined
      ? {}
      : { ...(await library.fetchUserInfo(client, tokens.access_token, subject)) };
  return identityOf({ ...more, ...claims }, `${provider.issuer} ${subject}`, provider.claim);
}

type Claims = Readonly<Record<string, unknown>>;

/** @see https://openid.net/specs/openid-connect-core-1_0.html#StandardClaims */
function identityOf(claims: Claims, subject: string, claim: string): Identity {
  const { email, email_verified: verified, name, preferred_username: short } = claims;
  const groups = [claims[claim] ?? []].flat();
  const own =
    typeof email === "string" && verified === true && /^[^\s@]+@[^\s@]+$/u.test(email) && email.length <= 200;
  const address = own ? email.toLowerCase() : null;
  const texts = [name, short, address].filter((one) => typeof one === "string");
  const called = texts.map(cleanName).find((one) => one !== "");
  return {
    subject,
    email: address,
    name: (called ?? "Somebody").slice(0, 80).toWellFormed(),
    groups: groups.filter((one) => typeof one === "string"),
  };
}

async function attempt<T>(act: () => Promise<T>, seen = (mishap: Mishap) => mishap): Promise<T | Mishap> {
  try {
    return await act();
  } catch (error) {
    return seen(explainSignIn(error));
  }
}

/** Before anybody has left, what cannot be believed is what stands at the issuer's address: it is mended in the configuration. */
const misnamed = ({ mishap, code }: Mishap): Mishap => ({
  mishap: mishap === "untrue" ? "refused" : mishap,
  code,
});
