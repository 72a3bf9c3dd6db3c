import { describe, expect, it } from "vitest";
import { calls, type Delivery } from "../../src/model/delivery.ts";
import { alarmsOf } from "../../src/watch/alarms.ts";
import type { World } from "../../src/watch/world.ts";
import { someDelivery, someSourceState, someWorld } from "../fixtures/alarms.ts";

const at = (time: string): Date => new Date(`2026-03-${time}Z`);
const keysOf = (world: Partial<World>, now = at("10T15:00:00")): readonly string[] =>
  alarmsOf(someWorld(world), now).map(({ key }) => key);
const keysOfPost = (changes: Partial<Delivery>, time: string): readonly string[] =>
  keysOf({ deliveries: [someDelivery(changes)] }, at(time));

it("where all is well there is nothing to say", () => {
  expect(alarmsOf(someWorld(), at("10T12:00:00"))).toEqual([]);
});

describe("a post", () => {
  it("is late an hour after its time, and not a minute before", () => {
    expect(keysOfPost({}, "10T12:59:59")).toEqual([]);
    expect(keysOfPost({}, "10T13:00:00")).toEqual(["late:d1"]);
    expect(keysOfPost({ state: "sending" }, "10T13:00:00")).toEqual(["late:d1"]);
  });

  it("is late when its campaign says so", () => {
    const world = (seconds: number) => ({
      deliveries: [someDelivery()],
      patience: new Map([["newsletter", seconds]]),
    });
    expect(keysOf(world(600), at("10T12:10:00"))).toEqual(["late:d1"]);
    expect(keysOf(world(7 * 86_400), at("16T00:00:00"))).toEqual([]);
  });

  it("is late by its first time, however often it was put off", () => {
    const deliveries = [
      someDelivery({ dueAt: "2026-03-11T00:00:00.000Z", reason: "The server does not answer." }),
    ];
    const [alarm] = alarmsOf(someWorld({ deliveries }), at("10T13:00:00"));
    expect(alarm).toMatchObject({
      text: "The post d1 to bells is late: The server does not answer.",
      since: "2026-03-10T12:00:00.000Z",
    });
    expect(alarm?.mend).toContain("`carillon retry d1`");
  });

  it("that was agreed to after its time is late an hour after that", () => {
    const approvals = [{ by: "anna", at: "2026-03-10T14:30:00.000Z" }];
    expect(keysOfPost({ approvals }, "10T15:00:00")).toEqual([]);
    expect(keysOfPost({ approvals }, "10T15:30:00")).toEqual(["late:d1"]);
  });

  it("that nobody agreed to rings at its time, but not within an hour of the last touch", () => {
    const draft = { state: "draft", approvalsNeeded: 2 } as const;
    expect(keysOfPost(draft, "10T11:59:59")).toEqual([]);
    expect(keysOfPost(draft, "10T12:00:00")).toEqual(["draft:d1"]);
    const touched = { ...draft, changedAt: "2026-03-10T11:45:00.000Z" };
    expect(keysOfPost(touched, "10T12:44:59")).toEqual([]);
    expect(keysOfPost(touched, "10T12:45:00")).toEqual(["draft:d1"]);
  });

  it("that is held rings at its time; one that was held at its time rings at once", () => {
    expect(keysOfPost({ state: "held", reason: "Held by anna." }, "10T11:00:00")).toEqual([]);
    expect(keysOfPost({ state: "held", reason: "Held by anna." }, "10T12:00:00")).toEqual(["held:d1"]);
    const heldAt = "2026-03-10T12:00:01.000Z";
    const attempts = [{ at: heldAt, outcome: "held", reason: "The budget is used up." }] as const;
    expect(keysOfPost({ state: "held", attempts, changedAt: heldAt }, "10T12:00:02")).toEqual(["held:d1"]);
  });

  it.each(["failed", "unsure"] as const)("that is %s rings at once", (state) => {
    const attempts = [{ at: "2026-03-10T12:00:05.000Z", outcome: "lost", reason: "Lost." }] as const;
    expect(keysOfPost({ state, attempts }, "10T12:00:04")).toEqual([]);
    expect(keysOfPost({ state, attempts }, "10T12:00:05")).toEqual([`${state}:d1`]);
  });

  it("that somebody posts by hand rings an hour after the call", () => {
    const attempts = [{ at: "2026-03-10T12:20:00.000Z", outcome: "handed", reason: null }] as const;
    expect(keysOfPost({ state: "handed", attempts }, "10T13:19:00")).toEqual([]);
    expect(keysOfPost({ state: "handed", attempts }, "10T13:20:00")).toEqual(["handed:d1"]);
  });

  it("that is a part of a thread does not ring for what waits for the part before", () => {
    const parts = [1, 2, 3].map((part) => someDelivery({ id: `d${part}`, part, parts: 3 }));
    expect(keysOf({ deliveries: parts })).toEqual(["late:d1"]);
    expect(keysOf({ deliveries: parts.slice(1) })).toEqual(["late:d2"]);
  });

  it("is never quoted, and one that has ended well is not spoken of", () => {
    const states = ["draft", "scheduled", "sending", "handed", "failed", "unsure", "held"] as const;
    const deliveries = states.map((state, index) =>
      someDelivery({ state, id: `d${index}`, account: `a${index}` }),
    );
    const alarms = alarmsOf(someWorld({ deliveries }), at("12T00:00:00"));
    expect(alarms).toHaveLength(states.length);
    expect(JSON.stringify(alarms)).not.toContain("SECRET WORDS");
    expect(keysOfPost({ state: "sent" }, "12T00:00:00")).toEqual([]);
    expect(keysOfPost({ state: "cancelled" }, "12T00:00:00")).toEqual([]);
  });
});

