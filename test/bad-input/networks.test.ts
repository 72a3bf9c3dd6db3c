import type { RequestListener, ServerResponse } from "node:http";
import { expect, it, onTestFinished } from "vitest";
import { startMastodon } from "../bench/mastodon.ts";
import { startWebhook } from "../bench/webhook.ts";
import { someCarillon } from "../fixtures/carillon.ts";
import { expectSentences, markdownBelfry, note, type Row, type Shown, someServer } from "./belfry.ts";

const secret = `whsec_${Buffer.alloc(32, 9).toString("base64")}`;
const token = "token-of-comms";

/** Runs out of patience after 2.5 seconds where it would after half a minute. */
const impatient = `--import=data:text/javascript,${encodeURIComponent(
  "const wait = setTimeout; globalThis.setTimeout = Object.assign((run, ms, ...rest) => wait(run, ms === 30_000 ? 2500 : ms, ...rest), wait);",
)}`;

const answering =
  (status: number, text: string, type = "application/json"): RequestListener =>
  (_request, response) =>
    void response.writeHead(status, { "content-type": type }).end(text);

/** As fast as it is taken, for ever. */
function pour(response: ServerResponse): void {
  const chunk = Buffer.alloc(65_536, " ");
  const more = (): void => {
    while (!response.destroyed && response.write(chunk));
  };
  response.writeHead(200).on("drain", more);
  more();
}

const unreachable = "http://127.0.0.1:4";

type Expected = readonly [state: string, reason: RegExp];

/** How a network answers everything, and what becomes of a post to it by way of each channel. */
const bad: Readonly<Record<string, { answer: RequestListener; status: Expected; event: Expected }>> = {
  page: {
    answer: answering(200, "<!doctype html><title>Welcome</title>", "text/html"),
    status: ["scheduled", /something that is not JSON\. Check `server` if that goes on\.$/],
    event: ["scheduled", /answered with a web page\. Check `server`: no webhook is there\.$/],
  },
  errorInside: {
    answer: answering(200, `{"error":"Not today.\\nTry tomorrow"}`),
    status: ["scheduled", /answered 200: Not today\. Try tomorrow\. Check `server`/],
    event: ["failed", /answered 200 with an error inside: Not today\..* Edit the post and retry\.$/],
  },
  nothing: {
    answer: answering(200, "{}"),
    status: ["scheduled", /something that is no account\. Check `server` if that goes on\.$/],
    event: ["sent", /^$/],
  },
  fault: {
    answer: answering(502, "<html>Bad gateway</html>", "text/html"),
    status: ["scheduled", /answered 502 without an explanation\.$/],
    event: ["sending", /answer was lost again: looking for the post later\.$/],
  },
  denial: {
    answer: answering(401, `{"error":"${token} is unknown"}`),
    status: ["scheduled", /\(token\) is unknown\. Make a new access token and put it into `accessToken`\.$/],
    event: ["scheduled", /answered 401\. Check `secret`/],
  },
  moved: {
    answer: (_request, response) => void response.writeHead(301, { location: "https://new.example/" }).end(),
    status: ["scheduled", /sends on to https:\/\/new\.example\/: write the address .* as `server`\.$/],
    event: ["scheduled", /sends on to https:\/\/new\.example\/: write that as `server`\.$/],
  },
  reset: {
    answer: (_request, response) => void response.destroy(),
    status: ["scheduled", /connection broke before an answer came \(UND_ERR_SOCKET\)\.$/],
    event: ["sending", /answer was lost again: looking for the post later\.$/],
  },
  flood: {
    answer: (_request, response) => pour(response),
    status: ["scheduled", /more than 20 MB came\)\.$/],
    event: ["sending", /answer was lost again: looking for the post later\.$/],
  },
  silence: {
    answer: () => undefined,
    status: ["scheduled", /^No answer came in time\.$/],
    event: ["sending", /answer was lost again: looking for the post later\.$/],
  },
};

