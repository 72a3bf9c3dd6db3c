import { countables, type Allowance } from "../../model/allowance.ts";
import { type Check, demand, type Stage } from "./subject.ts";

/** What a channel makes of what answers say of limits. */
export const allowanceChecks: readonly Check[] = [
  {
    name: "takes nothing for a limit where an answer tells of none",
    needs: [],
    async run(stage) {
      demand(readAll(stage, {}).length === 0, "`left` found limits in an answer that tells of none.");
    },
  },
  {
    name: "reads whatever an answer says of limits without throwing",
    needs: [],
    async run(stage) {
      for (const value of [
        "",
        "soon",
        "-7",
        "1e999",
        "NaN",
        "{",
        '{"call_count":"x"}',
        "null",
        "[]",
        "9".repeat(40),
      ])
        for (const one of readAll(stage, everywhere(value))) checkOne(one);
    },
  },
];

/** Headers by which networks tell of limits. */
const prefixes = ["ratelimit", "x-ratelimit", "x-rate-limit", "x-app-limit-24hour", "x-user-limit-24hour"];
const others = [
  "ratelimit",
  "ratelimit-policy",
  "x-ratelimit-used",
  "x-app-usage",
  "x-business-use-case-usage",
];

const everywhere = (value: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [
      ...prefixes.flatMap((one) => ["limit", "remaining", "reset"].map((end) => `${one}-${end}`)),
      ...others,
    ].map((name) => [name, value]),
  );

function readAll({ channel }: Pick<Stage, "channel">, headers: Readonly<Record<string, string>>) {
  const at = new Date("2026-11-23T12:00:00Z");
  return ["GET", "POST", "DELETE"].flatMap(
    (method) => channel.left?.({ method, path: "/", headers: new Headers(headers), at }) ?? [],
  );
}

function checkOne({ name, what, left, of, until, each }: Allowance): void {
  const whole = [left, of ?? 0, each].every((one) => Number.isSafeInteger(one) && one >= 0);
  demand(
    whole && (of === null || left <= of),
    `\`left\` says that ${left} of ${of} are left, ${each} a post.`,
  );
  demand(name !== "" && countables.includes(what), "`left` does not say what is counted.");
  demand(until === null || new Date(until).toISOString() === until, `\`left\` says until ${until}.`);
}
