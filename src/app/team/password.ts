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

/** Looks under way; each takes one of the runtime's few threads, on which pages and posts wait as well. */
const mostLooks = 2;
/** Beyond these nobody is asked to wait in line: whoever comes may come again. */
const mostWaiting = 12;

const waiting: (() => void)[] = [];
let looks = 0;

/** Whether so many passwords are being looked at that one more would only keep the others waiting. */
export const isCrowded = (): boolean => waiting.length >= mostWaiting;

async function inTurn<T>(act: () => Promise<T>): Promise<T> {
  if (looks >= mostLooks) await new Promise<void>((go) => waiting.push(go));
  else looks += 1;
  try {
    return await act();
  } finally {
    const next = waiting.shift();
    if (next === undefined) looks -= 1;
    else next();
  }
}

/** The same letters may come in different bytes from different keyboards. */
function derive(password: string, salt: Buffer): Promise<Buffer> {
  // Cut first as well: making a megabyte uniform keeps everybody waiting.
  const letters = password
    .slice(0, 4 * longest)
    .normalize("NFKC")
    .slice(0, longest);
  const look = () =>
    new Promise<Buffer>((resolve, reject) => {
      scrypt(letters, salt, keyBytes, cost, (error, key) => (error ? reject(error) : resolve(key)));
    });
  return inTurn(look);
}
