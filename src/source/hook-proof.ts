import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Letter } from "../model/letter.ts";

/** How a letter showed that its sender knows the secret. */
export interface Proof {
  /** The same letter once more has the same; null where the way has no such thing. */
  readonly id: string | null;
}

/** Seconds by which the clock of a sender who states the time may differ from ours. */
export const tolerance = 300;

/**
 * Whether a letter's sender knows the secret; null: not shown. Ways: Standard Webhooks; HMAC-SHA256 of the body, as forges sign it;
 * a signed token with the body's hash; the secret itself as a bearer or in a header of its own. Comparing takes the same time however much is right.
 */
export function proofOf(letter: Letter, secret: string, now: Date): Proof | null {
  const shown = ways.map((way) => way(letter, secret, now));
  return shown.find((proof) => proof !== null) ?? null;
}

type Way = (letter: Letter, secret: string, now: Date) => Proof | null;

const proven: Proof = { id: null };

/** @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md */
const byStandard: Way = ({ headers, body }, secret, now) => {
  const { "webhook-id": id, "webhook-timestamp": at, "webhook-signature": signatures } = headers;
  if (id === undefined || at === undefined || signatures === undefined) return null;
  if (!(Math.abs(now.getTime() / 1000 - Number(at)) <= tolerance)) return null;
  const content = Buffer.concat([Buffer.from(`${id}.${at}.`), body]);
  const wanted = keysOf(secret).map((key) => `v1,${hmac(key, content).toString("base64")}`);
  const fits = signatures.split(" ").some((one) => wanted.map((other) => isSame(one, other)).includes(true));
  return fits ? { id } : null;
};

/** Senders take a secret for base64 or for what it is. */
const keysOf = (secret: string): readonly Uint8Array[] => [
  Buffer.from(secret.replace(/^whsec_/, ""), "base64"),
  Buffer.from(secret),
];

const signed = ["x-hub-signature-256", "x-forgejo-signature", "x-gitea-signature"];

/** Neither says when it was sent: the same once more is one look more, which is limited. */
const byBody: Way = ({ headers, body }, secret) => {
  const wanted = hmac(Buffer.from(secret), body).toString("hex");
  const said = signed.flatMap((name) => headers[name] ?? []).map((one) => one.replace(/^sha256=/, ""));
  return said.map((one) => isSame(one, wanted)).includes(true) ? proven : null;
};

/** A JSON Web Signature whose claim `sha256` is the body's. @see RFC 7515, with HS256 only */
const byToken: Way = ({ headers, body }, secret) => {
  const [head = "", claims = "", signature = "", ...more] = (headers["x-webhook-signature"] ?? "").split(".");
  const wanted = hmac(Buffer.from(secret), Buffer.from(`${head}.${claims}`)).toString("base64url");
  if (!isSame(signature, wanted) || more.length > 0 || read(head)["alg"] !== "HS256") return null;
  const digest = createHash("sha256").update(body).digest("hex");
  return isSame(String(read(claims)["sha256"]), digest) ? proven : null;
};

function read(part: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString());
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

const byWord: Way = ({ headers }, secret) => {
  const bearer = /^bearer +(.+)$/i.exec(headers["authorization"] ?? "")?.[1];
  const said = [bearer, headers["x-gitlab-token"]].filter((one) => one !== undefined);
  return said.map((one) => isSame(one, secret)).includes(true) ? proven : null;
};

const ways: readonly Way[] = [byStandard, byBody, byToken, byWord];

const hmac = (key: Uint8Array, content: Uint8Array): Buffer =>
  createHmac("sha256", key).update(content).digest();

/** Of hashes, which are equally long. */
const isSame = (a: string, b: string): boolean => timingSafeEqual(hash(a), hash(b));

const hash = (text: string): Buffer => createHash("sha256").update(text).digest();
