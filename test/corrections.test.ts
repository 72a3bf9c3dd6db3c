import { once } from "node:events";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { correctionJson } from "../src/app/corrections.ts";
import type { deliveryJson } from "../src/app/status.ts";
import { startMastodon } from "./bench/mastodon.ts";
import { someCarillon } from "./fixtures/carillon.ts";
import { feedOf } from "./fixtures/correcting.ts";
import { someDocument } from "./fixtures/replay.ts";

type Row = ReturnType<typeof deliveryJson>;
type Open = ReturnType<typeof correctionJson>;

const right = feedOf({ title: "The Bell Gazette" }, new Date());

/** A team whose post went out with a wrong title, and whose entry says it right by now. */
async function someMistake() {
  const [mastodon, feed] = await Promise.all([startMastodon({}), someDocument(feedOf(null))]);
  onTestFinished(() => mastodon.close());
  const carillon = someCarillon(
    `site: { name: The Belfry, url: http://localhost:4747, timezone: Europe/Berlin }
ledger: ./ledger.db
network: { allowPrivate: true }
sources:
  gazette: { feed: "${feed.url}" }
accounts:
  bells: { channel: mastodon, server: "${mastodon.url}", accessToken: "\${TOKEN}" }
campaigns:
  gazette:
    source: gazette
    steps:
      announcement: { to: [bells], at: now }
`,
    { TOKEN: mastodon.tokenOf("comms") },
  );
  await carillon.prepare();
  feed.set(feedOf({}, new Date()));
  await carillon.prepare();
  feed.set(right);
  await carillon.prepare();
  const [row] = await carillon.json<readonly Row[]>("log");
  const titles = () => mastodon.seen("comms").map(({ text }) => text.split("\n")[0]);
  return { mastodon, carillon, id: row!.id, entry: row!.entry, titles };
}

it("the difference is shown, and what can be done about it", async () => {
  const { carillon, id, entry } = await someMistake();
  const status = await carillon.run("status");
  expect(status.out).toContain(`offered ${id} bells announcement: title: The Bell Gazete → The Bell Gazette`);
  expect(status.out).toContain(`carillon correct ${id}  (edit; --by reply, replace, leave)`);
  const shown = await carillon.run("corrections", entry);
  expect(shown.out).toContain("The Bell [-Gazete-] {+Gazette+}");
  const [open] = await carillon.json<readonly Open[]>("corrections");
  expect(open).toMatchObject({
    delivery: id,
    state: "offered",
    best: "edit",
    changes: [{ what: "title", before: "The Bell Gazete", after: "The Bell Gazette" }],
  });
  expect((await carillon.run("correct", id, "--by", "magic")).err).toContain(
    "--by takes edit, reply, replace or leave, not magic.",
  );
});

describe("kill -9 between an act and its record", () => {
  it("leaves an edit that is made once more, to the same words", async () => {
    const { carillon, mastodon, id, titles } = await someMistake();
    mastodon.misbehave("slow", "write");
    await killedWhen(carillon.begin("correct", id, "--as", "anna"), () =>
      expect(titles()).toEqual(["The Bell Gazette"]),
    );
    expect((await carillon.json<readonly Open[]>("corrections"))[0]).toMatchObject({
      state: "doing",
      by: "edit",
      who: "anna",
    });
    expect((await carillon.run("once")).out).toContain("edited bells announcement");
    expect(titles()).toEqual(["The Bell Gazette"]);
    expect(await carillon.json("corrections")).toEqual([]);
  });

  it("leaves neither none nor two of a post that is replaced", async () => {
    const { carillon, mastodon, id, titles } = await someMistake();
    mastodon.misbehave("slow", "write");
    await killedWhen(carillon.begin("correct", id, "--by", "replace"), () => expect(titles()).toEqual([]));
    await carillon.run("once");
    expect(titles()).toEqual(["The Bell Gazette"]);
    await carillon.run("once");
    expect(titles()).toEqual(["The Bell Gazette"]);
  });

  it("leaves a retraction that ends as one", async () => {
    const { carillon, mastodon, entry, titles } = await someMistake();
    mastodon.misbehave("slow", "write");
    await killedWhen(carillon.begin("retract", entry), () => expect(titles()).toEqual([]));
    const again = await carillon.run("retract", entry);
    expect(again).toMatchObject({ code: 0 });
    expect((await carillon.json<readonly Row[]>("log")).map(({ state }) => state)).toEqual(["retracted"]);
  });
});

it("beside a running service one of the two does it, and the person is told", async () => {
  const { carillon, mastodon, id, titles } = await someMistake();
  const service = carillon.begin("start", "--role", "worker");
  onTestFinished(() => void service.kill("SIGKILL"));
  await once(service.stdout!, "data");
  const said = await carillon.run("correct", id);
  expect(said).toMatchObject({ code: 0, out: `${id}: Changed on the network.\n` });
  expect(titles()).toEqual(["The Bell Gazette"]);
  expect(mastodon.requests.filter((one) => one.startsWith("PUT"))).toHaveLength(1);
});

async function killedWhen(
  child: ReturnType<Awaited<ReturnType<typeof someMistake>>["carillon"]["begin"]>,
  seen: () => void,
) {
  await vi.waitFor(seen, { timeout: 30_000, interval: 10 });
  child.kill("SIGKILL");
  await once(child, "exit");
}
