import { expect, it, onTestFinished } from "vitest";
import type { App } from "../../src/app.ts";
import { standingOf } from "../../src/app/standing.ts";
import { loadConfig } from "../../src/config/load.ts";
import { findChannel } from "../../src/registry.ts";
import { json, type Reply, type Request } from "../bench/bench-server.ts";
import { startFacebook } from "../bench/facebook.ts";
import { startLinkedin } from "../bench/linkedin.ts";
import { type OauthBench, startOauth } from "../bench/oauth.ts";
import { startReddit } from "../bench/reddit.ts";
import { someApp } from "../fixtures/app.ts";
import { someCarillon } from "../fixtures/carillon.ts";
import { signIn } from "../fixtures/tower.ts";

const loopback = (host: string): readonly string[] => [`http://${host}:4747/connect/callback`];

/** A Carillon with one account that is to be connected. */
async function someBelfry(network: OauthBench, settings: string): Promise<App> {
  onTestFinished(() => network.close());
  const carillon = someCarillon(`ledger: ./ledger.db
network: { allowPrivate: true }
accounts:
  bells: { server: "${network.url}", website: "${network.url}", clientId: app, clientSecret: hush, ${settings} }
`);
  const { config, problems } = await loadConfig(`${carillon.folder}/carillon.yaml`, {}, findChannel);
  expect(problems).toEqual([]);
  return someApp(config!);
}

it("a subreddit's account is given a lasting refresh token, of which its session makes access tokens", async () => {
  const behind = await startReddit();
  onTestFinished(() => behind.close());
  const own = behind.settingsOf("comms");
  const basic = Buffer.from(`${String(own["clientId"])}:${String(own["clientSecret"])}`).toString("base64");
  const given = await fetch(`${behind.url}/api/v1/access_token`, {
    method: "POST",
    headers: { authorization: `Basic ${basic}`, "user-agent": "server:bench:0 (a test)" },
    body: new URLSearchParams({ grant_type: "refresh_token", refresh_token: String(own["refreshToken"]) }),
  });
  const { access_token: token } = (await given.json()) as { access_token: string };
  const scopes = ["submit", "identity", "history", "read", "edit"];
  const network = await startOauth({
    behind: behind.url,
    tokenOf: () => token,
    paths: { authorize: "/api/v1/authorize", token: "/api/v1/access_token" },
    client: { id: "app", secret: "hush", redirects: loopback("127.0.0.1"), scopes },
    clientAuth: "basic",
    pkce: "ignored",
    scopes,
    access: 3600,
    refresh: "lasting",
  });
  const app = await someBelfry(network, "channel: reddit, subreddit: bells");
  const { done, lines } = await signIn(app, "bells");
  expect({ done, end: lines.at(-1) }).toEqual({
    done: true,
    end: expect.stringContaining("until it is revoked"),
  });
  expect(await app.desk.sessions.open("bells")).toHaveProperty("opened");
  expect(network.exchanges.slice(0, 2)).toEqual(["authorization_code", "refresh_token"]);
});

it.each([
  ["a page's", 'organization: "2414183"', "token-of-page", "Bell Foundation"],
  ["a member's, who need not know the own id", "member: me", "token-of-member", "Ada Bell"],
])("%s sixty days are told", async (_, settings, token, name) => {
  const behind = await startLinkedin();
  onTestFinished(() => behind.close());
  const scopes = [
    "w_organization_social",
    "r_organization_social",
    "w_organization_social_feed",
    "r_organization_social_feed",
    "rw_organization_admin",
    "w_member_social",
    "openid",
    "profile",
  ];
  const network = await startOauth({
    behind: behind.url,
    tokenOf: () => token,
    paths: { authorize: "/oauth/v2/authorization", token: "/oauth/v2/accessToken" },
    client: { id: "app", secret: "hush", redirects: loopback("localhost"), scopes },
    pkce: "ignored",
    scopes,
    access: 60 * 86_400,
  });
  const app = await someBelfry(network, `channel: linkedin, ${settings}`);
  const { done, lines } = await signIn(app, "bells");
  expect({ done, first: lines[0] }).toEqual({ done: true, first: expect.stringContaining(name) });
  expect(lines.at(-1)).toMatch(/^It works until \d{4}-\d\d-\d\d, for (59|60) days/);
  expect((await standingOf(app, "bells"))?.missing).toEqual([]);
});

/** A person's short token, the long one that is made of it, and the Page's. */
async function somePage(left: readonly string[] = [], managed = ["comms"]) {
  const behind = await startFacebook();
  onTestFinished(() => behind.close());
  const scopes = [
    "pages_manage_posts",
    "pages_read_engagement",
    "pages_show_list",
    "pages_read_user_content",
    "pages_manage_engagement",
  ];
  const asked: string[] = [];
  const also = (request: Request, account: string | undefined): Reply | undefined => {
    asked.push(`${request.method} ${request.path}?${request.query.toString()}`);
    const form = new URLSearchParams(request.body.toString());
    const bearer = request.headers.authorization;
    if (form.get("grant_type") === "fb_exchange_token")
      return account && form.get("client_secret") === "hush"
        ? json(200, { access_token: `long-of-${account}` })
        : json(400, { error: { code: 190 } });
    if (bearer !== "Bearer long-of-comms") return undefined;
    if (request.path.endsWith("/me/permissions"))
      return json(200, {
        data: scopes.map((permission) => ({
          permission,
          status: left.includes(permission) ? "declined" : "granted",
        })),
      });
    const pages = managed.map((name) => ({
      id: behind.pageOf(name),
      name,
      access_token: behind.tokenOf(name),
    }));
    return request.path.endsWith("/me/accounts") ? json(200, { data: pages }) : undefined;
  };
  const network = await startOauth({
    behind: behind.url,
    tokenOf: behind.tokenOf,
    passes: (token) => token === behind.tokenOf("comms"),
    also,
    paths: { authorize: "/v26.0/dialog/oauth", token: "/v26.0/oauth/access_token" },
    client: { id: "app", secret: "hush", redirects: loopback("localhost"), scopes },
    pkce: "ignored",
    scopes,
    access: 5400,
  });
  const app = await someBelfry(network, `channel: facebook, page: "${behind.pageOf("comms")}"`);
  return { app, asked };
}

it("a person's short token becomes the Page's own, which has no end; no address holds one", async () => {
  const { app, asked } = await somePage();
  const { done, lines } = await signIn(app, "bells");
  expect({ done, end: lines.at(-1) }).toEqual({
    done: true,
    end: expect.stringContaining("until it is revoked"),
  });
  expect(await app.desk.sessions.open("bells")).toHaveProperty("opened");
  expect(asked.filter((one) => /access-|long-of|page-token|hush/.test(one))).toEqual([]);
});

it("a permission that was left out in the dialog is named with the review that grants it", async () => {
  const { app } = await somePage(["pages_read_user_content", "pages_manage_engagement"]);
  const { lines } = await signIn(app, "bells");
  expect(lines).toContainEqual(
    expect.stringMatching(
      /^It may not publish the parts of a thread.*pages_manage_engagement: add it to the app/,
    ),
  );
});

it("somebody who does not manage the Page is told which Pages were chosen", async () => {
  const { app } = await somePage([], []);
  expect((await signIn(app, "bells")).lines[0]).toMatch(
    /does not manage the Page \d+.*Pages that were chosen: none\./,
  );
});
