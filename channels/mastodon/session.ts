import type { mastodon } from "masto";
import type { Io, Session } from "../../src/channel/channel.ts";
import { AnswerError } from "../../src/channel/http.ts";
import type { SettingValues } from "../../src/model/account.ts";
import { type Client, createClient } from "./client.ts";
import { type Instance, readLimits, readRepeat } from "./instance.ts";
import { findStatus } from "./lookup.ts";
import { readMemo } from "./memo.ts";
import { count, edit, prepare, publish, readReceipt, remove, type Seat } from "./status.ts";

export async function openSession(settings: SettingValues, io: Io): Promise<Session> {
  const server = String(settings["server"]);
  const client = createClient(server, String(settings["accessToken"]), io);
  const [account, instance] = await Promise.all([
    client.v1.accounts.verifyCredentials(),
    fetchInstance(client),
  ]);
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

/** Some servers that speak this API do not describe themselves. */
async function fetchInstance(client: Client): Promise<Instance> {
  try {
    return await client.v2.instance.fetch();
  } catch (error) {
    if (error instanceof AnswerError && error.status === 404) return {};
    throw error;
  }
}

function readProfile(account: mastodon.v1.CredentialAccount, domain: string): Session["profile"] {
  const { id, username, displayName, url } = account;
  return { id, name: displayName || username, handle: `@${username}@${domain}`, url };
}

type Acts = Omit<Session, "profile" | "limits" | "repeat" | "expires" | "close">;

function createActs(seat: Seat, account: string): Acts {
  return {
    prepare: (post, context) => prepare(seat, post, context),
    publish: (post, memo) => publish(seat, post, readMemo(memo)),
    async find(post, memo, since) {
      const read = readMemo(memo);
      const status = await findStatus(seat.client, account, post, read, since);
      return status && readReceipt(status, read.media);
    },
    edit: (receipt, post) => edit(seat, receipt, post),
    remove: (receipt) => remove(seat, receipt),
    metrics: (receipts) => Promise.all(receipts.map((receipt) => count(seat, receipt))),
  };
}
