/** `name#3`: what happens the third time that the step of that name is reached: SIGKILL, or SIGSTOP for `name#3#stop`. */
const [wanted = "", nth = "1", act = "kill"] = (process.env["TORTURE_STEP"] ?? "").split("#");
let left = Number(nth);

export const steps = [
  "before claim",
  "after claim",
  "preparing",
  "during prepare",
  "prepared",
  "before arm",
  "armed",
  "publishing",
  "answered",
  "before record",
  "recorded",
  "before failure",
  "after failure",
  "looking",
  "looked",
  "in a transaction",
  "before commit",
  "after commit",
  "before renewal",
  "during renewal",
  "after renewal",
] as const;

export type Step = (typeof steps)[number];

/** The process says that it has come this far. */
export function reach(step: Step): void {
  if (step !== wanted || --left !== 0) return;
  process.kill(process.pid, act === "stop" ? "SIGSTOP" : "SIGKILL");
}
