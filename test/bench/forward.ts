import { request, type IncomingMessage, type ServerResponse } from "node:http";

/** Hands a request on as it is, and its answer back. */
export function forward(to: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, headers } = incoming;
  const onward = request(`${to}${incoming.url ?? "/"}`, { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on("error", () => outgoing.destroy());
  incoming.pipe(onward);
}
