import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** A real XMPP server with rooms, an archive, microblogs and uploads, all in a temporary folder. */
export interface Prosody {
  readonly port: number;
  /** For TLS from the first byte, where it is encrypted. */
  readonly tlsPort: number;
  /** For HTTP and WebSockets. */
  readonly webPort: number;
  /** The file of its certificate, where it is encrypted. */
  readonly certificate: string;
  stop(): Promise<void>;
  /** Again on the same port, with the same accounts. */
  start(): Promise<void>;
  /** Stops it and removes everything. */
  close(): Promise<void>;
}

/** Why the tests that need it cannot run; undefined where they can. */
export const whyNoProsody = ["/usr/bin/prosody", "/usr/bin/prosodyctl"].every((file) => existsSync(file))
  ? undefined
  : "Prosody is not installed (Debian's package prosody).";

export const accounts = { bells: "bells-password", reader: "reader-password", stranger: "stranger-password" };

const run = promisify(execFile);

/** `encrypted`: offers STARTTLS with a certificate that nobody trusts. */
export async function startProsody({ encrypted = false } = {}): Promise<Prosody> {
  const home = await mkdtemp(join(tmpdir(), "prosody-"));
  const [port, tls, web] = [await findPort(), await findPort(), await findPort()];
  const file = join(home, "prosody.cfg.lua");
  await Promise.all([mkdir(join(home, "data")), mkdir(join(home, "certs"))]);
  if (encrypted) await makeCertificate(join(home, "certs"));
  await writeFile(file, writeConfig(home, { port, tls, web, encrypted }));
  for (const [name, password] of Object.entries(accounts))
    await run("prosodyctl", ["--config", file, "register", name, "localhost", password]);
  let child = await spawnReady(file);
  const stop = async (): Promise<void> => {
    const ended = once(child, "exit");
    if (child.exitCode === null && child.kill("SIGTERM")) await ended;
  };
  return {
    port,
    tlsPort: tls,
    webPort: web,
    certificate: join(home, "certs", "localhost.crt"),
    stop,
    start: async () => void (child = await spawnReady(file)),
    async close() {
      await stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Ready once it says that it listens. */
async function spawnReady(file: string): Promise<ChildProcess> {
  const child = spawn("prosody", ["-F", "--config", file], { stdio: ["ignore", "pipe", "inherit"] });
  const { promise, resolve, reject } = Promise.withResolvers<ChildProcess>();
  let said = "";
  process.once("exit", () => child.kill());
  child.once("exit", () => reject(new Error(`Prosody ended at once: ${said.slice(-500)}`)));
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
    if (said.includes("Activated service 'c2s'") && said.includes("Activated service 'http'")) resolve(child);
  });
  return promise;
}

async function findPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

async function makeCertificate(folder: string): Promise<void> {
  const files = ["-keyout", join(folder, "localhost.key"), "-out", join(folder, "localhost.crt")];
  const kind = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"];
  await run("openssl", ["req", ...kind, ...files]);
}

/** How much work signing in is. Prosody's own default is 10,000, and costs the client about a second. */
const iterations = 500;

interface Config {
  readonly port: number;
  readonly tls: number;
  readonly web: number;
  readonly encrypted: boolean;
}

function writeConfig(home: string, { port, tls, web, encrypted }: Config): string {
  return `
run_as_root = true
pidfile = "${home}/prosody.pid"
data_path = "${home}/data"
certificates = "${home}/certs"
interfaces = { "127.0.0.1" }
c2s_ports = { ${port} }
c2s_direct_tls_ports = { ${encrypted ? tls : ""} }
s2s_ports = {}
http_interfaces = { "127.0.0.1" }
http_default_host = "files.localhost"
http_ports = { ${web} }
https_ports = {}
c2s_require_encryption = false
consider_websocket_secure = true
authentication = "internal_hashed"
default_iteration_count = ${iterations}
storage = "internal"
log = { { levels = { min = "info" }, to = "console" } }
modules_enabled = { "roster", "saslauth", "disco", "ping", "pep", "smacks", "presence", "message", "iq", "posix", "websocket"${encrypted ? ', "tls"' : ""} }
VirtualHost "localhost"
Component "rooms.localhost" "muc"
  modules_enabled = { "muc_mam" }
Component "forgetful.localhost" "muc"
Component "files.localhost" "http_file_share"
  http_external_url = "http://127.0.0.1:${web}/"
Component "pubsub.localhost" "pubsub"
  admins = { "bells@localhost" }
`;
}