it("a network that answers nonsense, errors or nothing holds up no other, and each post says how it is", async () => {
  const [mastodon, webhook] = await Promise.all([startMastodon(), startWebhook({ secret })]);
  onTestFinished(async () => void (await Promise.all([mastodon.close(), webhook.close()])));
  const places = { good: undefined, none: unreachable, ...(await serveAll()) };
  const names = Object.keys(places) as (keyof typeof places)[];
  const accounts = names.flatMap((name) => [
    `  ${name}Status: { channel: mastodon, server: "${places[name] ?? mastodon.url}", accessToken: "\${TOKEN}" }`,
    `  ${name}Event: { channel: webhook, server: "${places[name] ?? webhook.url}", secret: "\${HOOK}" }`,
  ]);
  const to = names.flatMap((name) => [`${name}Status`, `${name}Event`]);
  const carillon = someCarillon(
    `network: { allowPrivate: true }\n${markdownBelfry("")
      .replace("accounts:", `accounts:\n${accounts.join("\n")}`)
      .replace("to: [here]", `to: [here, ${to.join(", ")}]`)}`,
    { TOKEN: token, HOOK: secret, NODE_OPTIONS: impatient },
  );
  carillon.write("notes/back.md", note("The bell is back"));
  const said = await carillon.run("once");
  expect(said.code).toBe(1);
  expectSentences(said, token, secret);
  const log = await carillon.json<readonly Row[]>("log");
  expect(
    Object.fromEntries(log.map(({ account, state, reason }) => [account, [state, reason ?? ""]])),
  ).toEqual({
    here: ["sent", ""],
    goodStatus: ["sent", ""],
    goodEvent: ["sent", ""],
    noneStatus: ["scheduled", expect.stringMatching(/could not be reached \(ECONNREFUSED\): .*address/)],
    noneEvent: ["scheduled", expect.stringMatching(/could not be reached \(ECONNREFUSED\): .*address/)],
    ...Object.fromEntries(
      Object.entries(bad).flatMap(([name, { status, event }]) => [
        [`${name}Status`, [status[0], expect.stringMatching(status[1])]],
        [`${name}Event`, [event[0], expect.stringMatching(event[1])]],
      ]),
    ),
  });
  const lines = said.err.trimEnd().split("\n");
  const silent = log.filter(
    ({ account, state }) => state !== "sent" && !lines.some((line) => line.includes(account)),
  );
  expect(silent.map(({ account }) => account)).toEqual([]);
  const { accounts: waiting } = await carillon.json<Shown>("status");
  const parked = waiting.flatMap(({ name, parked: why }) => (why === null ? [] : [name]));
  expect(parked.toSorted()).toEqual([
    "denialEvent",
    "denialStatus",
    "movedEvent",
    "movedStatus",
    "pageEvent",
  ]);
  const tested = await carillon.run("accounts", "test", "noneStatus", "pageStatus", "nobody", "goodStatus");
  expectSentences(tested, token, secret);
  expect(tested).toMatchObject({ code: 1, out: expect.stringContaining("goodStatus: Works as") });
  expect(mastodon.seen("comms")).toHaveLength(1);
  expect(await webhook.world.visible()).toHaveLength(1);
});

async function serveAll(): Promise<Readonly<Record<string, string>>> {
  const served = Object.entries(bad).map(
    async ([name, { answer }]) => [name, await someServer(answer)] as const,
  );
  return Object.fromEntries(await Promise.all(served));
}

it("a network that fails in the middle of publishing is looked at again, and nothing is there twice", async () => {
  const [mastodon, webhook] = await Promise.all([startMastodon(), startWebhook({ secret })]);
  onTestFinished(async () => void (await Promise.all([mastodon.close(), webhook.close()])));
  const carillon = someCarillon(
    `network: { allowPrivate: true }\n${markdownBelfry("")
      .replace(
        "accounts:",
        `accounts:\n  bells: { channel: mastodon, server: "${mastodon.url}", accessToken: "\${TOKEN}" }\n  hook: { channel: webhook, server: "${webhook.url}", secret: "\${HOOK}" }`,
      )
      .replace("to: [here]", "to: [here, bells, hook]")}`,
    { TOKEN: token, HOOK: secret, NODE_OPTIONS: impatient },
  );
  await carillon.run("once");
  const mishaps = ["nonsense", "emptyError", "loseAnswer", "slow"] as const;
  for (const [index, mishap] of mishaps.entries()) {
    mastodon.misbehave(mishap);
    webhook.misbehave(mishap);
    carillon.write(`notes/${mishap}.md`, note(`Bell number ${index} (${mishap})`));
    expectSentences(await carillon.run("once"), token, secret);
  }
  const log = await carillon.json<readonly Row[]>("log");
  expect(log.map(({ state }) => state)).toEqual(mishaps.flatMap(() => ["sent", "sent", "sent"]));
  expect(mastodon.seen("comms")).toHaveLength(mishaps.length);
  expect(await webhook.world.visible()).toHaveLength(mishaps.length);
});
