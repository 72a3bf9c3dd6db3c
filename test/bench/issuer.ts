import {
  createHash,
  generateKeyPairSync,
  randomUUID,
  sign,
  timingSafeEqual,
  type KeyObject,
} from "node:crypto";
import { json, type Reply, type Request, startServer } from "./bench-server.ts";

type Claims = Readonly<Record<string, unknown>>;

/** What a provider may do wrong, or an attacker in its place. */
interface Faults {
  /** Of the identity's token, over what is right. */
  readonly claims?: Claims;
  /** Signs with a key that is not published. */
  readonly forged?: boolean;
  /** Answers the browser so, instead of with a code. */
  readonly error?: string;
}

export interface IssuerBench {
  readonly url: string;
  /** Who sits before the browser from now on. */
  sitting(person: Claims, faults?: Faults): void;
  /** Tokens that were given out. */
  readonly given: readonly string[];
  close(): Promise<void>;
}

interface Client {
  readonly id: string;
  readonly secret: string;
  readonly redirects: readonly string[];
}

interface Asked {
  readonly redirect: string;
  readonly challenge: string;
  readonly nonce: string;
}

/**
 * An OpenID Connect provider that insists on all that it may: PKCE by S256, a nonce, the redirect address to the letter, each code
 * once, the client's secret.
 */
export async function startIssuer(client: Client): Promise<IssuerBench> {
  const keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const others = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const codes = new Map<string, Asked>();
  const given: string[] = [];
  let person: Claims = { sub: "1" };
  let faults: Faults = {};
  const publish = (): Reply =>
    json(200, {
      keys: [{ ...keys.publicKey.export({ format: "jwk" }), kid: "one", alg: "ES256", use: "sig" }],
    });
  const issue = (form: URLSearchParams, request: Request): Reply => {
    const asked = codes.get(form.get("code") ?? "");
    codes.delete(form.get("code") ?? "");
    const wrong = whatIsWrong(client, asked, form, request);
    if (asked === undefined || wrong !== null)
      return json(wrong === "invalid_client" ? 401 : 400, { error: wrong });
    const now = Math.floor(Date.now() / 1000);
    const usual = { iss: server.url, aud: client.id, iat: now, exp: now + 300, nonce: asked.nonce };
    const token = writeToken(
      { ...usual, ...person, ...faults.claims },
      (faults.forged ? others : keys).privateKey,
    );
    given.push(token);
    return json(200, { access_token: randomUUID(), token_type: "Bearer", expires_in: 300, id_token: token });
  };
  const server = await startServer((request) => {
    const { path: pathname, query } = request;
    if (pathname === "/.well-known/openid-configuration") return json(200, describe(server.url));
    if (pathname === "/keys") return publish();
    if (pathname === "/authorize") return authorize(client, codes, query, faults.error);
    if (pathname === "/token") return issue(new URLSearchParams(request.body.toString()), request);
    return { status: 404 };
  });
  return {
    url: server.url,
    given,
    close: () => server.close(),
    sitting: (next, wrong = {}) => {
      person = next;
      faults = wrong;
    },
  };
}

const describe = (url: string): object => ({
  issuer: url,
  authorization_endpoint: `${url}/authorize`,
  token_endpoint: `${url}/token`,
  jwks_uri: `${url}/keys`,
  response_types_supported: ["code"],
  subject_types_supported: ["public"],
  id_token_signing_alg_values_supported: ["ES256"],
  code_challenge_methods_supported: ["S256"],
});

/** The person agrees at once. What is not right is not sent back to anybody. */
function authorize(
  { id, redirects }: Client,
  codes: Map<string, Asked>,
  query: URLSearchParams,
  error: string | undefined,
): Reply {
  const get = (name: string): string => query.get(name) ?? "";
  const redirect = get("redirect_uri");
  const scopes = get("scope").split(" ");
  const right =
    get("client_id") === id &&
    redirects.includes(redirect) &&
    get("response_type") === "code" &&
    get("code_challenge_method") === "S256" &&
    get("code_challenge").length === 43 &&
    get("nonce").length >= 20 &&
    get("state").length >= 20 &&
    scopes.includes("openid");
  if (!right) return { status: 400, body: "This request is not as it must be." };
  const code = randomUUID();
  codes.set(code, { redirect, challenge: get("code_challenge"), nonce: get("nonce") });
  const answer = new URLSearchParams({
    state: get("state"),
    ...(error === undefined ? { code } : { error }),
  });
  return { status: 302, headers: { location: `${redirect}?${answer.toString()}` } };
}

/** @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2 and https://www.rfc-editor.org/rfc/rfc7636#section-4.6 */
function whatIsWrong(
  { id, secret }: Client,
  asked: Asked | undefined,
  form: URLSearchParams,
  { headers }: Request,
): string | null {
  const basic = `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString("base64")}`;
  const inForm = form.get("client_id") === id && form.get("client_secret") === secret;
  if (headers["authorization"] !== basic && !inForm) return "invalid_client";
  if (form.get("grant_type") !== "authorization_code") return "unsupported_grant_type";
  if (asked === undefined || form.get("redirect_uri") !== asked.redirect) return "invalid_grant";
  const made = createHash("sha256")
    .update(form.get("code_verifier") ?? "")
    .digest("base64url");
  return made.length === asked.challenge.length &&
    timingSafeEqual(Buffer.from(made), Buffer.from(asked.challenge))
    ? null
    : "invalid_grant";
}

/** A JSON Web Signature by ES256 (RFC 7515, RFC 7518 section 3.4). */
function writeToken(claims: Claims, key: KeyObject): string {
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = `${encode({ alg: "ES256", typ: "JWT", kid: "one" })}.${encode(claims)}`;
  const mark = sign("sha256", Buffer.from(signed), { key, dsaEncoding: "ieee-p1363" });
  return `${signed}.${mark.toString("base64url")}`;
}
