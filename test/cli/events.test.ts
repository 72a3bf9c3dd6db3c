import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { expect, onTestFinished, test } from "vitest";
import { markdownBelfry, note } from "../bad-input/belfry.ts";
import { someCarillon } from "../fixtures/carillon.ts";

const secret = Buffer.from("three bells at noon, and one for luck").toString("base64");

interface Told {
  readonly id: string;
  readonly type: string;
}

/** Takes what is signed; `first` is called with the first event, before it is answered. */
async function startReceiver(first: () => Promise<void>) {
  const told: Told[] = [];
  const verifier = new Webhook(secret);
  let before = first;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = request.headers as Record<string, string>;
    const { type } = verifier.verify(Buffer.concat(chunks).toString(), headers) as Told;
    told.push({ id: headers["webhook-id"] ?? "", type });
    const act = before;
    before = async () => undefined;
    await act();
    response.writeHead(204).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.closeAllConnections());
  onTestFinished(() => void server.close());
  return { told, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

test("a process that is killed while it tells loses no event, and its successor tells at once", async () => {
  let kill = async (): Promise<void> => undefined;
  const receiver = await startReceiver(() => kill());
  const carillon = someCarillon(
    `${markdownBelfry("network: { allowPrivate: true }")}
events:
  - { to: "${receiver.url}", secret: "\${EVENTS_SECRET}", types: [entry.news, post.scheduled, post.sent] }
`,
    { EVENTS_SECRET: secret },
  );
  carillon.write("notes/back.md", note("The bell is back"));
  const child = carillon.begin("once");
  const ended = once(child, "exit");
  kill = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  await ended;
  expect(receiver.told.map(({ type }) => type)).toEqual(["entry.news"]);
  expect(await carillon.run("once")).toMatchObject({ code: 0 });
  expect(receiver.told.map(({ type }) => type)).toEqual([
    "entry.news",
    "entry.news",
    "post.scheduled",
    "post.sent",
  ]);
  expect(receiver.told[1]?.id).toBe(receiver.told[0]?.id);
});

test("a configuration of events that cannot be used is told by its place, and all else goes on", async () => {
  const carillon = someCarillon(`${markdownBelfry("network: { allowPrivate: true }")}
events:
  - { to: "https://example.org/hook", secret: "short-and-not-to-be-quoted" }
`);
  carillon.write("notes/back.md", note("The bell is back"));
  const { err, out } = await carillon.run("once");
  expect(err).toMatch(/^events\.0\.secret \(line \d+\): Events cannot be signed with this/m);
  expect(err).not.toContain("short-and-not");
  expect(out).toMatch(/1 sent/);
});
