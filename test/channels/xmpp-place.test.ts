import { expect, test } from "vitest";
import { readPlace, readServer } from "../../channels/xmpp/place.ts";
import { ChannelError } from "../../src/channel/failure.ts";

const jid = "bells@example.org";
const read = (settings: Record<string, string>) => readPlace({ jid, ...settings }, "Bells of the world");

test("a room is entered under the site's name, or the nick that is set", () => {
  const place = { kind: "room", who: jid, room: "hall@rooms.example.org", nick: "Bells of the world" };
  expect(read({ room: "Hall@rooms.example.org" })).toEqual(place);
  expect(read({ room: "hall@rooms.example.org", nick: "Ding" })).toEqual({ ...place, nick: "Ding" });
});

test("a node is the account's own, or a service's where one is named before a slash", () => {
  const own = { kind: "node", who: jid, service: jid };
  expect(read({ node: "urn:xmpp:microblog:0" })).toEqual({ ...own, node: "urn:xmpp:microblog:0" });
  expect(read({ node: "https://example.org/a/b" })).toEqual({ ...own, node: "https://example.org/a/b" });
  expect(read({ node: "pubsub.example.org/news/all" })).toEqual({
    ...own,
    service: "pubsub.example.org",
    node: "news/all",
  });
});

test("an address loses its resource", () => {
  expect(readPlace({ jid: "bells@example.org/phone", node: "n" }, "")).toMatchObject({ who: jid });
});

test.each([
  [{}, "The account bells@example.org needs either room or node, and not both: set one of them."],
  [
    { room: "hall@rooms.example.org", node: "n" },
    "The account bells@example.org needs either room or node, and not both: set one of them.",
  ],
  [{ room: "rooms.example.org" }, 'The setting room is "rooms.example.org": write it as name@server.'],
  [{ jid: "bells", node: "n" }, 'The setting jid is "bells": write it as name@server.'],
])("settings that name no place are told of: %j", (settings, reason) => {
  expect(() => read(settings)).toThrow(new ChannelError({ kind: "unauthorised", reason }));
});

test("a server is found by the address, unless it is set to one that can be spoken to", () => {
  expect(readServer({})).toBeUndefined();
  expect(readServer({ server: "" })).toBeUndefined();
  expect(readServer({ server: "xmpps://example.org:5223" })).toBe("xmpps://example.org:5223");
  expect(() => readServer({ server: "https://example.org" })).toThrow(
    'The setting server is "https://example.org": write it as xmpps://host:port, xmpp://host:port or wss://host/path.',
  );
});
