import {
  type BenchServer,
  type Misbehaviour,
  type Reply,
  type Request,
  startServer,
} from "./bench-server.ts";

/** Stands before a real server that itself never misbehaves. Text and JSON only. */
export interface FaultProxy extends BenchServer {
  /** Hits the next publishing request and then ends. */
  misbehave(fault: Misbehaviour): void;
  /** Where requests go: may be told after the proxy has its own address. */
  forwardTo(target: string): void;
  /** Paths of all requests so far. */
  readonly paths: readonly string[];
}

export async function startFaultProxy({
  isPublish,
  busy,
  change = (_, reply) => reply,
}: {
  readonly isPublish: (request: Request) => boolean;
  readonly busy?: () => Reply;
  /** What is made of the real server's answers. */
  readonly change?: (request: Request, reply: Reply) => Reply;
}): Promise<FaultProxy> {
  const paths: string[] = [];
  let target = "";
  let next: Misbehaviour = "none";
  const takeFault = (request: Request): Misbehaviour => {
    if (!isPublish(request)) return "none";
    const fault = next;
    next = "none";
    return fault;
  };
  const server = await startServer(
    async (request) => {
      paths.push(request.path);
      return change(request, await forward(target, request));
    },
    takeFault,
    busy,
  );
  return {
    ...server,
    paths,
    misbehave: (fault) => void (next = fault),
    forwardTo: (url) => void (target = url),
  };
}

/** Headers of one connection, and those that `fetch` writes itself. */
const own = new Set(["host", "connection", "content-length", "transfer-encoding", "keep-alive", "expect"]);

async function forward(target: string, { method, path, query, headers, body }: Request): Promise<Reply> {
  const passed = Object.entries(headers).filter(([name]) => !own.has(name)) as [string, string][];
  const search = query.size > 0 ? `?${query.toString()}` : "";
  const content = body.length > 0 ? { body: new Uint8Array(body) } : {};
  const response = await fetch(`${target}${path}${search}`, { method, headers: passed, ...content });
  const type = response.headers.get("content-type") ?? "application/json";
  return { status: response.status, headers: { "content-type": type }, body: await response.text() };
}
