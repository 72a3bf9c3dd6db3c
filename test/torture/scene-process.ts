import { startClock } from "./clock.ts";
import type { Scenario } from "./scenario.ts";
import { playScene } from "./scene.ts";

/** One scene in a process of its own, whose `Date` is the scene's clock: the servers live in it. */
const file = process.env["TORTURE_CLOCK"] ?? "";
process.once("message", (asked: { scenario: Scenario; ledger?: string }) => {
  const { scenario, ledger } = asked;
  const clock = startClock(file, Date.parse(scenario.start));
  playScene(scenario, clock, ledger).then(
    (report) => process.send?.(report, () => process.exit(0)),
    (error: unknown) => {
      console.error(error);
      process.exit(3);
    },
  );
});
process.on("disconnect", () => process.exit());
