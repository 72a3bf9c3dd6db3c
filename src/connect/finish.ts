import type { Connect, Tokens } from "../channel/connect.ts";
import type { Session } from "../channel/channel.ts";
import { ChannelError, type Failure } from "../channel/failure.ts";
import type { SignIn, SignInOutcome } from "../ledger/sign-ins.ts";
import { LedgerError } from "../ledger/store.ts";
import { worded } from "../model/worded.ts";
import type { Kept } from "./begin.ts";
import { exchangeCode } from "./exchange.ts";
import { howToConnect, type Office, type Signer } from "./office.ts";
import { nameSignIn } from "./proof.ts";
import { explainRefusal, refusals } from "./refusal.ts";
import { compareRights, explainMissing, listRights, type Rights } from "./rights.ts";
import { endOf, fill, wrap } from "./shelf.ts";

/**
 * What a browser brought back becomes tokens, which are tried and kept. Nothing is kept where the account could not do what
 * it is for, or is another than before. Expected failures are outcomes.
 */
export async function finishSignIn(office: Office, query: URLSearchParams): Promise<SignInOutcome> {
  const taken = await office.ledger.signIns.take(nameSignIn(query.get("state") ?? ""), office.now());
  if ("refused" in taken) {
    const outcome = no(refusals[taken.refused]);
    return taken.refused === "late" ? outcome : { ...outcome, stray: true };
  }
  const { signIn } = taken;
  const outcome = await attempt(office, signIn, query);
  await office.ledger.signIns.end(signIn.id, outcome);
  return outcome;
}

const no = (...lines: readonly string[]): SignInOutcome => ({ done: false, lines });

async function attempt(office: Office, signIn: SignIn, query: URLSearchParams): Promise<SignInOutcome> {
  try {
    return await exchange(office, signIn, query);
  } catch (error) {
    if (error instanceof LedgerError) return no(error.message);
    if (!(error instanceof ChannelError)) throw error;
    return no(
      `${error.failure.reason} ${worded`Nothing was changed: ${howToConnect(signIn.account)} again.`}`,
    );
  }
}

async function exchange(office: Office, signIn: SignIn, query: URLSearchParams): Promise<SignInOutcome> {
  const client = await office.account(signIn.account);
  if (client?.channel.connect === undefined)
    return no(worded`The account ${signIn.account} is not in the configuration, or lacks a setting.`);
  const { connect } = client.channel;
  const { app, who, ...proof } = JSON.parse(office.vault.open(signIn.account, signIn.sealed)) as Kept;
  const signer: Signer = { ...client, connect, app };
  const code = query.get("code") ?? "";
  if (code === "") return no(explainRefusal(signer, query));
  const first = await exchangeCode(signer, office.io, { ...proof, code });
  const tokens = await settle(office, signer, first);
  const outcome = await keep(office, signer, tokens, await open(office, signer, tokens));
  const decision = {
    at: office.now().toISOString(),
    who,
    action: "connect",
    subject: signIn.account,
    detail: null,
  };
  if (outcome.done) await office.ledger.audit.write(decision);
  return outcome;
}

async function settle({ io }: Office, signer: Signer, tokens: Tokens): Promise<Tokens> {
  const { connect, channel, account, app } = signer;
  try {
    return (await connect.settle?.(tokens, account.settings, io, app)) ?? tokens;
  } catch (error) {
    throw new ChannelError(channel.classify(error));
  }
}

type Opening = { readonly session: Session } | { readonly failure: Failure };

async function open(
  { io }: Office,
  { channel, connect, account, app }: Signer,
  tokens: Tokens,
): Promise<Opening> {
  try {
    const settings = fill(connect, account.settings, { ...tokens, app });
    return { session: await channel.open(settings, io) };
  } catch (error) {
    return { failure: channel.classify(error) };
  }
}

async function keep(
  office: Office,
  signer: Signer,
  tokens: Tokens,
  opening: Opening,
): Promise<SignInOutcome> {
  const { account, connect, channel } = signer;
  const asked = connect.scopes(account.settings);
  const rights = compareRights(asked, tokens.scopes ?? asked.map(({ name }) => name));
  const indispensable = rights.missing.filter(({ needed }) => needed);
  if (indispensable.length > 0)
    return no(
      worded`Nothing was changed: ${account.name} could not do what it is for.`,
      ...indispensable.map(explainMissing),
    );
  if ("failure" in opening && opening.failure.kind === "unauthorised")
    return no(
      `${worded`${channel.label} gave a token, but with it: ${opening.failure.reason}`} ${worded`Nothing was changed.`}`,
    );
  const profile = "session" in opening ? opening.session.profile : null;
  const before = (await office.ledger.accounts.all()).get(account.name)?.profile ?? null;
  if (profile !== null && before !== null && before.id !== profile.id)
    return no(
      worded`You signed in as ${profile.handle}, but ${account.name} has been ${before.handle} until now, so nothing was changed. Sign in as ${before.handle}; or, if the change is meant, run \`carillon accounts disconnect ${account.name}\` first.`,
    );
  await office.ledger.tokens.put(await wrap(office, signer, tokens));
  if ("session" in opening) await recognise(office, account.name, opening.session);
  await office.ledger.accounts.release(account.name);
  const reason = "failure" in opening ? opening.failure.reason : "";
  return {
    done: true,
    lines: [...greet(signer, profile, reason), ...tell(rights, connect, tokens, office.now())],
  };
}

async function recognise({ ledger }: Office, name: string, session: Session): Promise<void> {
  const { id, name: title, handle } = session.profile;
  await ledger.accounts.recognise(name, { id, name: title, handle }, session.expires?.toISOString() ?? null);
  await session.close?.();
}

function greet({ account }: Signer, profile: Session["profile"] | null, reason: string): readonly string[] {
  if (profile === null)
    return [
      `${worded`${account.name} is connected, but who it is could not be asked: ${reason}`} ${worded`Later: carillon accounts test ${account.name}`}`,
    ];
  return [worded`${account.name} is connected as ${profile.name} (${profile.handle}).`];
}

function tell(rights: Rights, connect: Connect, tokens: Tokens, now: Date): readonly string[] {
  const end = endOf(connect, tokens);
  const days = end ? Math.floor((end.getTime() - now.getTime()) / 86_400_000) : 0;
  const until = end
    ? worded`It works until ${end.toISOString().slice(0, 10)}, for ${days} days: connect it again before then.`
    : worded`It works until it is revoked there; Carillon renews what must be renewed.`;
  return [worded`It may ${listRights(rights.granted)}.`, ...rights.missing.map(explainMissing), until];
}
