import type { App } from "../../app.ts";
import { completeLook } from "../../model/look.ts";
import type { KnownEntry } from "../../model/sighting.ts";
import { findChannel } from "../../registry.ts";
import type { PostView } from "../../web/team/posts.ts";
import { previewsOf } from "../previews.ts";
import { viewPart } from "./post-view.ts";

/** What the newest news would be on channels that have no account yet: shown once, where nothing of it is planned either. */
export async function wouldBe(
  app: App,
  known: KnownEntry,
  planned: readonly PostView[],
): Promise<readonly PostView[]> {
  if (known.state !== "news") return [];
  const previews = await previewsOf(app, { entry: known.entry, others: true, offline: true });
  const missing = previews.filter(({ account }) => account === null);
  const step = planned[0]?.step;
  const views = await Promise.all(
    missing.map(async (one) => {
      const channel = await findChannel(one.channel);
      const { text, reply } = channel?.limits ?? { text: [] };
      const parts = one.parts.map((part, at) =>
        viewPart(null, part.text, channel?.marks, at > 0 ? (reply ?? text) : text),
      );
      return {
        ...blank,
        ...pick(one),
        step: step ?? one.step,
        entry: known.id,
        parts,
        look: completeLook(channel?.look),
        scraped: channel?.card === "scraped",
      };
    }),
  );
  return views;
}

type Shown = Awaited<ReturnType<typeof previewsOf>>[number];

const pick = ({ channel, label, title, language, card, media, cost, example, entry }: Shown) => ({
  channel,
  label,
  title,
  language,
  card,
  media,
  cost,
  note: example,
  entryTitle: entry.title,
});

const blank = {
  id: null,
  campaign: null,
  story: null,
  account: null,
  profile: null,
  state: null,
  dueAt: null,
  altText: false,
  takes: { pictures: 0, bytes: 0, types: [] },
  problem: null,
  edited: false,
  sight: "",
  approvalsNeeded: 0,
  approvals: [],
  reason: null,
  open: false,
  hand: null,
  permalink: null,
  attempts: [],
} as const;
