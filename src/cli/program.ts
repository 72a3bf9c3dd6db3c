import { Command, CommanderError } from "commander";
import { complain, endWithReader } from "./output.ts";

/** Runs the command line; the exit code: 0 done, 1 something failed or needs a person, 2 the call was wrong. */
export async function run(argv: readonly string[]): Promise<number> {
  endWithReader();
  let good = true;
  const keep = async (result: Promise<boolean>): Promise<void> => {
    good = (await result) && good;
  };
  try {
    await programOf(keep).parseAsync([...argv]);
    return good ? 0 : 1;
  } catch (error) {
    return explain(error);
  }
}

/** Errors that are sentences for the person at the terminal. */
const sentences = new Set(["CommandError", "LedgerError", "DumpError", "ChannelError"]);

function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Error && sentences.has(error.name)) complain(error.message);
  else
    complain(
      `Something went wrong that Carillon did not foresee: ${firstLine(error)}. Set CARILLON_DEBUG=1 for details, and please report it.`,
    );
  if (process.env.CARILLON_DEBUG) console.error(error);
  return 1;
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";

type Keep = (result: Promise<boolean>) => Promise<void>;

function programOf(keep: Keep): Command {
  const program = new Command("carillon")
    .description("Turns one newsletter into the right post on every network, once.")
    .exitOverride()
    .configureOutput({
      outputError: (text) => complain(`${oneLine(text)} Try carillon --help.`),
    })
    .addHelpText("after", help);
  addRunning(program, keep);
  addLooking(program, keep);
  addDeciding(program, keep);
  addCorrecting(program, keep);
  addKeeping(program, keep);
  return program;
}

/** “unknown command 'onec'. Did you mean once?” */
function oneLine(text: string): string {
  const [problem = "", hint = ""] = text
    .trim()
    .replace(/^error: /, "")
    .split("\n");
  return `${problem.replace(/\.?$/, ".")}${hint.replace(/^\((.*)\)$/, " $1")}`;
}

const help = `
A first look:
  carillon preview newsletter.md      every post as it would be; sends nothing
  carillon check                      what is wrong with the configuration, all at once
  carillon once                       read, plan, send what is due, and end: for cron
  carillon status                     what needs a person, what goes out next

Every command takes --config FILE after its name (else $CARILLON_CONFIG, else config/carillon.yaml).`;

/** Options that every command has. */
const command = (program: Command, name: string, description: string): Command =>
  program.command(name).description(description).option("-c, --config <file>", "the configuration");

const withJson = (one: Command): Command => one.option("--json", "the answer as JSON");

function addRunning(program: Command, keep: Keep): void {
  command(program, "start", "Runs the service: reads sources, sends what is due, serves the site's pages.")
    .option("--role <role>", "all, web or worker", "all")
    .action(async (options) => keep((await import("./start.ts")).start(options)));
  withJson(command(program, "once", "Reads, plans, sends what is due, and ends: for cron and CI."))
    .option("--now <time>", "as if it were then, for replays")
    .action(async (options) => keep((await import("./once.ts")).once(options)));
}

function addLooking(program: Command, keep: Keep): void {
  withJson(
    command(program, "check", "Checks the configuration and the templates; with --online the accounts too."),
  )
    .option("--online", "sign in to every account")
    .option(
      "--ledger [file]",
      "instead, whether the ledger (or a copy of it) is whole and agrees with itself",
    )
    .action(async ({ ledger, ...options }) =>
      keep(
        ledger === undefined
          ? (await import("./check.ts")).check(options)
          : (await import("./check-ledger.ts")).checkLedger(ledger, options),
      ),
    );
  withJson(
    command(
      program,
      "read [what...]",
      "Shows what is understood of sources, files or addresses; stores nothing.",
    ),
  ).action(async (what, options) => keep((await import("./read.ts")).read(what, options)));
  withJson(
    command(
      program,
      "preview [what]",
      "Shows every post as it would be, of an entry, a file or an address; sends nothing.",
    ),
  )
    .option("--account <name>", "only this account")
    .action(async (what, options) => keep((await import("./preview.ts")).preview(what, options)));
  withJson(
    command(
      program,
      "status",
      "Shows alarms, what needs a person, what goes out next, and how the sources are.",
    ),
  )
    .option("--now <time>", "as if it were then")
    .action(async (options) => keep((await import("./status.ts")).showStatus(options)));
  withJson(command(program, "log", "Shows the ledger: what was sent where, and who decided what."))
    .option("--account <name>", "only this account")
    .option("--entry <id>", "only this entry")
    .option("--state <state>", "only this state")
    .option("--decisions", "what people decided instead")
    .option("--limit <n>", "at most so many", "100")
    .action(async (options) => keep((await import("./log.ts")).log(options)));
}

const decisions = {
  approve: "Agrees to a draft; with enough voices it is scheduled.",
  edit: "Changes the words of a post; of a live one where the network allows it.",
  hold: "Keeps a post back until somebody releases it.",
  release: "Lets a held post or entry go; a source's name stands for all that is held of it.",
  move: "Gives a post another time, which the plan leaves alone.",
  cancel: "Takes a post or a held entry out of the plan.",
  retry: "Tries again at once what failed or waits.",
  resolve: "Says of a post that is unsure, or that was posted by hand, whether and where it is there.",
} as const;

