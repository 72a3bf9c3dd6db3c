import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/**
 * scrypt with N = 2^15, r = 8, p = 3: 32 MB and about a tenth of a second a look, as OWASP's cheat sheet on storing
 * passwords has it for machines with little memory.
 */
const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };
const keyBytes = 32;

/** Characters. A longest one, because hashing a novel would keep a processor busy. */
export const shortest = 12;
export const longest = 200;

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return ["scrypt", salt.toString("base64url"), (await derive(password, salt)).toString("base64url")].join(
    "$",
  );
}

/** As long for a wrong login (`hash` null) as for a wrong password: the time must not tell who exists. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const [, salt = "", key = ""] = (hash ?? "scrypt$AAAA$").split("$");
  const [wanted, found] = [
    Buffer.from(key, "base64url"),
    await derive(password, Buffer.from(salt, "base64url")),
  ];
  return wanted.length === found.length && timingSafeEqual(wanted, found);
}

/** The same letters may come in different bytes from different keyboards. */
function derive(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC").slice(0, longest), salt, keyBytes, cost, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
