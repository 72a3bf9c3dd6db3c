import type { Io, Metrics, Profile, Session } from "../../src/channel/channel.ts";
import { AnswerError } from "../../src/channel/http.ts";
import type { SettingValues } from "../../src/model/account.ts";
import type { Receipt } from "../../src/model/post.ts";
import { worded } from "../../src/model/worded.ts";
import { type Call, createCall, demand, type Person } from "./client.ts";
import { findSame, recognise } from "./find.ts";
import { readMemo, toReply } from "./memo.ts";
import { write } from "./text.ts";
import { count, isLive, readId, toReceipt, type View } from "./thing.ts";

export async function openSession(settings: SettingValues, io: Io): Promise<Session> {
  const [server = "", user, password, community = ""] = ["server", "username", "password", "community"].map(
    (name) => String(settings[name]),
  );
  const login = await createCall(server, io)("POST", "user/login", { username_or_email: user, password });
  const call = createCall(server, io, demand(login.jwt, worded`The account may not sign in yet.`));
  const { my_user: me } = await call("GET", "site", {});
  const { community_view: place } = await call("GET", "community", { name: community.replace(/^!/, "") });
  const { person } = demand(me, worded`The server does not say whose account it is.`).local_user_view;
  const { id } = demand(place, worded`The server does not know the community.`).community;
  return { profile: describe(person), ...createActs(call, person.name, id) };
}

function describe({ id, name, display_name: shown, actor_id: url }: Person): Profile {
  return { id: String(id), name: shown ?? name, handle: `${name}@${new URL(url).host}`, url };
}

type Act = (method: "POST" | "PUT", kind: string, data: object) => Promise<Receipt>;

function createActs(call: Call, username: string, community: number): Omit<Session, "profile"> {
  const act: Act = async (method, kind, data) => {
    const { post_view: post, comment_view: comment } = await call(method, kind, data, true);
    return toReceipt(comment ?? post);
  };
  return {
    prepare: async (_, { reply }) => ({ reply: reply && toReply(reply.root, reply.parent) }),
    async publish(post, memo) {
      const { reply } = readMemo(memo);
      const place = reply ?? { community_id: community };
      const kind = reply ? "comment" : "post";
      return act("POST", kind, { ...write(kind, post), ...place });
    },
    async find(post, memo, since) {
      const isSame = recognise(post, readMemo(memo), community);
      return findSame(call, username, readMemo(memo), since, isSame);
    },
    ...createLaterActs(call, act),
  };
}

/** What may happen to a post that is live. */
function createLaterActs(call: Call, act: Act): Pick<Session, "edit" | "remove" | "metrics"> {
  return {
    async edit(receipt, post) {
      const { kind, id } = readId(receipt);
      return act("PUT", kind, { ...write(kind, post), [`${kind}_id`]: id });
    },
    async remove(receipt) {
      const { kind, id } = readId(receipt);
      const live = await look(call, receipt);
      if (live) await call("POST", `${kind}/delete`, { [`${kind}_id`]: id, deleted: true }, true);
    },
    async metrics(receipts) {
      const counts: (Metrics | null)[] = [];
      for (const receipt of receipts) counts.push(count(await look(call, receipt)));
      return counts;
    },
  };
}

/** Null for what is gone. */
async function look(call: Call, receipt: Receipt): Promise<View | null> {
  const { kind, id } = readId(receipt);
  try {
    const { post_view: post, comment_view: comment } = await call("GET", kind, { id });
    const view = comment ?? post;
    return view && isLive(view) ? view : null;
  } catch (error) {
    if (error instanceof AnswerError && error.status === 404) return null;
    throw error;
  }
}
