import type { Command } from "commander";
import { command, withJson, type Keep } from "./command.ts";

/** What looks after accounts, people, tokens, channels and backups. */
export function addKeeping(program: Command, keep: Keep): void {
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
  addTokens(program, keep);
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

function addTokens(program: Command, keep: Keep): void {
  const who = ["--as <person>", "who decides; else $CARILLON_USER or the login name"] as const;
  const tokens = program.command("tokens").description("Looks after tokens, by which programs use the API.");
  withJson(command(tokens, "make <name>", "Makes a token, and prints it: it is shown only now."))
    .option("--may <rights>", "see, write, approve and operate, with commas between them", "see")
    .option("--days <number>", "until it ends by itself", "90")
    .option(...who)
    .action(async (name, options) => keep((await import("./tokens.ts")).make(name, options)));
  withJson(
    command(tokens, "list", "Shows the tokens: what each may do, until when, and when it was used."),
  ).action(async (options) => keep((await import("./tokens.ts")).list(options)));
  withJson(command(tokens, "end <name...>", "Ends tokens at once."))
    .option(...who)
    .action(async (names, options) => keep((await import("./tokens.ts")).end(names, options)));
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
