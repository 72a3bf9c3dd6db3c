import { createHmac } from "node:crypto";
import type { Request } from "./bench-server.ts";

export interface Keys {
  readonly appKey: string;
  readonly appSecret: string;
  readonly accessToken: string;
  readonly accessSecret: string;
}

/** Seconds that a client's clock may be wrong. */
const skew = 300;

/** What is wrong with a request's OAuth 1.0a signature, or null. @see https://www.rfc-editor.org/rfc/rfc5849#section-3 */
export function checkSignature(request: Request, keys: Keys, nonces: Set<string>, now: Date): string | null {
  const given = readHeader(request);
  const { oauth_nonce: nonce = "", oauth_timestamp: timestamp, oauth_signature: signature } = given;
  if (given["oauth_consumer_key"] !== keys.appKey || given["oauth_token"] !== keys.accessToken)
    return "unknown keys";
  if (given["oauth_signature_method"] !== "HMAC-SHA1" || given["oauth_version"] !== "1.0") return "method";
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > skew) return "timestamp out of bounds";
  if (nonce === "" || nonces.has(nonce)) return "nonce used";
  nonces.add(nonce);
  return signature === sign(request, given, keys) ? null : "signature";
}

export function readHeader({ headers }: Request): Readonly<Record<string, string>> {
  const fields = (headers.authorization ?? "").replace(/^OAuth /, "").matchAll(/(\w+)="([^"]*)"/g);
  return Object.fromEntries(Array.from(fields, ([, name, value]) => [name, decodeURIComponent(value ?? "")]));
}

/** A body takes part only where it is a form, and none of the endpoints here takes one. */
function sign(request: Request, given: Readonly<Record<string, string>>, keys: Keys): string {
  const { oauth_signature: _, ...rest } = given;
  const pairs = [...Object.entries(rest), ...request.query].map(([name, value]) => [
    encode(name),
    encode(value),
  ]);
  const sorted = pairs.toSorted(([a = "", b = ""], [c = "", d = ""]) => compare(a, c) || compare(b, d));
  const address = `http://${request.headers.host}${request.path}`;
  const base = [request.method, address, sorted.map((pair) => pair.join("=")).join("&")]
    .map(encode)
    .join("&");
  const key = `${encode(keys.appSecret)}&${encode(keys.accessSecret)}`;
  return createHmac("sha1", key).update(base).digest("base64");
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
