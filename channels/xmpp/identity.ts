import { checkServerIdentity, TLSSocket } from "node:tls";
import { type Authenticate, type Client, jid } from "@xmpp/client";
import { worded } from "../../src/model/worded.ts";
import { unauthorised } from "./failure.ts";
import type { Login } from "./login.ts";

/** Signs in by the safest way that the server and the library share. Throws ChannelError where none is safe. */
export async function identify(
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
      worded`The server of ${address} wants the password in clear on an unencrypted connection: set server to an encrypted one.`,
    );
  await authenticate({ username: local, password }, mechanism);
}

/** Who names the servers of a domain (DNS) may lie, so the certificate must be the domain's own; the library does not look. */
function checkEncryption(entity: Client, domain: string): void {
  if (!entity.isSecure())
    throw unauthorised(worded`The server of ${domain} offers no encryption: set server to one that does.`);
  const socket = entity.socket?.socket;
  const error =
    socket instanceof TLSSocket ? checkServerIdentity(domain, socket.getPeerCertificate()) : undefined;
  if (error !== undefined)
    throw unauthorised(
      worded`The server of ${domain} has no certificate for it: set server to the address that it has one for.`,
    );
}
