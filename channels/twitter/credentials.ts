import type { TwitterApiTokens } from "twitter-api-v2";
import { ChannelError } from "../../src/channel/failure.ts";
import type { SettingValues } from "../../src/model/account.ts";
import { worded } from "../../src/model/worded.ts";

/** An OAuth 2 token of the account, or the four keys of OAuth 1.0a, which do not expire. */
export type Credentials = string | Required<TwitterApiTokens>;

/** @see https://docs.x.com/fundamentals/authentication/overview */
export function readCredentials(settings: SettingValues): Credentials {
  const accessToken = read(settings, "accessToken");
  const names = ["apiKey", "apiSecret", "accessSecret"] as const;
  const [appKey = "", appSecret = "", accessSecret = ""] = names.map((name) => read(settings, name));
  const missing = names.filter((name) => read(settings, name) === "");
  if (accessToken === "") throw lacking(["accessToken"]);
  if (missing.length === names.length) return accessToken;
  if (missing.length > 0) throw lacking(missing);
  return { appKey, appSecret, accessToken, accessSecret };
}

function read(settings: SettingValues, name: string): string {
  return String(settings[name] ?? "");
}

function lacking(names: readonly string[]): ChannelError {
  return new ChannelError({
    kind: "unauthorised",
    reason: worded`The account lacks ${names.join(" and ")}: write apiKey, apiSecret, accessToken and accessSecret, or an OAuth 2 accessToken alone.`,
  });
}
