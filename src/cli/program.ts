import { Command, CommanderError } from "commander";
import { command, withJson, type Keep } from "./command.ts";
import { insistOnHere } from "./here-only.ts";
import { addKeeping } from "./keeping.ts";
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

function programOf(keep: Keep): Command {
  const program = new Command("carillon")
    .description("Turns one newsletter into the right post on every network, once.")
    .exitOverride()
    .configureOutput({
      outputError: (text) => complain(`${oneLine(text)} Try carillon --help.`),
    })
    .addHelpText("after", help)
    .hook("preAction", (_program, action) => insistOnHere(action));
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

Every command takes --config FILE after its name (else $CARILLON_CONFIG, else config/carillon.yaml).
With CARILLON_URL and CARILLON_TOKEN the commands look and decide where that service runs; what cannot be done from afar says so.`;

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
  addSimulate(program, keep);
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
  addResults(program, keep);
}

function addSimulate(program: Command, keep: Keep): void {
  withJson(
    command(
      program,
      "simulate",
      "Shows what would go out when, from how the ledger is now or over recorded feeds; sends nothing.",
    ),
  )
    .option("--from <time>", "a day or a time by the site's clock; else now, or the first recording")
    .option("--to <time>", "the same; else thirty days later")
    .option("--feed-at <folder>", "begin with nothing, and read the feed as it was: 2026-03-12.xml and so on")
    .option("--difference", "instead, what the next planning would change, and why")
    .option("--account <name>", "only this account")
    .option("--campaign <name>", "only this campaign")
    .addHelpText("after", simulateHelp)
    .action(async (options) => keep((await import("./simulate.ts")).simulate(options)));
}

function addResults(program: Command, keep: Keep): void {
  withJson(
    command(
      program,
      "results [entry]",
      "Shows what came of the posts: likes, reposts, replies, clicks and views, where networks tell.",
    ),
  )
    .option("--csv", "as a table file")
    .option("--month [month]", "a month's report, such as 2026-11; without one, the last month that is over")
    .option("--collect", "first look at the posts whose time has come, as the service does by itself")
    .addHelpText("after", resultsHelp)
    .action(async (entry, options) => keep((await import("./results.ts")).results(entry, options)));
}

const resultsHelp = `
Posts are looked at 1 h, 6 h, 1 d, 3 d, 7 d and 30 d after they went out. An issue is compared with the six before it at the
same age. What a network does not tell is left out, or “not told”; it is never 0.`;

const simulateHelp = `
A look ahead:
  carillon simulate --to 2026-12-31           what is planned, and what will be, to the end of the year
  carillon simulate --difference              after an edit of the configuration: what it changes, before it does
  carillon simulate --feed-at old-feeds/      what would have gone out, had Carillon read these files when they were new

Files are named after the time at which they were served (UTC): 2026-03-12.xml, feed-2026-03-12T1530.xml. Those of several
sources lie in folders that are called like the sources. Drafts count as if they were approved in time.`;

const decisions = {
  approve: "Agrees to a draft; with enough voices it is scheduled.",
  edit: "Changes the words of a post; of a live one where the network allows it.",
  hold: "Keeps a post back until somebody releases it.",
  release:
    "Lets a held post or entry go, and one that waits for its page go without; a source's name stands for all that is held of it.",
  move: "Gives a post another time, which the plan leaves alone.",
  cancel: "Takes a post or a held entry out of the plan.",
  retry: "Tries again at once what failed or waits.",
  resolve: "Says of a post that is unsure, or that was posted by hand, whether and where it is there.",
} as const;

function addDeciding(program: Command, keep: Keep): void {
  for (const [name, description] of Object.entries(decisions)) {
    const whole = name === "hold" || name === "release";
    const ids = whole ? "[id...]" : "<id...>";
    const one = withJson(command(program, `${name} ${ids}`, description)).option(
      "--as <person>",
      "who decides; else $CARILLON_USER or the login name",
    );
    if (name === "hold")
      one
        .option("--all", "everything, until somebody releases it")
        .option("--reason <text>", "why, with --all");
    if (name === "release")
      one.option("--all", "everything goes on; of what came due meanwhile only the posts named here go out");
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
        .option("--look", "look whether it is there, where the network shows its posts; publishes nothing")
        .option("--unchecked", "do not look whether that page is there");
    one.action(async (given, options) =>
      keep((await import("./deciding.ts")).decideBy(name as keyof typeof decisions, given, options)),
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
