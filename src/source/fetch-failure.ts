import { worded } from "../model/worded.ts";
import { BadEncodingError, DocumentTooLargeError } from "./body.ts";

interface Circumstances {
  readonly url: string;
  readonly maxBytes: number;
  /** Milliseconds. */
  readonly timeLimit: number;
}

/** Why a document could not be fetched, in one sentence with its mend. Only the host is named: an address may hold a key. */
export function explainError(error: unknown, { url, maxBytes, timeLimit }: Circumstances): string {
  const host = hostOf(url);
  if (host === null) return worded`The address is not a web address: it must begin with https:// or http://.`;
  if (error instanceof Error && error.name === "TimeoutError")
    return worded`${host} did not send the whole document within ${timeLimit / 1000} s: it is tried again later.`;
  if (error instanceof DocumentTooLargeError)
    return worded`${host} sends more than ${maxBytes / 1_000_000} MB, too much for a feed: check the address.`;
  if (error instanceof BadEncodingError)
    return worded`What ${host} sends cannot be decompressed: it is cut off or damaged, and is tried again later.`;
  return explainCode(codeOf(error), error, host);
}

function explainCode(code: string, error: unknown, host: string): string {
  if (code === "ERR_ADDRESS_BLOCKED" && error instanceof Error) return error.message;
  if (code === "ERR_INVALID_URL")
    return worded`${host} sends on to something that is not an address: check it in a browser.`;
  if (code === "ENOTFOUND") return worded`There is no server called ${host}: check the address.`;
  if (/CERT|SIGNATURE|TLS|SSL/.test(code))
    return worded`${host} does not prove who it is (${code}): its operator must renew or mend its certificate.`;
  return worded`${host} could not be reached or broke off (${code}): it is tried again later.`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : worded`no answer`;
}

function hostOf(url: string): string | null {
  const parsed = URL.parse(url);
  return parsed !== null && /^https?:$/.test(parsed.protocol) ? parsed.host : null;
}

/** Why an answer with such a status is no document. */
export function explainStatus(status: number, url: URL): { readonly reason: string; readonly gone: boolean } {
  return { reason: worded`${url.host} answers ${status}: ${meaningOf(status)}.`, gone: status === 410 };
}

function meaningOf(status: number): string {
  if (status === 404)
    return worded`nothing is at this address; correct the address, or ask its owner where it went`;
  if (status === 410) return worded`the document is gone for good; remove the source or give its new address`;
  if (status === 401 || status === 403) return worded`it does not let Carillon in; ask its owner to allow it`;
  if (status === 429) return worded`it is asked too often; it is tried again later`;
  if (status >= 500) return worded`it has a fault of its own; it is tried again later`;
  return worded`that is not a document; check the address in a browser`;
}
