import type { App } from "../../app.ts";
import { identifyingWith, type Identity, type Journey } from "../../connect/identity.ts";
import type { Mishap } from "../../connect/mishap.ts";
import { roles, type Person } from "../../model/person.ts";
import type { Provider } from "../../model/provider.ts";
import type { Admitted, Origin } from "../../web/team/admission.ts";
import type { SignInProvider, Turned } from "../../web/team/provider.ts";
import { begin } from "./admission.ts";
import { hashSecret } from "../secret.ts";

/** Null where the configuration names no provider. */
export function providerOf(app: App): SignInProvider | null {
  const { signIn } = app.config;
  if (signIn === undefined) return null;
  const identifying = identifyingWith(signIn, app.io.fetch);
  return {
    label: signIn.label,
    depart: async (redirect) => {
      const way = await identifying.depart(redirect);
      return "mishap" in way ? turn(way) : { url: way.url, kept: JSON.stringify(way.journey) };
    },
    arrive: async (redirect, query, kept, invitation, from) => {
      const journey = readJourney(kept);
      if (journey === undefined || query.get("state") !== journey.state)
        return { turned: "lost", code: null };
      const identity = await identifying.arrive(redirect, query, journey);
      return "mishap" in identity ? turn(identity) : admit(app, signIn, identity, invitation, from);
    },
  };
}

const turn = ({ mishap, code }: Mishap): Turned => ({ turned: mishap, code });

function readJourney(kept: string): Journey | undefined {
  try {
    const { state, nonce, verifier } = JSON.parse(kept) as Partial<Journey>;
    return state && nonce && verifier ? { state, nonce, verifier } : undefined;
  } catch {
    return undefined;
  }
}

async function admit(
  app: App,
  provider: Provider,
  identity: Identity,
  invitation: string,
  from: Origin,
): Promise<Admitted | Turned> {
  const person =
    (await app.ledger.people.bySubject(identity.subject)) ??
    (await recognise(app, identity)) ??
    (await welcome(app, provider, identity, invitation));
  if (typeof person === "string") return { turned: person, code: null };
  if (person.endedAt !== null) return { turned: "ended", code: null };
  const at = app.now().toISOString();
  const detail = provider.label;
  await app.ledger.audit.write({ at, who: person.login, action: "enter", subject: person.id, detail });
  return begin(app, person, from);
}

/** Whoever has joined with that address as their login; from then on they are known by what the provider calls them. */
async function recognise(app: App, { subject, email }: Identity): Promise<Person | "other" | undefined> {
  const known = email === null ? undefined : await app.ledger.people.byLogin(email);
  if (known === undefined) return undefined;
  // Addresses are given to somebody else in time; what the provider calls a person is not.
  if (known.subject !== null) return "other";
  const { person } = known;
  if (person.endedAt !== null) return person;
  const at = app.now().toISOString();
  const decision = { at, who: person.login, action: "link sign-in", subject: person.id, detail: null };
  await app.ledger.people.change(person.id, { subject }, decision);
  return person;
}

/** By an invitation, or by a group that the configuration names. */
async function welcome(
  app: App,
  provider: Provider,
  { subject, email, name, groups }: Identity,
  invitation: string,
): Promise<Person | Turned["turned"]> {
  const role = roles.findLast((one) => groups.some((group) => roleOf(provider, group) === one));
  if (invitation === "" && role === undefined) return "uninvited";
  if (email === null) return "unconfirmed";
  const newcomer = { login: email, name, password: null, subject };
  const { people } = app.ledger;
  const invited =
    invitation === "" ? undefined : await people.join(hashSecret(invitation), newcomer, app.now());
  const person = invited ?? (role && (await people.add({ ...newcomer, role }, app.now())));
  return person ?? "uninvited";
}

const roleOf = ({ roles: given }: Provider, group: string): string | undefined =>
  Object.hasOwn(given, group) ? given[group] : undefined;
