import { type BenchServer, json, type Reply, type Request, startServer } from "../../bench/bench-server.ts";

/** As followers see it. */
export interface PlainPost {
  readonly id: string;
  text: string;
  readonly replyTo: string | null;
  removed: boolean;
}

interface Container {
  readonly text: string;
  readonly reply: string | null;
  post: string | null;
}

export interface PlainServer extends BenchServer {
  /** Every visible act, in order. */
  readonly posts: readonly PlainPost[];
}

interface Words {
  readonly text: string;
  readonly reply: string | null;
}

/** A small network: posts at once, or containers that are published once. It refuses whatever is not as it should be. */
export async function startPlain(): Promise<PlainServer> {
  const posts: PlainPost[] = [];
  const containers = new Map<string, Container>();
  const make = ({ text, reply }: Words): string => {
    const id = `p${posts.length + 1}`;
    posts.push({ id, text, replyTo: reply, removed: false });
    return id;
  };
  const server = await startServer((request) => {
    const [, room = "", id = "", act = ""] = request.path.split("/");
    if (room === "containers") return serveContainer(containers, make, request, id, act);
    if (room === "posts" && id === "" && request.method === "POST") return post(posts, make, request);
    return room === "posts" ? change(posts, request, id) : json(404, { error: "no such room" });
  });
  return { ...server, posts };
}

function wordsOf({ body }: Request): Words | undefined {
  const { text, reply = null } = JSON.parse(body.toString()) as Partial<Words>;
  return typeof text === "string" && text !== "" ? { text, reply } : undefined;
}

function post(posts: readonly PlainPost[], make: (words: Words) => string, request: Request): Reply {
  const words = wordsOf(request);
  if (!words) return json(422, { error: "no text" });
  const known = words.reply === null || posts.some(({ id, removed }) => id === words.reply && !removed);
  return known ? json(201, { id: make(words) }) : json(422, { error: "no such post to reply to" });
}

function serveContainer(
  containers: Map<string, Container>,
  make: (words: Words) => string,
  request: Request,
  id: string,
  act: string,
): Reply {
  if (id === "" && request.method === "POST") return contain(containers, request);
  const container = containers.get(id);
  if (!container) return json(404, { error: "no such container" });
  if (request.method === "GET") return json(200, { post: container.post });
  if (act !== "publish" || request.method !== "POST") return json(405, { error: "publish it" });
  if (container.post !== null) return json(409, { error: "published already", post: container.post });
  container.post = make(container);
  return json(201, { id: container.post });
}

function contain(containers: Map<string, Container>, request: Request): Reply {
  const words = wordsOf(request);
  if (!words) return json(422, { error: "no text" });
  const id = `c${containers.size + 1}`;
  containers.set(id, { ...words, post: null });
  return json(201, { id });
}

function change(posts: readonly PlainPost[], request: Request, id: string): Reply {
  const found = posts.find((one) => one.id === id && !one.removed);
  if (!found) return json(404, { error: "no such post" });
  if (request.method === "DELETE") found.removed = true;
  else found.text = wordsOf(request)?.text ?? found.text;
  return json(200, { id });
}
