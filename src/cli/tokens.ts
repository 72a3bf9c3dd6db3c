import type { TokenView } from "../web/team/api-tokens.ts";
import { CommandError, voiceHere, whoami, withApp, type Common } from "./context.ts";
import { answer, answerJson, table } from "./output.ts";

interface Options extends Common {
  readonly as?: string;
  readonly may?: string;
  readonly days?: string;
}

const problems = {
  name: "A token's name is 1 to 40 letters, digits, dots, dashes and underscores, and begins with a letter or digit.",
  taken: "There is a token of that name: `carillon tokens end NAME` ends it.",
  rights: "--may takes see, write, approve and operate, with commas between them.",
  days: "--days takes a whole number from 1 to 730.",
};

/** Makes a token for a program, and prints it: it is shown only now. */
export async function make(name: string, options: Options): Promise<boolean> {
  const rights = (options.may ?? "").split(",").map((right) => right.trim());
  return withApp(options, async (app) => {
    const { makeToken } = await import("../app/team/api-tokens.ts");
    const wish = { name, rights, days: Number(options.days) };
    const made = await makeToken(app, wish, whoami(options), voiceHere(options));
    if ("problem" in made) throw new CommandError(problems[made.problem]);
    const { token, secret } = made;
    if (options.json) answerJson({ ...token, secret });
    else
      answer(
        `${secret}\nMay ${token.rights.join(", ")} until ${token.until.slice(0, 10)}. It is shown only now.`,
      );
    return true;
  });
}

/** The tokens that were made, a line each. */
export async function list(options: Options): Promise<boolean> {
  return withApp(options, async (app) => {
    const { apiTokensOf } = await import("../app/team/api-tokens.ts");
    const tokens = await apiTokensOf(app).all();
    if (options.json) answerJson(tokens);
    else
      answer(
        tokens.length === 0 ? "There is no token yet: `carillon tokens make NAME`." : table(tokens.map(row)),
      );
    return true;
  });
}

const dayOf = (time: string): string => time.slice(0, 10);

const row = ({ name, rights, madeBy, until, usedAt, endedAt }: TokenView): readonly string[] => [
  name,
  rights.join(","),
  endedAt === null ? `until ${dayOf(until)}` : `ended ${dayOf(endedAt)}`,
  usedAt === null ? "never used" : `used ${dayOf(usedAt)}`,
  `made by ${madeBy}`,
];

/** Ends tokens by name, at once. */
export async function end(names: readonly string[], options: Options): Promise<boolean> {
  return withApp(options, async (app) => {
    const { endToken } = await import("../app/team/api-tokens.ts");
    for (const name of names) {
      const ended = await endToken(app, name, whoami(options));
      if (ended === undefined) throw new CommandError(`There is no token ${name} that can be used.`);
      if (!options.json) answer(`${ended.name}: ended.`);
    }
    if (options.json) answerJson(await app.ledger.apiTokens.all());
    return true;
  });
}
