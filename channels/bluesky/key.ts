import { createHash } from "node:crypto";

const alphabet = "234567abcdefghijklmnopqrstuvwxyz";

/**
 * A record's key: a timestamp identifier of 13 letters, 53 bits of microseconds and 10 of a clock's number. What is finer than a
 * second comes from the delivery's id, so that deliveries prepared in one millisecond have keys of their own.
 * @see https://atproto.com/specs/tid
 */
export function chooseKey(delivery: string, now: Date): string {
  const hash = createHash("sha256").update(delivery).digest();
  const second = BigInt(Math.floor(now.getTime() / 1000));
  const micros = second * 1_000_000n + BigInt(hash.readUInt32BE(0) % 1_000_000);
  return encode((micros << 10n) | BigInt(hash.readUInt16BE(4) & 1023));
}

function encode(value: bigint): string {
  const letters = Array.from(
    { length: 13 },
    (_, index) => alphabet[Number((value >> BigInt(60 - 5 * index)) & 31n)],
  );
  return letters.join("");
}
