import type { App } from "../../app.ts";
import type { Channel, Limits } from "../../channel/channel.ts";
import { findMarks, type Marks } from "../../channel/marks.ts";
import { count } from "../../channel/measure.ts";
import { sightOfAll } from "../agreement.ts";
import { rewritable, type Delivery } from "../../model/delivery.ts";
import type { KnownProfile } from "../../ledger/accounts.ts";
import { completeLook } from "../../model/look.ts";
import type { KnownEntry } from "../../model/sighting.ts";
import type { PartView, Piece, PostView } from "../../web/team/posts.ts";
import { mostBytes } from "../../picture/picture.ts";
import { priceOf } from "../money.ts";
import { nameAvatar } from "./avatars.ts";
import { typesFor } from "../picture-fit.ts";

/** What is known of an account that its posts' views need. */
export interface Place {
  readonly channel: Channel;
  readonly limits: Limits;
  readonly profile: PostView["profile"];
  readonly hand: PostView["hand"];
}

/** Null where the account's channel is no longer known. */
export async function placeOf(app: App, account: string): Promise<Place | null> {
  const channel = await app.desk.channelOf(account);
  if (channel === undefined) return null;
  const profile = (await app.ledger.accounts.all()).get(account)?.profile;
  return {
    channel,
    limits: await app.desk.limitsOf(account, channel),
    profile: profile ? viewProfile(app, profile) : null,
    hand: app.desk.account(account)?.handoff ?? null,
  };
}

function viewProfile(
  { config }: App,
  { name, handle, avatar }: KnownProfile,
): NonNullable<PostView["profile"]> {
  const root = new URL(config.site.url).pathname.replace(/\/$/, "");
  return { name, handle, avatar: avatar === undefined ? null : `${root}/avatars/${nameAvatar(avatar)}` };
}

/** A thread as one post. Its state and reason are those of the first part that is not out yet. */
export function viewPost(known: KnownEntry, parts: readonly Delivery[], place: Place): PostView | undefined {
  const [first] = parts;
  const current = parts.find(({ state }) => state !== "sent") ?? first;
  if (first === undefined || current === undefined) return undefined;
  const { channel } = place;
  const { title, card, media, language } = first.post;
  return {
    id: first.id,
    entry: known.id,
    entryTitle: known.entry.title,
    campaign: first.campaign,
    step: first.step,
    story: nameStory(known, first.story),
    account: first.account,
    channel: channel.id,
    label: channel.label,
    profile: place.profile,
    hand: place.hand,
    state: current.state,
    dueAt: first.dueAt,
    language,
    title,
    parts: parts.map((one) => viewPart(one.id, one.post.text, channel.marks, limitsFor(one, place.limits))),
    card,
    look: completeLook(channel.look),
    scraped: channel.card === "scraped",
    media,
    altText: channel.abilities.altText,
    takes: takesOf(place.limits),
    problem: null,
    cost: priceOf(
      channel,
      parts.map(({ post }) => post),
    ),
    edited: parts.some(({ edited }) => edited),
    sight: sightOfAll(parts),
    approvalsNeeded: first.approvalsNeeded,
    approvals: current.approvals,
    reason: current.reason,
    open: parts.every(({ state }) => rewritable.includes(state)),
    permalink: first.receipt?.permalink ?? null,
    attempts: parts.flatMap(({ attempts }) => attempts),
    note: null,
  };
}

const nameStory = ({ entry }: KnownEntry, id: string | null): string | null =>
  id === null ? null : (allStories(entry).find((story) => story.id === id)?.text ?? "");

const allStories = ({ sections }: KnownEntry["entry"]) => sections.flatMap(({ stories }) => stories);

const limitsFor = ({ part }: Delivery, { text, reply }: Limits): Limits["text"] =>
  part > 1 ? (reply ?? text) : text;

const takesOf = (limits: Limits): PostView["takes"] => ({
  pictures: limits.media,
  bytes: Math.min(limits.mediaBytes, mostBytes),
  types: typesFor(limits),
});

/** A text as the network shows and counts it. */
export function viewPart(
  id: string | null,
  text: string,
  marks: Marks | undefined,
  limits: Limits["text"],
): PartView {
  const [measure] = limits;
  return {
    id,
    text,
    pieces: cutPieces(text, marks),
    length: measure ? count(text, measure) : text.length,
    limit: measure?.max ?? 0,
    unit: measure?.unit ?? "utf16",
  };
}

function cutPieces(text: string, marks: Marks | undefined): readonly Piece[] {
  const found = findMarks(text, marks);
  const ends = [0, ...found.map(({ end }) => end)];
  const pieces = ends.flatMap((from, at) => {
    const next = found[at];
    const plain: Piece = { text: text.slice(from, next?.start), kind: "plain", url: null };
    return next
      ? [plain, { text: text.slice(next.start, next.end), kind: next.kind, url: next.url }]
      : [plain];
  });
  return pieces.filter((piece) => piece.text !== "");
}
