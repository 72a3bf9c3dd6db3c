import type { App, Tokens } from "../channel/connect.ts";
import type { Io } from "../channel/channel.ts";
import { ChannelError, type Failure } from "../channel/failure.ts";
import { type Answer, ask, readRetryAt } from "../channel/http.ts";
import { worded } from "../model/worded.ts";
import type { Signer } from "./office.ts";

/** A code for tokens. Throws ChannelError. @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3 */
export function exchangeCode(
  signer: Signer,
  io: Io,
  about: { readonly code: string; readonly verifier: string; readonly redirect: string },
): Promise<Tokens> {
  const { code, verifier, redirect } = about;
  const form = { grant_type: "authorization_code", code, redirect_uri: redirect };
  const proof = signer.connect.pkce ? { code_verifier: verifier } : {};
  return request(signer, io, { ...form, ...proof }, [code, verifier]);
}

/** A refresh token for the next tokens. Throws ChannelError. @see https://www.rfc-editor.org/rfc/rfc6749#section-6 */
export function exchangeRefresh(signer: Signer, io: Io, refreshToken: string): Promise<Tokens> {
  const form = { grant_type: "refresh_token", refresh_token: refreshToken };
  return request(signer, io, form, [refreshToken]);
}

type Form = Readonly<Record<string, string>>;

async function request(signer: Signer, io: Io, form: Form, hidden: readonly string[]): Promise<Tokens> {
  const { connect, app, account } = signer;
  const basic = `Basic ${Buffer.from(`${encode(app.id)}:${encode(app.secret)}`).toString("base64")}`;
  const answer = await ask(io, connect.tokenUrl(account.settings), {
    method: "POST",
    headers: { accept: "application/json", ...(connect.clientAuth === "basic" && { authorization: basic }) },
    body: new URLSearchParams(connect.clientAuth === "basic" ? form : { ...form, ...inForm(app) }),
    visible: false,
  });
  const data = parse(answer.text);
  const tokens = answer.status < 300 ? readTokens(data, io.now()) : undefined;
  if (tokens) return tokens;
  throw new ChannelError(explain(signer, answer, data, io.now(), [...hidden, app.secret]));
}

const inForm = ({ id, secret }: App): Form => ({ client_id: id, client_secret: secret });

/** As RFC 6749, section 2.3.1 wants it of HTTP Basic. */
const encode = (text: string): string => new URLSearchParams({ x: text }).toString().slice(2);

type Data = Readonly<Record<string, unknown>>;

function parse(text: string): Data {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === "object" && data !== null ? (data as Data) : {};
  } catch {
    return {};
  }
}

/** Undefined where there is no token in it. */
function readTokens(data: Data, now: Date): Tokens | undefined {
  const { access_token: accessToken, refresh_token: refreshToken, scope } = data;
  if (typeof accessToken !== "string" || accessToken === "") return undefined;
  const expires = later(data["expires_in"], now);
  const ends = later(data["refresh_token_expires_in"], now);
  return {
    accessToken,
    ...(typeof refreshToken === "string" && refreshToken !== "" && { refreshToken }),
    ...(expires && { expires }),
    ...(ends && { ends }),
    ...(typeof scope === "string" && scope !== "" && { scopes: scope.split(/[\s,]+/).filter(Boolean) }),
  };
}

/** Absent, 0, what is no number, and what is further away than dates go: no end is told. */
function later(seconds: unknown, now: Date): Date | undefined {
  const end = new Date(now.getTime() + Number(seconds) * 1000);
  return end > now ? end : undefined;
}

function explain(
  { channel, connect }: Signer,
  answer: Answer,
  data: Data,
  now: Date,
  hidden: readonly string[],
): Failure {
  const { status, headers } = answer;
  const said = hidden.reduce((text, secret) => text.replaceAll(secret, "(secret)"), wordsOf(data));
  const head = worded`${channel.label} gave no token (${status + (said && `, ${said}`)})`;
  const retryAt = readRetryAt(headers, now);
  if (status === 429) return { kind: "busy", reason: `${head}.`, ...(retryAt && { retryAt }) };
  if (status >= 500 || status === 408)
    return { kind: "down", reason: `${head}.`, ...(retryAt && { retryAt }) };
  if (status === 401 || /invalid_client|unauthorized_client/.test(said)) {
    const names = connect.app
      ? worded`check \`${connect.app.id}\` and \`${connect.app.secret}\``
      : worded`sign in anew`;
    return { kind: "unauthorised", reason: worded`${head}: it does not know the app; ${names}.` };
  }
  const why =
    status < 300 && said === ""
      ? worded`nothing there gives tokens`
      : worded`what it was shown is not good, or no longer`;
  return { kind: "unauthorised", reason: `${head}: ${why}.` };
}

/** The error as RFC 6749 names it, or as networks do that keep to it less. */
function wordsOf({ error, error_description: description }: Data): string {
  const inner = typeof error === "object" && error !== null ? (error as Data) : {};
  const words = [typeof error === "string" ? error : inner["message"], description];
  const said = words.filter((word) => typeof word === "string").join(": ");
  return said
    .replace(/\s+/g, " ")
    .slice(0, 200)
    .replace(/[.\s]+$/, "");
}
