import type { App } from "../../app.ts";
import type { Remark, RemarkKind } from "../../ledger/remarks.ts";
import { cleanName, type Person } from "../../model/person.ts";
import { worded } from "../../model/worded.ts";
import { sightOfAll } from "../agreement.ts";
import type { Agreement } from "../../web/team/agreement.ts";
import type { Written } from "../../web/team/posts.ts";
import { approve, change, type Outcome } from "../decisions.ts";
import { viewEntry } from "./posts.ts";
import { hashSecret, makeSecret } from "../secret.ts";
import { threadOf } from "./thread.ts";

/** Days that a review link lasts, and remarks that may be made by one entry's links. */
const linkDays = 7;
const mostRemarks = 100;
/** Characters of a remark. */
const longest = 2000;

export function agreementOf(app: App): Agreement {
  const { remarks } = app.ledger;
  return {
    remarks: async (entry) =>
      (await remarks.of(entry)).map(({ delivery, at, who, kind, text }) => ({
        at,
        who,
        kind,
        text,
        post: delivery,
      })),
    approve: (seen, by) => approveAll(app, seen, by),
    sendBack: (id, text, by) => sendBack(app, id, text, by.login),
    ask: async (entry, id, text, by) => void (await say(app, entry, id, by.login, "asked", text)),
    say: async (entry, id, text, by) => void (await say(app, entry, id, by.login, "said", text)),
    links: (entry) => remarks.links(entry, app.now()),
    makeLink: (entry, by) => makeLink(app, entry, by.login),
    endLink: async (id, by) => {
      if (await remarks.endLink(id)) await note(app, by.login, "end review link", id, null);
    },
    guest: async (secret) => {
      const link = await remarks.link(hashSecret(secret), app.now());
      return link && viewEntry(app, link.entry);
    },
    sayAsGuest: (secret, name, text) => sayAsGuest(app, secret, name, text),
  };
}

async function approveAll(
  app: App,
  seen: readonly { readonly id: string; readonly sight: string }[],
  by: Person,
): Promise<Written> {
  const outcomes: Outcome[] = [];
  for (const one of seen) outcomes.push(...(await approveOne(app, one.id, one.sight, by)));
  return writtenOf(outcomes);
}

const changed = worded`It was changed since you looked at it: look again, and agree to what it says now.`;

async function approveOne(app: App, id: string, sight: string, by: Person): Promise<readonly Outcome[]> {
  const parts = (await threadOf(app, id))?.parts ?? [];
  if (sightOfAll(parts) !== sight) return [{ id, done: false, text: changed }];
  const outcomes: Outcome[] = [];
  for (const part of parts.filter(({ state }) => state === "draft"))
    outcomes.push(await approve(by.voice ?? by.login)(app, part, by.login));
  return outcomes;
}

function writtenOf(outcomes: readonly Outcome[]): Written {
  const lines = [...new Set(outcomes.map(({ text }) => text))];
  const none = worded`There is nothing here to agree to.`;
  const done = outcomes.length > 0 && outcomes.every((one) => one.done);
  return { done, lines: lines.length === 0 ? [none] : lines };
}

async function sendBack(app: App, id: string, text: string, who: string): Promise<Written> {
  const parts = (await threadOf(app, id))?.parts ?? [];
  const reason =
    text === "" ? worded`Sent back by ${who}.` : worded`Sent back by ${who}: ${text.slice(0, longest)}`;
  const outcomes: Outcome[] = [];
  for (const part of parts.filter(({ state }) => ["draft", "scheduled"].includes(state)))
    outcomes.push(
      await change(
        app,
        part,
        who,
        "send back",
        ["draft", "scheduled"],
        { state: part.approvalsNeeded > 0 ? "draft" : "held", approvals: [], reason },
        worded`Sent back.`,
      ),
    );
  const [first] = parts;
  if (first) await say(app, first.entry, first.id, who, "back", text);
  return writtenOf(outcomes);
}

async function say(
  app: App,
  entry: string,
  delivery: string | null,
  who: string,
  kind: RemarkKind,
  text: string,
  most?: number,
): Promise<boolean> {
  const at = app.now().toISOString();
  const remark: Remark = { entry, delivery, at, who, kind, text: text.trim().slice(0, longest) };
  if (!(await app.ledger.remarks.add(remark, most))) return false;
  // Sending back is a decision of its own.
  const action = { asked: "ask for review", said: "say", guest: "say", back: null }[kind];
  if (action !== null) await note(app, who, action, delivery ?? entry, null);
  return true;
}

async function makeLink(app: App, entry: string, who: string): Promise<string> {
  const secret = makeSecret();
  const now = app.now();
  const until = new Date(now.getTime() + linkDays * 86_400_000).toISOString();
  const link = { id: hashSecret(secret), entry, madeBy: who, madeAt: now.toISOString(), until };
  await app.ledger.remarks.makeLink(link);
  await note(app, who, "make review link", entry, worded`Until ${until}.`);
  return secret;
}

async function sayAsGuest(app: App, secret: string, name: string, text: string): Promise<boolean> {
  const link = await app.ledger.remarks.link(hashSecret(secret), app.now());
  if (link === undefined) return false;
  const who = `${cleanName(name).slice(0, 80)} (by ${link.madeBy}'s link)`;
  return say(app, link.entry, null, who, "guest", text, mostRemarks);
}

const note = (app: App, who: string, action: string, subject: string, detail: string | null): Promise<void> =>
  app.ledger.audit.write({ at: app.now().toISOString(), who, action, subject, detail });