function addDeciding(program: Command, keep: Keep): void {
  for (const [name, description] of Object.entries(decisions)) {
    const one = withJson(command(program, `${name} <id...>`, description)).option(
      "--as <person>",
      "who decides; else $CARILLON_USER or the login name",
    );
    if (name === "edit") one.option("--text <text>", "the new words; else standard input");
    if (name === "move")
      one.requiredOption(
        "--to <time>",
        "2026-12-24 10:00 or 10:00 by the account's clock, or in full, 2026-12-24T10:00:00Z; plan gives it back to the plan",
      );
    if (name === "resolve")
      one
        .option("--permalink <url>", "it is there")
        .option("--again", "it is not there: send it again")
        .option("--unchecked", "do not look whether that page is there");
    one.action(async (ids, options) =>
      keep((await import("./decide.ts")).decide(name as keyof typeof decisions, ids, options)),
    );
  }
}

function addCorrecting(program: Command, keep: Keep): void {
  const who = ["--as <person>", "who decides; else $CARILLON_USER or the login name"] as const;
  withJson(
    command(
      program,
      "corrections [id]",
      "Shows what changed after it was posted, word by word, and what can be done about it; of an entry, a post, or all.",
    ),
  ).action(async (id, options) => keep((await import("./corrections.ts")).showCorrections(id, options)));
  withJson(
    command(
      program,
      "correct <id...>",
      "Puts posts right whose entry changed; an entry's id stands for all its posts.",
    ),
  )
    .option("--by <way>", "edit, reply, replace or leave; else the best that each network can")
    .option(...who)
    .addHelpText("after", correctHelp)
    .action(async (ids, options) => keep((await import("./corrections.ts")).correctPosts(ids, options)));
  withJson(
    command(
      program,
      "retract <id...>",
      "Takes posts back where their networks allow it, and names the rest; an entry's id stands for all its posts, also those that wait.",
    ),
  )
    .option("--by-hand", "somebody took it down there: only write that down")
    .option(...who)
    .action(async (ids, options) => keep((await import("./corrections.ts")).retractPosts(ids, options)));
}

const correctHelp = `
Ways, the best first:
  edit      the post gets its new words, and keeps its place, its replies and its likes
  reply     a note below the post says what was wrong (templates/correction.hbs)
  replace   the post is taken down, with its replies and likes; then it is posted anew
  leave     nothing is done; it is offered again only if the entry changes again
Without --by each post gets the first of edit, reply and replace that its network can.`;

function addKeeping(program: Command, keep: Keep): void {
  const accounts = program.command("accounts").description("Looks after accounts.");
  withJson(
    command(
      accounts,
      "list",
      "Shows the accounts: who we are there, what works, what is missing, until when.",
    ),
  )
    .option("--online", "sign in to every account first")
    .action(async (options) => keep((await import("./accounts.ts")).list(options)));
  withJson(
    command(
      accounts,
      "test <name...>",
      "Signs in and says who we are there; an account that was parked goes on.",
    ),
  ).action(async (names, options) => keep((await import("./accounts.ts")).test(names, options)));
  addSigningIn(accounts, keep);
  addPeople(program, keep);
  const channel = program.command("channel").description("Looks after channels.");
  withJson(
    command(channel, "check <package>", "Runs the shared contract's checks against a channel."),
  ).action(async (name, options) => keep((await import("./channel-check.ts")).channelCheck(name, options)));
  addCopying(program, keep);
}

function addPeople(program: Command, keep: Keep): void {
  const people = program.command("people").description("Looks after who may sign in to the pages.");
  withJson(command(people, "list", "Shows who may sign in, and what they may do.")).action(async (options) =>
    keep((await import("./people.ts")).list(options)),
  );
  withJson(command(people, "invite", "Prints a link by which one person joins, within a week."))
    .option("--role <role>", "viewer, author, approver or administrator", "author")
    .option("--as <person>", "who invites; else $CARILLON_USER or the login name")
    .action(async (options) => keep((await import("./people.ts")).invite(options)));
}

function addSigningIn(accounts: Command, keep: Keep): void {
  const who = ["--as <person>", "who decides; else $CARILLON_USER or the login name"] as const;
  withJson(
    command(
      accounts,
      "connect <name>",
      "Signs an account in by a browser, and keeps what it is given, sealed.",
    ),
  )
    .option("--port <number>", "wait for the browser at this port of this machine; 0 for any free one")
    .option("--local", "wait on this machine, although the site has a public address")
    .option(...who)
    .action(async (name, options) => keep((await import("./connect.ts")).connect(name, options)));
  withJson(
    command(accounts, "disconnect <name...>", "Forgets what accounts were given when they were connected."),
  )
    .option(...who)
    .action(async (names, options) => keep((await import("./connect.ts")).disconnect(names, options)));
}

const about = {
  export: `
The file is whole or not there at all, only its owner may read it, and none is written over.
Tokens of connected accounts leave the ledger sealed: back their key up too, apart from it (carillon.db.key, or CARILLON_KEY).
Whether a copy is sound: carillon check --ledger FILE (of --sqlite), or carillon import into a new ledger.`,
  import: `
FILE is what \`carillon export\` wrote, also an older version's, or a copy of a ledger's SQLite file. All of it is taken or nothing.

What the old ledger did after the backup is not in it: posts that it calls due may be live. So nothing goes out before a
person has looked: \`carillon status\` lists what waits, each with what to do. With --moved nothing waits: only where the old
Carillon was stopped before the export, and has not run since.`,
} as const;

function addCopying(program: Command, keep: Keep): void {
  command(
    program,
    "export <file>",
    "Writes a backup of the ledger; - for standard output. May run beside the service.",
  )
    .option("--sqlite", "as a SQLite file instead of JSON Lines")
    .addHelpText("after", about.export)
    .action(async (file, options) => keep((await import("./export.ts")).exportLedger(file, options)));
  command(program, "import <file>", "Brings a backup into an empty ledger; - for standard input.")
    .option("--moved", "nothing was sent since: let everything go on by itself")
    .addHelpText("after", about.import)
    .action(async (file, options) => keep((await import("./import.ts")).importLedger(file, options)));
}
