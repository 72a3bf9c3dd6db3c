import { ChannelError } from "../channel/failure.ts";
import type { App, Connect } from "../channel/connect.ts";
import { worded } from "../model/worded.ts";
import type { Client, Office } from "./office.ts";
import { makeProof, nameSignIn, type Proof } from "./proof.ts";

/** Minutes that a person has. */
export const patience = 10;

/** A sign-in that waits for the person. */
export interface Begun {
  /** As the ledger knows it. */
  readonly id: string;
  /** What the person opens. */
  readonly url: string;
  readonly redirect: string;
}

/** What the exchange will need; kept sealed. */
export interface Kept {
  readonly verifier: string;
  readonly redirect: string;
  readonly app: App;
  /** Who began it, for the ledger's list of decisions. */
  readonly who: string;
}

/** Registers an app where there must be one, and waits for the browser from now on. Throws ChannelError and LedgerError. */
export async function beginSignIn(
  office: Office,
  client: Client,
  { redirect, who }: Pick<Kept, "redirect" | "who">,
): Promise<Begun> {
  const { account, channel } = client;
  const { connect } = channel;
  if (connect === undefined) throw cannot(client);
  const app = await findApp(office, client, connect, redirect);
  const proof = makeProof();
  const id = nameSignIn(proof.state);
  const kept: Kept = { verifier: proof.verifier, redirect, app, who };
  const now = office.now();
  const until = new Date(now.getTime() + patience * 60_000).toISOString();
  const sealed = await office.vault.seal(account.name, JSON.stringify(kept));
  await office.ledger.signIns.begin({ id, account: account.name, sealed, until }, now);
  return { id, url: writeAddress(client, connect, proof, kept), redirect };
}

async function findApp(
  { io }: Office,
  { account, channel }: Client,
  connect: Connect,
  redirect: string,
): Promise<App> {
  if (connect.app === null) return register(channel, connect, account.settings, redirect, io);
  const { id, secret } = connect.app;
  const app = { id: String(account.settings[id] ?? ""), secret: String(account.settings[secret] ?? "") };
  if (app.id !== "" && app.secret !== "") return app;
  throw new ChannelError({
    kind: "unauthorised",
    reason: worded`The account ${account.name} needs \`${id}\` and \`${secret}\`, those of an app at ${channel.label}: channels/README.md says how to make one.`,
  });
}

async function register(
  channel: Client["channel"],
  connect: Connect,
  settings: Client["account"]["settings"],
  redirect: string,
  io: Office["io"],
): Promise<App> {
  try {
    const app = await connect.register?.(settings, io, redirect);
    if (app) return app;
  } catch (error) {
    throw new ChannelError(channel.classify(error));
  }
  throw new TypeError(`${channel.id} neither has an app nor registers one`);
}

function cannot({ account, channel }: Client): ChannelError {
  return new ChannelError({
    kind: "unauthorised",
    reason: worded`${channel.label} has no sign-in by browser: the account ${account.name} takes what channels/README.md says under “${channel.id}”. Then: carillon accounts test ${account.name}`,
  });
}

/** @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1 and https://www.rfc-editor.org/rfc/rfc7636#section-4.3 */
function writeAddress({ account }: Client, connect: Connect, proof: Proof, kept: Kept): string {
  const url = new URL(connect.authorizeUrl(account.settings));
  const query = new URLSearchParams({
    response_type: "code",
    client_id: kept.app.id,
    redirect_uri: kept.redirect,
    scope: connect
      .scopes(account.settings)
      .map(({ name }) => name)
      .join(" "),
    state: proof.state,
    ...(connect.pkce && { code_challenge: proof.challenge, code_challenge_method: "S256" }),
    ...connect.query,
  });
  // Not every network takes a plus sign for a space.
  url.search = query.toString().replaceAll("+", "%20");
  return url.href;
}
