import { checkServerIdentity, TLSSocket } from "node:tls";
import { type Authenticate, type Client, client, type Element, jid } from "@xmpp/client";
import { ChannelError, codesOf } from "../../src/channel/failure.ts";
import { type Connection, createConnection, end } from "./connection.ts";
import { unauthorised } from "./failure.ts";

export interface Login {
  /** Bare. */
  readonly address: string;
  readonly password: string;
  /** Absent: found by the domain of the address. */
  readonly server: string | undefined;
  /** Milliseconds that an answer may take. */
  readonly patience: number;
}

/** Milliseconds for signing in: a dozen answers, and a password hashed some ten thousand times. */
const limit = 30_000;

/** Signs in. Throws ChannelError: nothing was sent. */
export async function logIn(login: Login): Promise<Connection> {
  const entity = createClient(login);
  try {
    await reachOnline(entity, login);
  } catch (error) {
    await end(entity);
    // A search for the server that still goes on may yet find one.
    entity.once("connect", () => void end(entity));
    throw explain(error, login);
  }
  const socket = entity.socket?.socket ?? entity.socket;
  // The library decodes each chunk alone and would break a letter that lies across two.
  socket?.setEncoding?.("utf8");
  return createConnection(entity, login.patience);
}

function createClient(login: Login): Client {
  const { local, domain } = jid(login.address);
  const entity = client({
    service: login.server ?? domain,
    domain,
    username: local,
    timeout: limit,
    credentials: (authenticate, mechanisms) => identify(entity, authenticate, mechanisms, login),
  });
  // A connection that comes back by itself, somewhere in the middle of a post, cannot be reasoned about.
  entity.reconnect.stop();
  entity.prependListener("element", declineStreamManagement);
  return entity;
}

async function identify(
  entity: Client,
  authenticate: Authenticate,
  mechanisms: readonly string[],
  { address, password, server }: Login,
): Promise<void> {
  const { local, domain } = jid(address);
  if (server === undefined) checkEncryption(entity, domain);
  const mechanism = mechanisms.find((one) => entity.isSecure() || one !== "PLAIN");
  if (mechanism === undefined)
    throw unauthorised(
      `The server of ${address} wants the password in clear on an unencrypted connection: set server to an encrypted one.`,
    );
  await authenticate({ username: local, password }, mechanism);
}

/** Who names the servers of a domain (DNS) may lie, so the certificate must be the domain's own; the library does not look. */
function checkEncryption(entity: Client, domain: string): void {
  if (!entity.isSecure())
    throw unauthorised(`The server of ${domain} offers no encryption: set server to one that does.`);
  const socket = entity.socket?.socket;
  const error =
    socket instanceof TLSSocket ? checkServerIdentity(domain, socket.getPeerCertificate()) : undefined;
  if (error !== undefined)
    throw unauthorised(
      `The server of ${domain} has no certificate for it: set server to the address that it has one for.`,
    );
}

const management = "urn:xmpp:sm:3";

/**
 * A room's echo and a result are the acknowledgements here. Stream management would add another, which some servers and
 * the library count differently right after signing in, and would leave a ghost in the room after a broken connection.
 */
function declineStreamManagement(element: Element): void {
  if (element.is("features")) removeManagement(element);
}

function removeManagement(element: Element): void {
  for (const child of element.getChildElements()) {
    if (child.getNS() === management || child.attrs["var"] === management) element.remove(child);
    else removeManagement(child);
  }
}

/** The library's own start leaves a rejection that nobody catches when opening fails, and has no time limit. */
function reachOnline(entity: Client, { address, server }: Login): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const { domain } = jid(address);
  const timer = setTimeout(() => reject(new Error("it did not answer in time")), limit);
  // Stays for the client's whole life: an `error` that nobody hears would end the process.
  entity.on("error", reject);
  entity.once("online", () => resolve());
  entity.once("disconnect", () => reject(new Error("it closed the connection")));
  connect(entity, server ?? domain, domain).catch(reject);
  return promise.finally(() => clearTimeout(timer));
}

async function connect(entity: Client, service: string, domain: string): Promise<void> {
  await entity.connect(service);
  await entity.open({ domain });
}

/** Conditions of SASL (RFC 6120, section 6.5) and of streams (section 4.9.3) that an operator must mend. */
const mends: Readonly<Record<string, string>> = {
  "not-authorized": "The server does not accept the password of {who}: set jid and password again.",
  "account-disabled": "The account {who} is disabled: ask the server's operator.",
  "credentials-expired": "The password of {who} has expired: set a new one.",
  "encryption-required":
    "The server lets {who} sign in only when encrypted: use its encrypted address as server.",
  "invalid-authzid": "The server does not accept the address {who}: check the setting jid.",
  "mechanism-too-weak":
    "The server offers no way to sign in that is safe enough for {who}: ask its operator.",
  "host-unknown": "The server does not serve the domain of {who}: check the settings jid and server.",
};

function explain(error: unknown, { address, server }: Login): ChannelError {
  if (error instanceof ChannelError) return error;
  const mend = mends[conditionOf(error)];
  if (mend !== undefined) return unauthorised(mend.replaceAll("{who}", address));
  const what = codesOf(error)[0] ?? (error instanceof Error ? error.message : "unknown error");
  const hint = /CERT|SIGNATURE|TLS/.test(what)
    ? "; NODE_EXTRA_CA_CERTS names a file of authorities to trust"
    : "";
  const reason = `The server ${server ?? `of ${address}`} could not be reached (${what})${hint}.`;
  return new ChannelError({ kind: "down", reason });
}

function conditionOf(error: unknown): string {
  return error instanceof Error && "condition" in error ? String(error.condition) : "";
}