it("messages that do not get through ring once an account, and are not told by another message", () => {
  const call = { campaign: calls, account: "hook", reason: "The server is down." };
  const deliveries = [
    someDelivery({ ...call, id: "c1" }),
    someDelivery({ ...call, id: "c2", state: "failed" }),
    someDelivery({ ...call, id: "c3", account: "room" }),
  ];
  expect(keysOf({ deliveries }, at("10T12:59:00"))).toEqual(["calls:hook"]);
  const [hook, room] = alarmsOf(someWorld({ deliveries }), at("10T13:00:00"));
  expect(hook).toMatchObject({
    key: "calls:hook",
    silent: true,
    text: "What people should hear through hook does not get there: The server is down.",
    mend: expect.stringContaining("`carillon retry c1 c2`"),
  });
  expect(room).toMatchObject({ key: "calls:room", silent: true });
});

describe("a source", () => {
  const noon = "2026-03-10T12:00:00.000Z";
  const failing = { polledAt: noon, failures: 9, reason: "The server answered 500." };

  it("rings when it has not answered for a day", () => {
    const sources = [someSourceState({ ...failing, answeredAt: noon })];
    expect(keysOf({ sources }, at("11T11:59:59"))).toEqual([]);
    expect(keysOf({ sources }, at("11T12:00:00"))).toEqual(["source:gazette"]);
  });

  it("that is asked once a week does not ring while it answers", () => {
    expect(
      keysOf({ sources: [someSourceState({ polledAt: noon, answeredAt: noon })] }, at("16T00:00:00")),
    ).toEqual([]);
  });

  it("that has never answered rings at its third failure", () => {
    const source = (failures: number) => [someSourceState({ ...failing, failures })];
    expect(keysOf({ sources: source(2) })).toEqual([]);
    expect(keysOf({ sources: source(3) })).toEqual(["source:gazette"]);
    expect(keysOf({ sources: [someSourceState()] })).toEqual([]);
  });
});

describe("an expected entry", () => {
  const expected = {
    campaign: "newsletter",
    source: "gazette",
    at: "2026-03-07T23:00:00.000Z",
    by: "2026-03-07T22:59:00.000Z",
    came: false,
  };

  it.each([
    ["Europe/Berlin", "Sat 7 Mar, 23:59 Berlin"],
    ["America/New_York", "Sat 7 Mar, 17:59 New York"],
    ["Asia/Kolkata", "Sun 8 Mar, 04:29 Kolkata"],
  ])("that has not come is told in the site's zone, %s", (zone, moment) => {
    const [alarm] = alarmsOf(someWorld({ zone, expected: [expected] }), at("08T00:00:00"));
    expect(alarm).toMatchObject({
      key: "missing:newsletter:2026-03-07T23:00:00.000Z",
      text: `No new entry of gazette has come, and newsletter expected one by ${moment}.`,
    });
  });

  it("that came is nothing to say", () => {
    expect(keysOf({ expected: [{ ...expected, came: true }] })).toEqual([]);
  });
});

