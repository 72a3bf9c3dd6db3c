import type { Delivery } from "../../src/model/delivery.ts";
import { startCarillon } from "./carillon.ts";
import { wireKills } from "./faults.ts";
import { say } from "./person.ts";
import { settingOf, type Stage } from "./play.ts";
import { randomOf, type Random } from "./random.ts";
import { calm, type Round } from "./round.ts";
import { rowsOf } from "./rows.ts";
import type { Scenario } from "./scenario.ts";
import { note } from "./wires.ts";

/** What a person wants of a post that is out. */
type Wish = readonly [words: string, ...more: string[]];

/** A person edits and retracts posts, and says so again whenever the process was killed on the way. What went wrong. */
export async function correct(scenario: Scenario, stage: Stage): Promise<readonly string[]> {
  const { world } = stage;
  const random = randomOf(scenario.seed).branch("corrections");
  const sent = (await rowsOf(world.ledger)).filter(({ state }) => state === "sent");
  const chosen = sent.filter(() => random.chance(0.3)).slice(0, 8);
  const wrong: string[] = [];
  for (const row of chosen)
    for (const wish of wishesFor(scenario, stage, row, random)) {
      await killed(stage, wish, random);
      const { code, out, err } = await say(world, ...wish);
      if (code !== 0 && !isDone(wish, `${out}${err}`)) wrong.push(`${wish.join(" ")}: ${err}${out}`);
    }
  return wrong;
}

/** Two edits one after the other, or one and a retraction. */
function wishesFor({ thread }: Scenario, { world }: Stage, row: Delivery, random: Random): readonly Wish[] {
  const { edits, removes } = world.network;
  const edit = (word: string): Wish => ["edit", row.id, "--text", `${row.post.text.trim()} ${word}`];
  const first: readonly Wish[] = edits
    ? [edit("first"), ...(random.chance(0.5) ? [edit("second")] : [])]
    : [];
  return removes && !thread && random.chance(0.5) ? [...first, ["retract", row.id]] : first;
}

/** Taken back already, by the process that was killed; or the network does not let it be done, and the person is told so. */
const isDone = ([verb]: Wish, said: string): boolean =>
  (verb === "retract" && said.includes("It is retracted")) || said.includes("Do it there by hand");

async function killed({ world, wires, log }: Stage, wish: Wish, random: Random): Promise<void> {
  const steps = ["before commit#1", "after commit#1", "in a transaction#1", "in a transaction#2"] as const;
  const round: Round = random.chance(0.5)
    ? { ...calm, wire: { kill: random.pick(wireKills), nth: random.between(1, 2) } }
    : { ...calm, step: random.pick(steps) };
  const running = startCarillon(settingOf(world, round), ...wish);
  wires.begin(round, () => running.kill(), true);
  if ((await running.ended).killed) note(log, "kill: correction");
  wires.begin(calm, () => undefined);
}
