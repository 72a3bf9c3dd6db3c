import type { SettingValues } from "../model/account.ts";
import type { Io } from "./channel.ts";

/**
 * How an account signs in without anybody copying a token: OAuth 2 with a code that the person's browser brings back.
 * Data and small functions only; asking, checking and keeping are the engine's. A setting called `server` or the like moves
 * all addresses, so that a stand-in can be tried.
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1 and https://www.rfc-editor.org/rfc/rfc9700
 */
export interface Connect {
  readonly kind: "oauth2";
  /** Where the person agrees; without a query. */
  authorizeUrl(settings: SettingValues): string;
  /** Where codes and refresh tokens become tokens. */
  tokenUrl(settings: SettingValues): string;
  /** Names of the settings that hold the app's id and secret; null where `register` makes an app. */
  readonly app: { readonly id: string; readonly secret: string } | null;
  /** Makes an app on the account's own server. Throws what the channel's `classify` understands. */
  register?(settings: SettingValues, io: Io, redirect: string): Promise<App>;
  /** The network checks a code's verifier (RFC 7636, S256). Elsewhere none is sent. */
  readonly pkce: boolean;
  /** How the app proves itself: by HTTP Basic or in the form. */
  readonly clientAuth: "basic" | "body";
  /** All that this account is to be asked for, the indispensable first. */
  scopes(settings: SettingValues): readonly Scope[];
  /** More of the authorize address's query. */
  readonly query?: Readonly<Record<string, string>>;
  /** What this machine is called in an answer's address where the browser runs on it too; by default 127.0.0.1. */
  readonly loopback?: "127.0.0.1" | "localhost";
  /** Names of the settings that the tokens fill. They come before what the configuration says. */
  readonly given: { readonly accessToken?: string; readonly refreshToken?: string };
  /** How an access token is renewed; absent where the network has no way, or the session does it by itself. */
  readonly refresh?: Refresh;
  /** Makes of what the network gave what lasts. Throws what the channel's `classify` understands. */
  settle?(tokens: Tokens, settings: SettingValues, io: Io, app: App): Promise<Tokens>;
}

/** One right that an account asks for. */
export interface Scope {
  /** As the network spells it. */
  readonly name: string;
  /** What it is for, as the end of “may …”: `publish posts`. */
  readonly what: string;
  /** One sentence: which product, review or setting of the network grants it. */
  readonly grant: string;
  /** Without it the account cannot do what it is for. */
  readonly needed: boolean;
}

export interface Refresh {
  /** Every use gives another refresh token, and the one before is void. */
  readonly rotates: boolean;
  /** Seconds before its end at which an access token is renewed. */
  readonly before: number;
}

/** The app that asks on the account's behalf. */
export interface App {
  readonly id: string;
  readonly secret: string;
}

/** What a network gave. Secret, all but the times and scopes. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken?: string;
  /** When the access token ends; absent: it does not, as far as the network says. */
  readonly expires?: Date;
  /** When renewing ends, and a person must sign in again. */
  readonly ends?: Date;
  /** What was granted; absent: all that was asked for (RFC 6749, section 5.1). */
  readonly scopes?: readonly string[];
}
