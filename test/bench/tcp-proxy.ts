import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** What may happen to the next write that looks like a post. */
export type Cut = "loseAnswer" | "reset" | "slow";

export interface TcpProxy {
  readonly port: number;
  /** How many connections were made so far. */
  count(): number;
  arm(cut: Cut | "none"): void;
  close(): Promise<void>;
}

/** Passes bytes between a client and a server on this machine until it is told to spoil something. */
export async function startTcpProxy(target: number, isPost: (text: string) => boolean): Promise<TcpProxy> {
  const open = new Set<Socket>();
  let count = 0;
  let armed: Cut | "none" = "none";
  const take = (chunk: Buffer): Cut | "none" => {
    if (armed === "none" || !isPost(chunk.toString())) return "none";
    const cut = armed;
    armed = "none";
    return cut;
  };
  const server = createServer((client) => {
    count += 1;
    const upstream = connect(target, "127.0.0.1");
    for (const socket of [client, upstream]) track(open, socket);
    join(client, upstream, take);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = async (): Promise<void> => {
    for (const socket of open) socket.destroy();
    server.close();
    await once(server, "close");
  };
  const { port } = server.address() as AddressInfo;
  return { port, count: () => count, arm: (cut) => void (armed = cut), close };
}

function track(open: Set<Socket>, socket: Socket): void {
  open.add(socket);
  socket.on("close", () => open.delete(socket)).on("error", () => socket.destroy());
}

function join(client: Socket, upstream: Socket, take: (chunk: Buffer) => Cut | "none"): void {
  const end = (): void => {
    client.destroy();
    upstream.destroy();
  };
  client.on("close", end).on("data", (chunk) => {
    const cut = take(chunk);
    if (cut === "reset") return end();
    if (cut !== "none") upstream.removeAllListeners("data").resume();
    // The first thing that the server says to it never arrives.
    if (cut === "loseAnswer") upstream.once("data", end);
    upstream.write(chunk);
  });
  upstream.on("close", end).on("data", (chunk) => client.write(chunk));
}
