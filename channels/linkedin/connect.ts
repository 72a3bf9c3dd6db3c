import type { Connect, Scope } from "../../src/channel/connect.ts";
import { worded } from "../../src/model/worded.ts";

const review = worded`the product Community Management API grants it: ask for it under Products in the app's settings at linkedin.com/developers; LinkedIn reviews for weeks.`;
const share = worded`the product Share on LinkedIn grants it at once: add it under Products in the app's settings.`;
const openid = worded`the product Sign In with LinkedIn using OpenID Connect grants it at once: add it under Products in the app's settings.`;

/** @see https://learn.microsoft.com/en-us/linkedin/marketing/community-management/community-management-overview */
const ofPage: readonly Scope[] = [
  {
    name: "w_organization_social",
    what: worded`publish, edit and remove posts`,
    grant: review,
    needed: true,
  },
  {
    name: "w_organization_social_feed",
    what: worded`publish the parts of a thread, as comments`,
    grant: review,
    needed: false,
  },
  { name: "r_organization_social_feed", what: worded`look up its comments`, grant: review, needed: false },
  {
    name: "r_organization_social",
    what: worded`look up its posts and count reactions`,
    grant: review,
    needed: false,
  },
  {
    name: "rw_organization_admin",
    what: worded`read the page's name and roles`,
    grant: review,
    needed: false,
  },
];

/** @see https://learn.microsoft.com/en-us/linkedin/consumer/integrations/self-serve/share-on-linkedin */
const ofMember: readonly Scope[] = [
  { name: "w_member_social", what: worded`publish, edit and remove posts`, grant: share, needed: true },
  { name: "openid", what: worded`say who it is`, grant: openid, needed: true },
  { name: "profile", what: worded`say its name`, grant: openid, needed: false },
];

/**
 * Tokens last sixty days. Only apps that LinkedIn chose get refresh tokens: for a year from the first sign-in on, however
 * often they are used.
 * @see https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow
 * @see https://learn.microsoft.com/en-us/linkedin/shared/authentication/programmatic-refresh-tokens
 */
export const connect: Connect = {
  kind: "oauth2",
  authorizeUrl: (settings) => new URL("/oauth/v2/authorization", String(settings["website"])).href,
  tokenUrl: (settings) => new URL("/oauth/v2/accessToken", String(settings["website"])).href,
  app: { id: "clientId", secret: "clientSecret" },
  pkce: false,
  clientAuth: "body",
  scopes: (settings) => (settings["organization"] ? ofPage : ofMember),
  loopback: "localhost",
  given: { accessToken: "accessToken" },
  refresh: { rotates: false, before: 7 * 86_400 },
};