it("entries that wait for a person ring together, a source once", () => {
  const held = { source: "gazette", since: "2026-03-10T12:00:00.000Z", id: "e9", reason: "The brake is 10." };
  const [one] = alarmsOf(someWorld({ doubtful: [{ ...held, many: 1, title: "March" }] }), at("10T15:00:00"));
  const [many] = alarmsOf(someWorld({ doubtful: [{ ...held, many: 60, title: "" }] }), at("10T15:00:00"));
  expect(one).toMatchObject({ key: "entry:gazette", text: expect.stringContaining("“March” of gazette") });
  expect(one?.mend).toContain("`carillon release e9`");
  expect(many).toMatchObject({
    key: "entry:gazette",
    text: "60 entries of gazette wait for a person: The brake is 10.",
  });
  expect(many?.mend).toContain("`carillon release gazette`");
});

describe("an account", () => {
  const parked = (name: string) => ({
    name,
    parked: "The token was revoked.",
    busyUntil: null,
    limits: null,
    profile: null,
    expiresAt: null,
  });

  it("that cannot post rings; the alarm account itself does so without a message", () => {
    const alarms = alarmsOf(someWorld({ accounts: [parked("bells"), parked("hook")] }), at("10T15:00:00"));
    expect(alarms.map(({ key, silent }) => [key, silent])).toEqual([
      ["parked:bells", false],
      ["parked:hook", true],
    ]);
    expect(alarms[0]).toMatchObject({
      text: "The account bells cannot post: The token was revoked.",
      mend: expect.stringContaining("`carillon accounts test bells`"),
    });
  });

  it("whose sign-in will end is a warning, after the alarms, and an alarm of its own once it has ended", () => {
    const ending = {
      account: "bells",
      until: "2026-03-20T00:00:00.000Z",
      fact: "It ends",
      mend: "run it",
      planned: "",
    };
    const endings = [
      { ...ending, kind: "ending" },
      { ...ending, account: "old", kind: "ended" },
    ] as const;
    expect(alarmsOf(someWorld({ endings }), at("10T15:00:00"))).toMatchObject([
      { key: "ended:old", severity: "alarm", since: ending.until, text: "It ends.", mend: "Run it." },
      { key: "ending:bells", severity: "warning", since: null },
    ]);
  });

  it("for alarms that cannot be used is spoken of where it can be", () => {
    const voice = { account: "here", problem: "what here posts is public on this site" };
    expect(alarmsOf(someWorld({ voice }), at("10T15:00:00"))).toMatchObject([
      {
        key: "voice:here",
        silent: true,
        text: "Nobody is told of alarms: what here posts is public on this site.",
      },
    ]);
  });

  it("that was left out of the configuration rings", () => {
    const problem = { path: "accounts.x.token", line: 7, problem: "It is not set.", mend: "Set it." };
    expect(alarmsOf(someWorld({ problems: [problem] }), at("10T15:00:00"))).toMatchObject([
      {
        key: "configuration:accounts.x.token",
        text: expect.stringContaining("accounts.x.token (line 7): It is not set."),
      },
    ]);
  });
});

describe("the machine", () => {
  const worker = {
    name: "belfry:7:aa",
    startedAt: "2026-03-01T00:00:00.000Z",
    beatenAt: "2026-03-10T15:00:00.000Z",
  };

  it("rings when a worker has been silent for five minutes", () => {
    expect(keysOf({ workers: [worker] }, at("10T15:04:59"))).toEqual([]);
    expect(keysOf({ workers: [worker] }, at("10T15:05:00"))).toEqual(["worker:belfry:7:aa"]);
  });

  it("rings when its clock went back, but for the little that any clock does", () => {
    expect(keysOf({ workers: [worker] }, at("10T14:56:00"))).toEqual([]);
    expect(keysOf({ workers: [worker] }, at("10T14:00:00"))).toEqual(["clock:back"]);
    expect(keysOf({ sources: [someSourceState({ polledAt: worker.beatenAt })] }, at("10T14:00:00"))).toEqual([
      "clock:back",
    ]);
  });

  it("rings when the disk is nearly full, and until there is room again", () => {
    expect(keysOf({ space: 100_000_000 })).toEqual([]);
    expect(keysOf({ space: 99_999_999 })).toEqual(["disk:full"]);
    expect(keysOf({ space: 150_000_000, held: new Set(["disk:full"]) })).toEqual(["disk:full"]);
    expect(keysOf({ space: 200_000_000, held: new Set(["disk:full"]) })).toEqual([]);
    expect(keysOf({ space: null })).toEqual([]);
  });
});
