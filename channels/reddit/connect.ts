import type { Connect, Scope } from "../../src/channel/connect.ts";
import { worded } from "../../src/model/worded.ts";

const grant = worded`connect the account again and allow all that is asked for; the app itself needs Reddit's approval only once.`;

const scopes: readonly Scope[] = [
  { name: "submit", what: worded`publish posts and comments`, grant, needed: true },
  { name: "identity", what: worded`say who it is`, grant, needed: true },
  { name: "history", what: worded`look up its own posts`, grant, needed: true },
  { name: "read", what: worded`count reactions`, grant, needed: false },
  { name: "edit", what: worded`edit and remove posts`, grant, needed: false },
];

const flair: Scope = { name: "flair", what: worded`choose a flair`, grant, needed: true };

/**
 * `duration=permanent` gives a refresh token that stays good until the account takes it back; the session makes access tokens
 * of it. Reddit knows no PKCE.
 * @see https://github.com/reddit-archive/reddit/wiki/OAuth2
 */
export const connect: Connect = {
  kind: "oauth2",
  authorizeUrl: (settings) => new URL("/api/v1/authorize", String(settings["website"])).href,
  tokenUrl: (settings) => new URL("/api/v1/access_token", String(settings["website"])).href,
  app: { id: "clientId", secret: "clientSecret" },
  pkce: false,
  clientAuth: "basic",
  scopes: (settings) => (settings["flair"] ? [...scopes, flair] : scopes),
  query: { duration: "permanent" },
  given: { refreshToken: "refreshToken" },
};
