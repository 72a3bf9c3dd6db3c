import { request } from "node:http";
import { onTestFinished } from "vitest";
import type { Reading } from "../../src/web/reading.ts";
import { serve } from "../../src/web/serve.ts";
import { createSite } from "../../src/web/site.ts";

/** The address of a running site, closed when the test ends. */
export async function open(reading: Reading, report?: (error: Error) => void): Promise<string> {
  const served = await serve(createSite(reading, report), { port: 0, host: "127.0.0.1" });
  if ("problem" in served) throw new Error(served.problem);
  onTestFinished(() => served.close());
  return `http://127.0.0.1:${served.port}`;
}

export async function read(address: string): Promise<string> {
  return (await fetch(address)).text();
}

/** The status for a request with headers that `fetch` would not send. */
export function askAs(address: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { headers, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on("error", reject).end();
  });
}
