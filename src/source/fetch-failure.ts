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
  if (host === null) return "The address is not a web address: it must begin with https:// or http://.";
  if (error instanceof Error && error.name === "TimeoutError")
    return `${host} did not send the whole document within ${timeLimit / 1000} s: it is tried again later.`;
  if (error instanceof DocumentTooLargeError)
    return `${host} sends more than ${maxBytes / 1_000_000} MB, too much for a feed: check the address.`;
  if (error instanceof BadEncodingError)
    return `What ${host} sends cannot be decompressed: it is cut off or damaged, and is tried again later.`;
  return explainCode(codeOf(error), error, host);
}

function explainCode(code: string, error: unknown, host: string): string {
  if (code === "ERR_ADDRESS_BLOCKED" && error instanceof Error) return error.message;
  if (code === "ERR_INVALID_URL")
    return `${host} sends on to something that is not an address: check it in a browser.`;
  if (code === "ENOTFOUND") return `There is no server called ${host}: check the address.`;
  if (/CERT|SIGNATURE|TLS|SSL/.test(code))
    return `${host} does not prove who it is (${code}): its operator must renew or mend its certificate.`;
  return `${host} could not be reached or broke off (${code}): it is tried again later.`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : "no answer";
}

function hostOf(url: string): string | null {
  const parsed = URL.parse(url);
  return parsed !== null && /^https?:$/.test(parsed.protocol) ? parsed.host : null;
}

/** Why an answer with such a status is no document. */
export function explainStatus(status: number, url: URL): { readonly reason: string; readonly gone: boolean } {
  return { reason: `${url.host} answers ${status}: ${meaningOf(status)}.`, gone: status === 410 };
}

function meaningOf(status: number): string {
  if (status === 404)
    return "nothing is at this address; correct the address, or ask its owner where it went";
  if (status === 410) return "the document is gone for good; remove the source or give its new address";
  if (status === 401 || status === 403) return "it does not let Carillon in; ask its owner to allow it";
  if (status === 429) return "it is asked too often; it is tried again later";
  if (status >= 500) return "it has a fault of its own; it is tried again later";
  return "that is not a document; check the address in a browser";
}
