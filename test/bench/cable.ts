import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { forward } from "./forward.ts";

/** A line to a server, which can be cut and mended. */
export interface Cable {
  readonly url: string;
  /** Nobody listens there any more: connections are refused. */
  cut(): Promise<void>;
  mend(): Promise<void>;
}

export async function startCable(target: string): Promise<Cable> {
  let server = await listen(target, 0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    cut: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
    mend: async () => void (server = await listen(target, port)),
  };
}

async function listen(target: string, port: number): Promise<Server> {
  const server = createServer((incoming, outgoing) => forward(target, incoming, outgoing));
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return server;
}
