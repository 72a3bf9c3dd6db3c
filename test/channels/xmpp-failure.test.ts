import { describe, expect, test } from "vitest";
import { classify, SilenceError, StanzaError } from "../../channels/xmpp/failure.ts";
import type { Verb } from "../../channels/xmpp/conditions.ts";

const act = (verb: Verb) => ({ verb, who: "bells@example.org", where: "hall@rooms.example.org" });
const answer = (verb: Verb, condition: string, type = "cancel", text = "") =>
  classify(new StanzaError(act(verb), { condition, type, text }));

describe("an error that a room or node answers with", () => {
  test.each([
    ["speak", "forbidden", "auth", "unauthorised"],
    ["speak", "not-acceptable", "modify", "down"],
    ["speak", "policy-violation", "modify", "refused"],
    ["speak", "resource-constraint", "wait", "busy"],
    ["speak", "remote-server-not-found", "cancel", "down"],
    ["speak", "remote-server-timeout", "wait", "lost"],
    ["speak", "internal-server-error", "cancel", "lost"],
    ["speak", "bad-request", "modify", "refused"],
    ["speak", "undefined-condition", "wait", "busy"],
    ["speak", "undefined-condition", "auth", "unauthorised"],
    ["join", "registration-required", "auth", "unauthorised"],
    ["join", "service-unavailable", "wait", "busy"],
    ["look", "remote-server-timeout", "wait", "down"],
    ["publish", "conflict", "cancel", "unauthorised"],
    ["publish", "item-not-found", "cancel", "down"],
    ["publish", "internal-server-error", "cancel", "lost"],
  ] as const)("to %s: %s, %s, is %s", (verb, condition, type, kind) => {
    expect(answer(verb, condition, type)).toMatchObject({ kind });
  });

  test("is passed on with what the server said, where there are no better words", () => {
    expect(answer("speak", "policy-violation", "modify", "No links here")).toEqual({
      kind: "refused",
      reason:
        "hall@rooms.example.org answered bells@example.org with the error policy-violation: No links here.",
    });
  });
});

describe("silence", () => {
  test("after a post was sent means that it may be live", () => {
    expect(classify(new SilenceError(act("speak"), "no answer came within 20 s"))).toEqual({
      kind: "lost",
      reason: "hall@rooms.example.org: no answer came within 20 s; the post may be live.",
    });
  });

  test("after anything else means that nothing was sent", () => {
    expect(classify(new SilenceError(act("join"), "no answer came within 20 s"))).toMatchObject({
      kind: "down",
      reason: expect.stringContaining("nothing was sent") as string,
    });
  });
});
