import type { Outcome } from "../app/decisions.ts";
import type { ChannelRow } from "../web/team/channels.ts";
import { answer, answerJson, paint, table } from "./output.ts";
import type { Remote } from "./remote.ts";

/** The accounts of a service that runs elsewhere, a line each; `online`: it signs in to each first. */
export async function listThere(remote: Remote, isJson: boolean, online: boolean): Promise<boolean> {
  const before = (await remote.get("/channels")) as readonly ChannelRow[];
  const tests = online
    ? await testThere(
        remote,
        before.filter(({ hand, health }) => hand === null && health !== "hand").map(({ name }) => name),
      )
    : [];
  const rows = online ? ((await remote.get("/channels")) as readonly ChannelRow[]) : before;
  if (isJson) answerJson(rows);
  else answer(rows.length === 0 ? "There are no accounts." : table(rows.map((row) => lineOf(row, tests))));
  return tests.every(({ done }) => done);
}

function lineOf(
  { name, label, who, health, reason, works }: ChannelRow,
  tests: readonly Outcome[],
): string[] {
  const failed = tests.find(({ id, done }) => id === name && !done)?.text ?? reason;
  const words = [who ?? "", failed === null ? health : paint("red", failed), works].filter(
    (one) => one !== "",
  );
  return [name, label, words.join("; ")];
}

/** Signs in to each where the service runs, and says who we are there. */
export async function testThere(remote: Remote, names: readonly string[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const id of names) {
    const { done, lines } = await remote.post(`/channels/${encodeURIComponent(id)}/test`, {});
    outcomes.push({ id, done, text: lines.join(" ") });
  }
  return outcomes;
}
