import type { mastodon } from "masto";
import type { Io, Session } from "../../src/channel/channel.ts";
import { AnswerError } from "../../src/channel/http.ts";
import type { SettingValues } from "../../src/model/account.ts";
import { worded } from "../../src/model/worded.ts";
import { type Client, createClient } from "./client.ts";
import { type Instance, readLimits, readRepeat } from "./instance.ts";
import { readMemo } from "./memo.ts";
import { count, edit, prepare, publish, readReceipt, remove, type Seat } from "./status.ts";

export async function openSession(settings: SettingValues, io: Io): Promise<Session> {
  const server = String(settings["server"]);
  const client = createClient(server, String(settings["accessToken"]), io);
  const [account, instance] = await Promise.all([fetchAccount(client), fetchInstance(client)]);
  const contentWarning = String(settings["contentWarning"] ?? "");
  const limits = readLimits(instance, contentWarning);
  const types = instance.configuration?.mediaAttachments?.supportedMimeTypes ?? [];
  const gate = { bytes: limits.mediaBytes, types };
  const visibility = (settings["visibility"] ?? "public") as mastodon.v1.StatusVisibility;
  return {
    profile: readProfile(account, instance.domain ?? new URL(server).host),
    limits,
    repeat: readRepeat(instance),
    ...createActs({ client, io, gate, visibility, contentWarning }, account.id),
  };
}

/** Mastodon answers 401 to a token that it does not know, and snac2 422. */
async function fetchAccount(client: Client): Promise<mastodon.v1.CredentialAccount> {
  try {
    const account = await client.v1.accounts.verifyCredentials();
    if (typeof account.id === "string") return account;
    throw new AnswerError(worded`The server answered with something that is no account.`, {
      status: 200,
      visible: false,
    });
  } catch (error) {
    if (!(error instanceof AnswerError) || error.status !== 422) throw error;
    throw new AnswerError(error.message, { status: 401, visible: false });
  }
}

/** Some servers that speak this API describe themselves in the older way, some not at all. */
async function fetchInstance(client: Client): Promise<Instance> {
  const { v1, v2 } = client;
  return (await orMissing(v2.instance.fetch())) ?? (await orMissing(v1.instance.fetch())) ?? {};
}

async function orMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof AnswerError && error.status === 404) return undefined;
    throw error;
  }
}

function readProfile(account: mastodon.v1.CredentialAccount, domain: string): Session["profile"] {
  const { id, username, displayName, url, avatar } = account;
  const handle = `@${username}@${domain}`;
  return { id, name: displayName || username, handle, url, ...(avatar && { avatar }) };
}

type Acts = Omit<Session, "profile" | "limits" | "repeat" | "expires" | "close">;

function createActs(seat: Seat, account: string): Acts {
  return {
    prepare: (post, context) => prepare(seat, post, context),
    publish: (post, memo) => publish(seat, post, readMemo(memo)),
    async find(post, memo, since) {
      const { findStatus } = await import("./lookup.ts");
      const read = readMemo(memo);
      const status = await findStatus(seat.client, account, post, read, since);
      return status && readReceipt(status, read.media);
    },
    edit: (receipt, post) => edit(seat, receipt, post),
    remove: (receipt) => remove(seat, receipt),
    metrics: (receipts) => Promise.all(receipts.map((receipt) => count(seat, receipt))),
  };
}
