import { ChannelError } from "../../src/channel/failure.ts";
import type { Receipt } from "../../src/model/post.ts";
import { worded } from "../../src/model/worded.ts";
import type { Memo } from "./memo.ts";

/** What Facebook says of a post or comment that is there. */
export interface Made {
  readonly id: string;
  readonly permalink_url: string;
  /** As `2026-11-01T16:00:00+0000`. */
  readonly created_time: string;
}

/** What later acts need to know of a post. */
interface Data {
  /** It has its link beside its words. */
  readonly plain: boolean;
  /** Of a comment: the one that later parts of the thread gather under. */
  readonly top: string | null;
}

export function writeReceipt(made: Partial<Made>, { under, top, photos }: Memo, now: Date): Receipt {
  const { id, permalink_url: permalink, created_time: created } = made;
  if (typeof id !== "string")
    throw new ChannelError({
      kind: "lost",
      reason: worded`Facebook answered with something that is not a post.`,
    });
  const time = new Date(created ?? now);
  const data = { plain: under === null && photos.length === 0, top: under === null ? null : (top ?? id) };
  return {
    remoteId: id,
    permalink: permalink ?? `https://www.facebook.com/${id}`,
    at: (Number.isNaN(time.getTime()) ? now : time).toISOString(),
    data,
  };
}

export function isPlain({ data }: Receipt): boolean {
  return (data as Partial<Data> | null | undefined)?.plain ?? true;
}

export function readTop({ data }: Receipt): string | null {
  return (data as Partial<Data> | null | undefined)?.top ?? null;
}
