import { createHash, randomBytes } from "node:crypto";

/** What only a browser, or who has the link, knows: 256 bits. */
export const makeSecret = (): string => randomBytes(32).toString("base64url");

/** What the ledger keeps of a secret: whoever reads it there cannot use it. */
export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("base64url");
