import type { Channel, Io } from "../channel/channel.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { KnownAllowance } from "../model/allowance.ts";

/** Hears what networks' answers say is left of their limits, and keeps it beside the work: no post waits for that. */
export interface Ear {
  /** The same as `io`, whose answers to an account are heard. */
  at(account: string, channel: Channel, io: Io): Io;
  /** Keeps what was heard and is not kept yet. Never throws: with the next answer it is said again. */
  keep(): Promise<void>;
}

/** Answers of an account that wait to be read; of more, the newest. */
const most = 16;
/** Milliseconds after the first answer, and between two changes of the ledger. */
const soon = 2_000;
const pause = 60_000;

/** An answer whose headers nobody has read yet: to remember it costs less. */
interface Unread {
  readonly method: string;
  readonly url: string | URL;
  readonly at: Date;
  readonly answer: { readonly headers: Headers };
}

/** An account's answers by what was asked, the newest last. */
interface Heard {
  readonly channel: Channel;
  readonly answers: Map<string, Unread>;
}

export function earOf({ allowances }: Pick<Ledger, "allowances">): Ear {
  const heard = new Map<string, Heard>();
  let timer: NodeJS.Timeout | undefined;
  let kept = Number.NEGATIVE_INFINITY;
  const keep = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    try {
      const said = [...heard].flatMap(([account, one]) => readAll(account, one));
      heard.clear();
      if (said.length === 0) return;
      kept = performance.now();
      await allowances.keep(said);
    } catch {
      return;
    }
  };
  const note = (account: string, channel: Channel, unread: Unread): void => {
    const one = heard.get(account) ?? { channel, answers: new Map<string, Unread>() };
    heard.set(account, one);
    remember(one.answers, unread);
    timer ??= setTimeout(() => void keep(), Math.max(soon, kept + pause - performance.now())).unref();
  };
  return {
    // Channels whose answers say nothing are not listened to.
    at: (account, channel, io) =>
      channel.left === undefined ? io : listen(io, (unread) => note(account, channel, unread)),
    keep,
  };
}

function listen(io: Io, note: (unread: Unread) => void): Io {
  const { send } = io;
  return {
    ...io,
    fetch: async (input, init) => {
      const response = await io.fetch(input, init);
      const asked = input instanceof Request ? input : { url: input, method: init?.method ?? "GET" };
      note({ method: asked.method, url: asked.url, at: io.now(), answer: { headers: response.headers } });
      return response;
    },
    ...(send && {
      send: async (url, letter) => {
        const answer = await send(url, letter);
        note({ method: letter.method, url, at: io.now(), answer });
        return answer;
      },
    }),
  };
}

function remember(answers: Heard["answers"], unread: Unread): void {
  const key = `${unread.method} ${String(unread.url)}`;
  answers.delete(key);
  answers.set(key, unread);
  if (answers.size > most) answers.delete(answers.keys().next().value ?? "");
}

/** Of each limit what was said last. */
function readAll(account: string, { channel, answers }: Heard): readonly KnownAllowance[] {
  const said = [...answers.values()].flatMap((unread) => read(account, channel, unread));
  return [...new Map(said.map((one) => [`${one.name} ${one.what}`, one])).values()];
}

function read(
  account: string,
  channel: Channel,
  { method, url, at, answer }: Unread,
): readonly KnownAllowance[] {
  const answered = { method, path: new URL(url).pathname, headers: answer.headers, at };
  return (channel.left?.(answered) ?? []).map((one) => ({ ...one, account, at: at.toISOString() }));
}
