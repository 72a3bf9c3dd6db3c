import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Io } from "../../src/channel/channel.ts";
import { ChannelError } from "../../src/channel/failure.ts";
import { guardedSend } from "../../src/source/send.ts";

/** An image in the fixtures, as media of a post. */
export const bell = {
  url: new URL("../fixtures/bell.png", import.meta.url).href,
  alt: "A golden bell 🔔 über alles",
};

/** What a channel may use of the world; nothing forbidden, and little patience. */
export function makeIo({ patience = 700, now = () => new Date() } = {}): Io {
  const userAgent = "Carillon-tests/0";
  return {
    send: guardedSend({ allowPrivate: true, userAgent, timeout: patience }),
    fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(patience) }),
    now,
    async load(url, max) {
      const bytes = await readFile(fileURLToPath(url));
      if (bytes.length > max)
        throw new ChannelError({ kind: "refused", reason: `${url} is larger than ${max} bytes.` });
      return { bytes: new Uint8Array(bytes), type: "image/png" };
    },
    site: { name: "Bench", url: "http://127.0.0.1" },
    userAgent,
  };
}

/** As `makeIo`, and every request passes this way. */
export function makeIoBy(fetch: Io["fetch"]): Io {
  const { now, load, site, userAgent } = makeIo();
  return { fetch, now, load, site, userAgent };
}
