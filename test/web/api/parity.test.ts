import { expect, test } from "vitest";
import { routes } from "../../../src/web/api/routes.ts";
import { doorList, doors, type Door } from "../../../src/web/team/doors.ts";

/** By which routes of the API programs do what a door of the pages lets people do. */
const byProgram: Readonly<Record<string, readonly string[]>> = {
  "GET /desk": ["GET /needs", "GET /status"],
  "POST /desk/hold": ["POST /hold"],
  "GET /desk/release": ["GET /hold"],
  "POST /desk/release": ["POST /release"],
  "POST /desk/posts/:id/decide": [
    "hold",
    "release",
    "cancel",
    "retry",
    "again",
    "there",
    "look",
    "retract",
  ].map((action) => `POST /posts/:id/${action}`),
  "POST /desk/posts/:id/correct": ["POST /posts/:id/correct", "GET /corrections"],
  "POST /desk/entries/:id/release": ["POST /entries/:id/release"],
  "POST /desk/entries/:id/cancel": ["POST /entries/:id/cancel"],
  "GET /desk/entries": ["GET /entries"],
  "GET /desk/entries/:id": ["GET /entries/:id", "GET /entries/:id/remarks", "GET /entries/:id/review-links"],
  "GET /desk/posts/:id": ["GET /posts/:id", "GET /posts/:id/template", "GET /posts/:id/results"],
  "POST /desk/posts/:id/try": ["POST /posts/:id/try"],
  "GET /desk/posts/:id/words": ["GET /posts/:id"],
  "POST /desk/posts/:id/words": [
    "POST /posts/:id/words",
    "POST /posts/:id/write-all",
    "POST /posts/:id/pictures",
  ],
  "GET /desk/pictures/:name": ["GET /pictures/:name"],
  "POST /desk/posts/:id/ask": ["POST /posts/:id/ask"],
  "POST /desk/posts/:id/approve": ["POST /posts/:id/approve"],
  "POST /desk/posts/:id/send-back": ["POST /posts/:id/send-back"],
  "POST /desk/entries/:id/approve": ["POST /approve"],
  "POST /desk/entries/:id/ask": ["POST /entries/:id/ask"],
  "POST /desk/entries/:id/say": ["POST /entries/:id/say"],
  "POST /desk/entries/:id/review-links": ["POST /entries/:id/review-links"],
  "POST /desk/entries/:id/review-links/:link/end": ["POST /entries/:id/review-links/:link/end"],
  "GET /desk/calendar": ["GET /calendar"],
  "GET /desk/posts/:id/places": ["GET /posts/:id/places"],
  "POST /desk/posts/:id/move": ["POST /posts/:id/move"],
  "GET /desk/simulate": ["GET /simulate", "GET /simulate/difference", "GET /simulate/links"],
  "POST /desk/simulate/share": ["POST /simulate/links"],
  "POST /desk/simulate/links/:id/end": ["POST /simulate/links/:id/end"],
  "GET /desk/history": ["GET /history", "GET /deliveries"],
  "GET /desk/history.csv": ["GET /history"],
  "GET /desk/history.json": ["GET /history"],
  "GET /desk/decisions": ["GET /decisions"],
  "GET /desk/results": ["GET /results", "GET /entries/:id/results"],
  "GET /desk/results/:month": ["GET /results/:month"],
  "GET /desk/channels": ["GET /channels"],
  "GET /desk/channels/:name": ["GET /channels/:name"],
  "POST /desk/channels/:name/test": ["POST /channels/:name/test"],
  "POST /desk/channels/:name/release": ["POST /channels/:name/release"],
  "POST /desk/channels/:name/send-test": ["POST /channels/:name/send-test"],
  "GET /desk/sources": ["GET /sources"],
  "POST /desk/sources/:name/look": ["POST /sources/:name/look"],
  "GET /desk/campaigns": ["GET /campaigns"],
  "GET /desk/configuration": ["GET /configuration", "GET /receivers"],
};

const signIn = "Programs bring a token: they do not sign in, and keep no language.";
const person = "It is about the person who is signed in; a program is nobody of the team.";
const people = "No token may look after people or tokens: who stole one would let themselves in for good.";
const byLink = "Whoever has the link needs no token, and a program has a token.";
const byBrowser =
  "Networks ask a person in a browser; what cannot be connected again is not to be disconnected.";

/** What only people do, with the reason. */
const byPeople: Readonly<Record<string, string>> = {
  "GET /sign-in": signIn,
  "POST /sign-in": signIn,
  "GET /sign-in/provider": signIn,
  "GET /sign-in/callback": signIn,
  "POST /language": signIn,
  "GET /join/:secret": signIn,
  "POST /join/:secret": signIn,
  "GET /avatars/:name": "Anybody may load it: no token is asked for.",
  "GET /review/:secret": byLink,
  "POST /review/:secret": byLink,
  "GET /review/:secret/pictures/:name": byLink,
  "GET /simulated/:secret": byLink,
  "GET /desk/entries/:id/source": "A program reads the source itself; what was understood of it is there.",
  "POST /desk/channels/:name/connect": byBrowser,
  "POST /desk/channels/:name/disconnect": byBrowser,
  "GET /desk/you": person,
  "POST /desk/you/sign-out": person,
  "POST /desk/you/sessions/:id/end": person,
  "POST /desk/you/password": person,
  "GET /desk/people": people,
  "POST /desk/people/invite": people,
  "POST /desk/people/:id/role": people,
  "POST /desk/people/:id/end": people,
  "POST /desk/people/:id/let-in": people,
  "POST /desk/invitations/:id/withdraw": people,
  "GET /desk/tokens": people,
  "POST /desk/tokens/make": people,
  "POST /desk/tokens/:id/end": people,
};

const declared = routes.map(({ method, path }) => `${method} ${path}`);

test("every door of the pages has its routes, or stands here with the reason why it has none", () => {
  const known = new Set([...Object.keys(byProgram), ...Object.keys(byPeople)]);
  expect(doorList.filter((door) => !known.has(door))).toEqual([]);
  expect([...known].filter((door) => !(doorList as readonly string[]).includes(door))).toEqual([]);
  expect(Object.keys(byProgram).filter((door) => door in byPeople)).toEqual([]);
});

test("what stands for a door is in the table of routes", () => {
  const named = Object.values(byProgram).flat();
  expect(named.filter((one) => !declared.includes(one))).toEqual([]);
});

test("no route is there twice, and only these do what only commands do", () => {
  expect(new Set(declared).size).toBe(declared.length);
  const beyond = declared.filter((one) => !Object.values(byProgram).flat().includes(one));
  expect(beyond.toSorted()).toEqual([
    "GET /preview",
    "POST /entries/:id/correct",
    "POST /entries/:id/retract",
    "POST /posts/:id/reword",
    "POST /posts/:id/taken-down",
    "POST /sources/:name/release",
  ]);
});

test("a route asks for the right of the door that it stands for, where that is one door's", () => {
  const loose = Object.entries(byProgram).flatMap(([door, named]) =>
    named
      .filter((one) => one.startsWith("POST "))
      .map(
        (one) =>
          [
            door,
            one,
            doors[door as Door],
            routes.find((r) => `${r.method} ${r.path}` === one)?.right,
          ] as const,
      ),
  );
  expect(
    loose.filter(([, , door, route]) => door !== route && !(door === "write" && route === "approve")),
  ).toEqual([]);
});
