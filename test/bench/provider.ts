import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider, type ClientMetadata, type JWK } from "oidc-provider";

type Algorithm = "RS256" | "ES256";

export interface ProviderBench {
  /** The issuer. */
  readonly url: string;
  /** From now on everything is signed by new keys; who was signed in there is so no more. */
  rotate(): void;
  /** From now on what is asked at that path is answered so, until it is mended. */
  break(path: string, status: number): void;
  mend(): void;
  close(): Promise<void>;
}

export interface ProviderWish {
  readonly client: { readonly id: string; readonly secret: string; readonly redirect: string };
  readonly method?: "client_secret_basic" | "client_secret_post";
  /** Takes the secret in no other way, as most providers do; this one is lenient. */
  readonly strict?: boolean;
  readonly algorithm?: Algorithm;
  /** What is known of whoever signs in by a name. */
  readonly claims: (name: string) => Readonly<Record<string, unknown>>;
}

const invalid = JSON.stringify({ error: "invalid_client" });

/** A certified provider of OpenID Connect (oidc-provider), which takes any name and password. */
export async function startProvider(wish: ProviderWish): Promise<ProviderBench> {
  const broken = new Map<string, number>();
  let listen: RequestListener = () => undefined;
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://provider.test").pathname;
    const basic = "authorization" in request.headers;
    const other = path === "/token" && wish.strict && basic !== (wish.method !== "client_secret_post");
    const status = other ? 401 : broken.get(path);
    if (status === undefined) return listen(request, response);
    const [type, body] = other ? ["application/json", invalid] : ["text/html", "<h1>Broken</h1>"];
    response.writeHead(status, { "content-type": type }).end(body);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const rotate = (): void => void (listen = makeProvider(url, wish).callback());
  rotate();
  return {
    url,
    rotate,
    break: (path, status) => void broken.set(path, status),
    mend: () => broken.clear(),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** What it would say that nobody chose the lengths of. */
const kept = ["AccessToken", "AuthorizationCode", "Grant", "IdToken", "Interaction", "Session"];

function makeProvider(url: string, { client, claims, ...wish }: ProviderWish): Provider {
  const algorithm = wish.algorithm ?? "RS256";
  const registered: ClientMetadata = {
    client_id: client.id,
    client_secret: client.secret,
    redirect_uris: [client.redirect],
    id_token_signed_response_alg: algorithm,
    token_endpoint_auth_method: wish.method ?? "client_secret_basic",
  };
  return new Provider(url, {
    clients: [registered],
    jwks: { keys: [makeKey(algorithm)] },
    cookies: { keys: ["no secret"] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "groups"] },
    findAccount: (_, name) => ({ accountId: name, claims: () => ({ sub: name, ...claims(name) }) }),
    pkce: { required: () => true },
    ttl: Object.fromEntries(kept.map((one) => [one, 600])),
  });
}

function makeKey(algorithm: Algorithm): JWK {
  const { privateKey } =
    algorithm === "RS256"
      ? generateKeyPairSync("rsa", { modulusLength: 2048 })
      : generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { ...privateKey.export({ format: "jwk" }), use: "sig", alg: algorithm };
}
