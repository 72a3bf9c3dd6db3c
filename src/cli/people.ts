import { roles, type Role } from "../model/person.ts";
import { CommandError, whoami, withApp, type Common } from "./context.ts";
import { answer, answerJson, table } from "./output.ts";

interface Options extends Common {
  readonly role?: string;
  readonly as?: string;
}

/** Who may sign in to the pages, a line each. */
export async function list(options: Options): Promise<boolean> {
  return withApp(options, async ({ ledger }) => {
    const people = await ledger.people.all();
    if (options.json) answerJson(people);
    else if (people.length === 0)
      answer("Nobody has joined yet: `carillon people invite --role administrator` makes a link.");
    else answer(table(people.map((one) => [one.login, one.role, one.name, one.endedAt ? "shut out" : ""])));
    return true;
  });
}

/** Prints a link by which one person joins: also the way back in when every administrator has lost the password. */
export async function invite(options: Options): Promise<boolean> {
  const role = roleOf(options.role ?? "");
  return withApp(options, async (app) => {
    const admission = await import("../app/team/admission.ts");
    const secret = await admission.invite(app, role, whoami(options));
    const link = `${app.config.site.url}/join/${secret}`;
    if (options.json) answerJson({ role, link });
    else answer(`${link}\nWhoever opens it first joins as ${role}; it is good for a week.`);
    return true;
  });
}

function roleOf(name: string): Role {
  const role = roles.find((one) => one === name);
  if (role === undefined) throw new CommandError(`There is no role ${name}: ${roles.join(", ")}.`);
  return role;
}
