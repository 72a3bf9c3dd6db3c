import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { logIn } from "../../channels/xmpp/login.ts";
import { failureOf } from "../bench/xmpp-acts.ts";

/** Takes connections and does what a test asks with each. */
interface Odd {
  readonly server: Server;
  readonly port: number;
}

describe("a server that is not what it should be is down, and its connection is ended:", () => {
  let mute: Odd;
  let rude: Odd;
  let strange: Odd;
  beforeAll(async () => {
    mute = await listen(() => {});
    rude = await listen((socket) => socket.destroy());
    strange = await listen((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n<html>"));
  });
  afterAll(() => {
    for (const { server } of [mute, rude, strange]) server.close();
  });

  test.each(["xmpp", "xmpps"])("one that says nothing, over %s", async (scheme) => {
    const ended = once(mute.server, "connection").then(([socket]) => once(socket as Socket, "close"));
    expect(await failureAt(`${scheme}://127.0.0.1:${mute.port}`)).toMatch("it did not answer in time");
    await ended;
  });

  test("one that hangs up", async () => {
    expect(await failureAt(`xmpp://127.0.0.1:${rude.port}`)).toMatch("it closed the connection");
  });

  test("one that speaks another protocol", async () => {
    expect(await failureAt(`xmpp://127.0.0.1:${strange.port}`)).toMatch("(HTTP/1.1 400 Bad Request)");
    expect(await failureAt(`xmpps://127.0.0.1:${strange.port}`)).toMatch("ERR_SSL_");
    expect(await failureAt(`ws://127.0.0.1:${strange.port}`)).toMatch("it does not speak this protocol");
  });
});

async function listen(greet: (socket: Socket) => void): Promise<Odd> {
  const server = createServer((socket) => greet(socket.on("error", () => {}).resume()));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { server, port: (server.address() as AddressInfo).port };
}

/** The reason, which must be of the kind `down`. */
async function failureAt(server: string): Promise<string> {
  const login = { address: "bells@localhost", password: "bells-password", server, patience: 500, limit: 500 };
  const failure = await failureOf(() => logIn(login));
  expect(failure.kind).toBe("down");
  return failure.reason;
}
