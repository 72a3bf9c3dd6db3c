import type { App } from "../../app.ts";
import { cleanName, type Person } from "../../model/person.ts";
import { worded } from "../../model/worded.ts";
import { sessionSeconds } from "../../web/team/admission.ts";
import type { Admission, Admitted, JoinForm, Origin, Refused } from "../../web/team/admission.ts";
import { hashPassword, isCrowded, isPassword, longest, shortest } from "./password.ts";
import { makePatience, type Patience } from "./patience.ts";
import { hashSecret, makeSecret } from "../secret.ts";

/** Days that a session lasts after it was last used, and an invitation lasts. */
const sessionDays = sessionSeconds / 86_400;
const invitationDays = 7;
/** Minutes between two notes that a session is in use: a page must not cost a write. */
const noteEvery = 10;

/** What whoever comes is asked to wait while many passwords are looked at. */
const crowdSeconds = 5;

const day = 86_400_000;

const after = (now: Date, days: number): Date => new Date(now.getTime() + days * day);

export function admissionOf(app: App): Admission {
  const { people, webSessions, invitations } = app.ledger;
  const patience = makePatience();
  return {
    isOpen: async () => (await people.all()).length === 0,
    visitor: (cookie) => findVisitor(app, cookie),
    signIn: (login, password, from) => signIn(app, patience, clean(login), password, from),
    signOut: (session, person) => signOut(app, session, person),
    sessions: (person) => webSessions.of(person.id, app.now()),
    invitations: () => invitations.all(app.now()),
    invite: (role, by) => invite(app, role, by.login),
    withdraw: (id, by) => withdraw(app, id, by),
    invited: async (secret) => (await invitations.get(hashSecret(secret), app.now()))?.role,
    join: (secret, form, from) => join(app, secret, form, from),
    people: () => people.all(),
    changeRole: (id, role, by) =>
      people.change(id, { role }, note(app, by, "role", id, worded`Is ${role} now.`)),
    end: (id, ended, by) => shut(app, id, ended, by),
    changePassword: (person, old, fresh, from) => changePassword(app, patience, person, old, fresh, from),
    changeLanguage: async (person, language) => {
      await people.change(person.id, { language }, note(app, person, "language", person.id, language));
    },
  };
}

async function findVisitor(app: App, cookie: string | undefined) {
  if (cookie === undefined) return undefined;
  const now = app.now();
  const found = await app.ledger.webSessions.find(hashSecret(cookie), now);
  if (found === undefined) return undefined;
  const { session, person } = found;
  const prolonged = now.getTime() - Date.parse(session.seenAt) > noteEvery * 60_000;
  if (prolonged) await app.ledger.webSessions.see(session.id, now, after(now, sessionDays));
  return { person, session: session.id, prolonged };
}

async function signIn(
  app: App,
  patience: Patience,
  login: string,
  password: string,
  from: Origin,
): Promise<Admitted | Refused> {
  const one = { login: login.slice(0, 200), address: from.address };
  const wait = isCrowded() ? crowdSeconds : patience.waitFor(one, app.now());
  if (wait > 0) return { refused: "wait", wait };
  // Counted before it is judged: many at once must not all be free.
  patience.wrong(one, app.now());
  const found = await app.ledger.people.byLogin(login);
  const good = await isPassword(password, found?.password ?? null);
  if (found === undefined || !good || found.person.endedAt !== null) return { refused: "wrong" };
  patience.right(one);
  await app.ledger.audit.write(note(app, found.person, "enter", found.person.id, null));
  return begin(app, found.person, from);
}

async function signOut(app: App, session: string, person: Person): Promise<boolean> {
  const done = await app.ledger.webSessions.end(session, person.id);
  if (done) await app.ledger.audit.write(note(app, person, "leave", person.id, null));
  return done;
}

/** A new secret at every sign-in: one that was planted before is worth nothing. */
export async function begin(app: App, person: Person, from: Origin): Promise<Admitted> {
  const cookie = makeSecret();
  const now = app.now();
  const until = after(now, sessionDays);
  const at = now.toISOString();
  const session = {
    id: hashSecret(cookie),
    person: person.id,
    madeAt: at,
    seenAt: at,
    until: until.toISOString(),
  };
  await app.ledger.webSessions.begin({ ...session, about: from.about.slice(0, 200) });
  return { person, cookie };
}

/** `by`: who invites, in the ledger's words. */
export async function invite(app: App, role: Person["role"], by: string): Promise<string> {
  const secret = makeSecret();
  const now = app.now();
  const until = after(now, invitationDays).toISOString();
  await app.ledger.invitations.make({
    id: hashSecret(secret),
    role,
    madeBy: by,
    madeAt: now.toISOString(),
    until,
  });
  const detail = worded`As ${role}, until ${until}.`;
  await app.ledger.audit.write({ at: now.toISOString(), who: by, action: "invite", subject: role, detail });
  return secret;
}

async function withdraw(app: App, id: string, by: Person): Promise<boolean> {
  const done = await app.ledger.invitations.withdraw(id);
  if (done) await app.ledger.audit.write(note(app, by, "withdraw", "invitation", null));
  return done;
}

async function join(app: App, secret: string, form: JoinForm, from: Origin): Promise<Admitted | Refused> {
  const [login, name] = [clean(form.login), cleanName(form.name)];
  const refused = judgeName(login, name) ?? judge(form.password, login);
  if (refused) return { refused };
  // Before the password is hashed, which costs: nobody without a link is worth that.
  if (!(await app.ledger.invitations.get(hashSecret(secret), app.now()))) return { refused: "used" };
  const newcomer = { login, name, password: await hashPassword(form.password), subject: null };
  if (await app.ledger.people.byLogin(login)) return { refused: "taken" };
  const person = await app.ledger.people.join(hashSecret(secret), newcomer, app.now());
  return person ? begin(app, person, from) : { refused: "used" };
}

/** Names in the ledger's words and in `--as` are one word; of one script, so that none looks like another's. */
function judgeName(login: string, name: string): Refused["refused"] | null {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._@+-]{0,63}$/u.test(login)) return "login";
  if (/\p{Script=Latin}/u.test(login) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(login)) return "login";
  return name === "" || name.length > 80 ? "name" : null;
}

function judge(password: string, login: string): Refused["refused"] | null {
  if (password.length < shortest) return "short";
  if (password.length > longest) return "long";
  const plain = password.toLowerCase();
  return plain.includes(login) || new Set(plain).size < 5 ? "guessable" : null;
}

async function changePassword(
  app: App,
  patience: Patience,
  person: Person,
  old: string,
  fresh: string,
  from: Origin,
): Promise<Admitted | Refused> {
  const refused = judge(fresh, person.login);
  if (refused) return { refused };
  const known = await signIn(app, patience, person.login, old, from);
  if ("refused" in known) return known;
  const password = await hashPassword(fresh);
  await app.ledger.people.change(person.id, { password }, note(app, person, "password", person.id, null));
  return begin(app, person, from);
}

function shut(app: App, id: string, ended: boolean, by: Person): Promise<boolean> {
  const endedAt = ended ? app.now().toISOString() : null;
  const action = ended ? "shut out" : "let in";
  return app.ledger.people.change(id, { endedAt }, note(app, by, action, id, null));
}

const note = (app: App, by: Person, action: string, subject: string, detail: string | null) => ({
  at: app.now().toISOString(),
  who: by.login,
  action,
  subject,
  detail,
});

/** Letters of another width are the same letters. */
const clean = (login: string): string => login.normalize("NFKC").trim().toLowerCase();
