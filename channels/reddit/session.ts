import type { Io, Limits, Session } from "../../src/channel/channel.ts";
import { ChannelError } from "../../src/channel/failure.ts";
import type { SettingValues } from "../../src/model/account.ts";
import { worded } from "../../src/model/worded.ts";
import { type Client, createClient } from "./client.ts";
import { findThing } from "./history.ts";
import { limits } from "./limits.ts";
import { readMemo } from "./memo.ts";
import { countAll } from "./metrics.ts";
import { edit, prepare, publish, remove } from "./publish.ts";
import { writeReceipt } from "./receipt.ts";
import type { Seat } from "./seat.ts";

export async function openSession(settings: SettingValues, io: Io): Promise<Session> {
  const read = (name: string): string => String(settings[name] ?? "");
  const website = read("website");
  const access = {
    server: read("server"),
    website,
    clientId: read("clientId"),
    clientSecret: read("clientSecret"),
    refreshToken: read("refreshToken"),
  };
  const client = createClient(access, io);
  const profile = await fetchProfile(client, website);
  const kind: Seat["kind"] = settings["kind"] === "self" ? "self" : "link";
  const subreddit = read("subreddit").replace(/^\/?r\//i, "");
  const flair = read("flair") || null;
  const body = settings["body"] !== false;
  return {
    profile,
    limits: limitsOf(kind),
    ...createActs({ client, io, user: profile.handle.slice(2), subreddit, kind, body, flair, website }),
  };
}

/** Only in a text must the link be written. */
function limitsOf(kind: Seat["kind"]): Limits {
  return { ...limits, linkInText: kind === "self" };
}

/** @see https://www.reddit.com/dev/api#GET_api_v1_me */
async function fetchProfile(client: Client, website: string): Promise<Session["profile"]> {
  const { id, name, is_suspended: suspended } = await client.get("/api/v1/me");
  if (typeof id !== "string" || typeof name !== "string")
    throw unauthorised(
      worded`Reddit does not say whose account it is. Check \`server\`: nothing there speaks Reddit's API.`,
    );
  if (suspended === true)
    throw unauthorised(worded`Reddit has suspended u/${name}: log in there to see why.`);
  return { id, name, handle: `u/${name}`, url: new URL(`/user/${name}/`, website).href };
}

type Acts = Omit<Session, "profile" | "limits" | "repeat" | "expires" | "close">;

function createActs(seat: Seat): Acts {
  return {
    prepare: (post, context) => prepare(seat, post, context),
    publish: (post, memo) => publish(seat, post, readMemo(memo)),
    async find(post, memo, since) {
      const thing = await findThing(seat, post, readMemo(memo), since);
      return thing && writeReceipt(seat, thing);
    },
    edit: (receipt, post) => edit(seat, receipt, post),
    remove: (receipt) => remove(seat, receipt),
    metrics: (receipts) => countAll(seat.client, receipts),
  };
}

function unauthorised(reason: string): ChannelError {
  return new ChannelError({ kind: "unauthorised", reason });
}
