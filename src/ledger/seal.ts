import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/** Bytes of a key for AES-256. */
export const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;

/**
 * Text that only the key's owner can read or change, by AES-256-GCM (NIST SP 800-38D): `v1.KEY.DATA`, of which KEY only
 * tells one key from another. `about` is what it belongs to: moved to something else it cannot be opened.
 */
export function seal(key: Buffer, about: string, text: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(about));
  const data = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return `v1.${nameKey(key)}.${Buffer.concat([iv, cipher.getAuthTag(), data]).toString("base64url")}`;
}

/** Undefined where another key sealed it, or it belongs to something else, or it was changed. */
export function unseal(key: Buffer, about: string, sealed: string): string | undefined {
  const [version, name, data = ""] = sealed.split(".");
  if (version !== "v1" || name !== nameKey(key)) return undefined;
  const bytes = Buffer.from(data, "base64url");
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, ivBytes), {
      authTagLength: tagBytes,
    });
    decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
    return decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, "utf8") + decipher.final("utf8");
  } catch {
    return undefined;
  }
}

/** Whether that key sealed it, as far as it says itself. */
export function isSealedBy(key: Buffer, sealed: string): boolean {
  return sealed.startsWith(`v1.${nameKey(key)}.`);
}

/** Enough to tell keys apart, and nothing of the key. */
function nameKey(key: Buffer): string {
  return createHash("sha256").update("carillon key").update(key).digest("hex").slice(0, 8);
}
