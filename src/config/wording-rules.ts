import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { whyNotThere } from "../channel/placement.ts";
import type { Account } from "../model/account.ts";
import { suggest } from "../model/similar.ts";
import { worded } from "../model/worded.ts";
import type { Channels } from "./accounts.ts";
import type { Finding } from "./finding.ts";
import type { Parsed, ParsedStep } from "./schema.ts";

const builtIn = join(import.meta.dirname, "..", "..", "templates");

/** What steps say of their words: templates that there are, and places for the link that the networks have. */
export async function checkWording(
  parsed: Parsed,
  accounts: readonly Account[],
  { find }: Channels,
  folder: string | undefined,
): Promise<readonly Finding[]> {
  const steps = Object.entries(parsed.campaigns).flatMap(([campaign, { steps: own }]) =>
    Object.entries(own).map(([name, step]) => ({ path: ["campaigns", campaign, "steps", name], step })),
  );
  const found = steps.map(async ({ path, step }) => {
    const members = new Set(step.to.flatMap((one) => parsed.groups[one] ?? [one]));
    const own = accounts.filter(({ name }) => members.has(name));
    return [...checkTemplates(path, step, folder), ...(await checkLink(path, step, own, find))];
  });
  return (await Promise.all(found)).flat();
}

type Place = readonly string[];

function checkTemplates(
  path: Place,
  { template }: ParsedStep,
  folder: string | undefined,
): readonly Finding[] {
  if (template === undefined) return [];
  const known = [folder, builtIn].flatMap((one) => (one === undefined ? [] : namesIn(one)));
  const isList = Array.isArray(template);
  return [template].flat().flatMap((name, index) => {
    if (known.some((one) => one === name || one.startsWith(`${name}.`))) return [];
    const at = [...path, "template", ...(isList ? [index] : [])];
    return [{ path: at, problem: worded`There is no template “${name}”.`, mend: suggest(name, known) }];
  });
}

/** Without parts for other templates. */
function namesIn(folder: string): readonly string[] {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return files.flatMap((file) => (/^[^_].*\.hbs$/.test(file) ? [file.slice(0, -".hbs".length)] : []));
}

async function checkLink(
  path: Place,
  { link }: ParsedStep,
  accounts: readonly Account[],
  find: Channels["find"],
): Promise<readonly Finding[]> {
  if (link === undefined) return [];
  const found = accounts.map(async ({ channel: name }) => {
    const channel = await find(name);
    const wrong = channel && whyNotThere(link, channel, channel.limits);
    return wrong ? [{ path: [...path, "link"], ...wrong }] : [];
  });
  return (await Promise.all(found)).flat();
}
