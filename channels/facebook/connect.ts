import type { App, Connect, Scope, Tokens } from "../../src/channel/connect.ts";
import type { Io } from "../../src/channel/channel.ts";
import { ChannelError } from "../../src/channel/failure.ts";
import type { SettingValues } from "../../src/model/account.ts";
import { worded } from "../../src/model/worded.ts";
import { createSend, type Send } from "./client.ts";

const grant = worded`add it to the app under Use cases. For people without a role in the app, app review grants it, after business verification; and before the app is live nobody else sees what it posts.`;

/** @see https://developers.facebook.com/docs/permissions */
const scopes: readonly Scope[] = [
  { name: "pages_manage_posts", what: worded`publish, edit and remove posts`, grant, needed: true },
  { name: "pages_read_engagement", what: worded`look up its posts and count reactions`, grant, needed: true },
  { name: "pages_show_list", what: worded`find the Page among those of the person`, grant, needed: true },
  { name: "pages_read_user_content", what: worded`count comments`, grant, needed: false },
  {
    name: "pages_manage_engagement",
    what: worded`publish the parts of a thread, as comments`,
    grant,
    needed: false,
  },
];

/**
 * The person's token lasts an hour or two, and so would a Page's token that is made of it: it is exchanged for one of sixty days
 * first. A Page's token of that has no date.
 * @see https://developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow
 * @see https://developers.facebook.com/docs/facebook-login/guides/access-tokens/get-long-lived
 */
export const connect: Connect = {
  kind: "oauth2",
  authorizeUrl: (settings) => `${rootOf(settings, "website")}/dialog/oauth`,
  tokenUrl: (settings) => `${rootOf(settings, "server")}/oauth/access_token`,
  app: { id: "clientId", secret: "clientSecret" },
  pkce: false,
  clientAuth: "body",
  scopes: () => scopes,
  loopback: "localhost",
  given: { accessToken: "accessToken" },
  settle,
};

function rootOf(settings: SettingValues, place: "server" | "website"): string {
  return `${String(settings[place]).replace(/\/+$/, "")}/${String(settings["version"])}`;
}

async function settle(tokens: Tokens, settings: SettingValues, io: Io, app: App): Promise<Tokens> {
  const root = rootOf(settings, "server");
  const lasting = await prolong(createSend(root, tokens.accessToken, io), tokens, app);
  const send = createSend(root, lasting, io);
  const granted = await fetchGranted(send);
  const accessToken = await fetchPageToken(send, String(settings["page"]).trim());
  return { accessToken, scopes: granted };
}

/** In the body: what stands in an address ends up in logs. */
async function prolong(send: Send, { accessToken }: Tokens, { id, secret }: App): Promise<string> {
  const { access_token: lasting } = await send<{ readonly access_token: string }>({
    method: "POST",
    path: "oauth/access_token",
    params: {
      grant_type: "fb_exchange_token",
      client_id: id,
      client_secret: secret,
      fb_exchange_token: accessToken,
    },
    visible: false,
  });
  if (typeof lasting === "string") return lasting;
  throw unauthorised(
    worded`Facebook gave no lasting token for the short one: check the app's id and secret.`,
  );
}

/** A person may leave some out. @see https://developers.facebook.com/docs/graph-api/reference/user/permissions */
async function fetchGranted(send: Send): Promise<readonly string[]> {
  const { data } = await send<{ readonly data: readonly { permission?: string; status?: string }[] }>({
    method: "GET",
    path: "me/permissions",
    visible: false,
  });
  const granted = (data ?? []).filter(({ status }) => status === "granted");
  return granted.flatMap(({ permission }) => (permission === undefined ? [] : [permission]));
}

/** @see https://developers.facebook.com/docs/graph-api/reference/user/accounts */
async function fetchPageToken(send: Send, page: string): Promise<string> {
  const { data } = await send<{
    readonly data: readonly { id?: string; name?: string; access_token?: string }[];
  }>({
    method: "GET",
    path: "me/accounts",
    params: { fields: "id,name,access_token", limit: "200" },
    visible: false,
  });
  const own = (data ?? []).find(({ id }) => id === page);
  if (own?.access_token) return own.access_token;
  const known = (data ?? []).map(({ id, name }) => `${name} (${id})`).join(", ");
  throw unauthorised(
    worded`Whoever signed in does not manage the Page ${page}, or did not choose it in the dialog. Pages that were chosen: ${known || "none"}.`,
  );
}

function unauthorised(reason: string): ChannelError {
  return new ChannelError({ kind: "unauthorised", reason });
}
