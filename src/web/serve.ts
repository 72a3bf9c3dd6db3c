import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";

interface Place {
  /** 0 for any free one. */
  readonly port: number;
  /** Absent: all interfaces, as a service in a container needs it. */
  readonly host?: string;
}

interface Served {
  readonly port: number;
  /** As seen from this machine. */
  readonly url: string;
  /** Answers what is under way, for at most a second. */
  close(): Promise<void>;
}

/** Opens the site's door; where that fails, one sentence with the mend. */
export async function serve(
  site: { fetch(request: Request, env: object): Response | Promise<Response> },
  place: Place,
): Promise<Served | { readonly problem: string }> {
  const { createAdaptorServer } = await import("@hono/node-server");
  const server = createAdaptorServer({ fetch: site.fetch, overrideGlobalObjects: false }) as Server;
  server.listen(place);
  try {
    await once(server, "listening");
  } catch (error) {
    return { problem: explain(error, place) };
  }
  const { port } = server.address() as AddressInfo;
  return { port, url: `http://localhost:${port}`, close: () => close(server) };
}

async function close(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  const impatience = setTimeout(() => server.closeAllConnections(), 1_000);
  await closed;
  clearTimeout(impatience);
}

const elsewhere = "set site.port or CARILLON_PORT to";

function explain(error: unknown, { port }: Place): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
  if (code === "EADDRINUSE") {
    return `Port ${port} is taken, by another Carillon perhaps: stop that one, or ${elsewhere} a free port.`;
  }
  if (code === "EACCES") return `Port ${port} is not for this user: ${elsewhere} one above 1023.`;
  return `Port ${port} could not be opened (${code}): ${elsewhere} another port.`;
}
