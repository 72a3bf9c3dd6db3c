import type { Command } from "commander";
import { CommandError } from "./context.ts";

/** Commands that are about the machine on which they run, and what to do where the service runs on another. */
const reasons: Readonly<Record<string, string>> = {
  start: "it would begin a second service here: the one there runs already",
  once: "it would send from the ledger of this machine: the service there sends by itself",
  check:
    "it checks the configuration where it is read: run it there, or look at /desk/configuration; `carillon accounts list` tells of the accounts",
  "accounts connect": "a person signs in by a browser: press Connect on the page /desk/channels/NAME",
  "accounts disconnect": "an account is connected again by a person: do it on the page /desk/channels/NAME",
  "people list": "no token may look after people: an administrator does, on the page /desk/people",
  "people invite": "no token may look after people: an administrator does, on the page /desk/people",
  "tokens make": "no token may make tokens: an administrator does, on the page /desk/tokens",
  "tokens list": "no token may look after tokens: an administrator does, on the page /desk/tokens",
  "tokens end": "no token may look after tokens: an administrator does, on the page /desk/tokens",
  export: "it writes a file of the whole ledger: run it there",
  import: "it brings a backup into an empty ledger: run it there",
};

/** Options that mean nothing to a service elsewhere. */
const options: Readonly<Record<string, string>> = {
  as: "--as does not work from here: what is decided is signed with the token's name.",
  now: "--now does not work from here: the service goes by its own clock.",
};

/** Throws CommandError where $CARILLON_URL names a service elsewhere, and this command cannot be meant for it. */
export function insistOnHere(action: Command): void {
  const given = action.opts<Readonly<Record<string, unknown>>>();
  if (!process.env.CARILLON_URL || given["config"] !== undefined) return;
  const name = pathOf(action);
  const reason = reasons[name];
  if (reason !== undefined)
    throw new CommandError(
      `CARILLON_URL names a service elsewhere, and \`${name}\` does not work from here: ${reason}. With --config FILE it is meant for this machine.`,
    );
  const odd = Object.keys(options).find((option) => given[option] !== undefined);
  if (odd !== undefined) throw new CommandError(options[odd]);
}

/** `accounts list` */
const pathOf = (action: Command): string =>
  action.parent?.parent ? `${pathOf(action.parent)} ${action.name()}` : action.name();
