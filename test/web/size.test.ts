import { request } from "node:http";
import { expect, test } from "vitest";
import { openHouse } from "./team/house.ts";

/** The status for a body that comes in pieces, or none, and does not say how long it is. */
const send = (address: string, pieces: readonly string[], headers: Readonly<Record<string, string>>) =>
  new Promise<number | undefined>((resolve, reject) => {
    const asked = request(address, { method: "POST", agent: false, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on("error", reject);
    for (const piece of pieces) asked.write(piece);
    asked.end();
  });

test.each(["/sign-in", "/language"])(
  "%s asks for a body's length, and takes none that is too long",
  async (path) => {
    const { url } = await openHouse();
    const headers = { origin: url, "content-type": "application/x-www-form-urlencoded" };
    expect(
      await send(url + path, ["login=anna&", "password=x"], { ...headers, "transfer-encoding": "chunked" }),
    ).toBe(411);
    const long = "x".repeat(3 * 1024 * 1024);
    const answer = await fetch(url + path, { method: "POST", headers, body: long });
    expect(answer.status).toBe(413);
    expect(await send(url + path, [], { ...headers, "content-length": "0" })).toBeLessThan(500);
  },
);
