import type { Connect, Scope } from "../../src/channel/connect.ts";
import { worded } from "../../src/model/worded.ts";

const grant = worded`in X's developer console give the app “Read and write” under User authentication settings, then connect again.`;

/** @see https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code#scopes */
const scopes: readonly Scope[] = [
  { name: "tweet.write", what: worded`publish and remove posts`, grant, needed: true },
  { name: "tweet.read", what: worded`look up its own posts and count reactions`, grant, needed: true },
  { name: "users.read", what: worded`say who it is`, grant, needed: true },
  { name: "media.write", what: worded`attach pictures`, grant, needed: false },
  { name: "offline.access", what: worded`stay signed in for more than two hours`, grant, needed: true },
];

/**
 * Access tokens last two hours. Every renewal gives another refresh token. A code is good for thirty seconds.
 * @see https://docs.x.com/fundamentals/authentication/oauth-2-0/user-access-token
 */
export const connect: Connect = {
  kind: "oauth2",
  authorizeUrl: (settings) => new URL("/i/oauth2/authorize", String(settings["website"])).href,
  tokenUrl: (settings) => new URL("/2/oauth2/token", String(settings["server"])).href,
  app: { id: "clientId", secret: "clientSecret" },
  pkce: true,
  clientAuth: "basic",
  scopes: () => scopes,
  given: { accessToken: "accessToken" },
  refresh: { rotates: true, before: 600 },
};
