import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Row, runContract, type Subject } from "../../src/channel/contract.ts";
import { bell } from "../bench/io.ts";
import { type Prosody, startProsody, whyNoProsody } from "../bench/prosody.ts";
import { type Cut, startTcpProxy, type TcpProxy } from "../bench/tcp-proxy.ts";
import { impatient, io, settingsFor } from "../bench/xmpp-acts.ts";
import { openNode } from "../bench/xmpp-node.ts";
import { openRoom } from "../bench/xmpp-room.ts";

if (whyNoProsody !== undefined) console.log(`Skipped: ${whyNoProsody}`);

describe.skipIf(whyNoProsody !== undefined)("the contract of a channel", () => {
  let prosody: Prosody;
  let proxy: TcpProxy;
  beforeAll(async () => {
    prosody = await startProsody();
    proxy = await startTcpProxy(prosody.port, (text) => /<body|<publish/.test(text));
  });
  afterAll(async () => {
    await proxy.close();
    await prosody.close();
  });

  test("is kept in a room", async () => {
    const reader = await openRoom(prosody.port, "contract@rooms.localhost");
    const rows = await runContract(subjectOf(reader, { room: reader.room }));
    await reader.close();
    report("room", rows);
    expect(rows.filter((row) => row.outcome === "failed")).toEqual([]);
  }, 120_000);

  test("is kept on a microblog", async () => {
    const node = "urn:xmpp:microblog:0";
    const place = { kind: "node", who: "bells@localhost", service: "bells@localhost", node } as const;
    const reader = await openNode(prosody.port, place);
    const rows = await runContract(subjectOf(reader, { node }));
    await reader.close();
    report("microblog", rows);
    expect(rows.filter((row) => row.outcome === "failed")).toEqual([]);
  }, 120_000);

  function subjectOf(
    { visible }: Pick<Subject["world"] & {}, "visible">,
    place: Subject["settings"] & {},
  ): Subject {
    return {
      channel: impatient,
      settings: settingsFor(proxy.port, place),
      io,
      media: bell,
      world: {
        visible,
        faults: ["loseAnswer", "reset", "slow"],
        misbehave: (fault) => proxy.arm(fault as Cut | "none"),
      },
    };
  }
});

function report(place: string, rows: readonly Row[]): void {
  const count = (outcome: Row["outcome"]): number => rows.filter((row) => row.outcome === outcome).length;
  console.log(`${place}: ${count("passed")} passed, ${count("skipped")} skipped, ${count("failed")} failed`);
  for (const { name, reason } of rows.filter((row) => row.outcome === "skipped"))
    console.log(`  ${name}: ${reason}`);
}
