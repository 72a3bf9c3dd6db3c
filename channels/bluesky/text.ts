import type { AtpAgent, AppBskyRichtextFacet } from "@atproto/api";
import { ChannelError } from "../../src/channel/failure.ts";
import { splitGraphemes } from "../../src/channel/graphemes.ts";
import { count } from "../../src/channel/measure.ts";
import type { Post } from "../../src/model/post.ts";
import { worded } from "../../src/model/worded.ts";
import { detectFacets, hasLink, linkTo } from "./facets.ts";
import { limits } from "./limits.ts";

interface Text {
  readonly text: string;
  readonly facets: AppBskyRichtextFacet.Main[];
}

/** Letters of a link that is shown short; the facet has all of it. */
const shownLength = 30;

/** The text as composed. Pictures take the card's place, and then the link goes below the text, unless it is there. */
export async function makeText(post: Post, agent: AtpAgent): Promise<Text> {
  const facets = await detectFacets(post.text, agent);
  const hidden = post.media.length > 0 && !hasLink(facets, post.link);
  return hidden && post.link !== null
    ? appendLink(post.text, facets, post.link)
    : { text: post.text, facets };
}

function appendLink(before: string, facets: Text["facets"], link: string): Text {
  const shown = shorten(link);
  const text = `${before}\n\n${shown}`;
  for (const measure of limits.text) checkRoom(count(text, measure) - measure.max, measure.unit);
  return { text, facets: [...facets, linkTo(link, `${before}\n\n`, shown)] };
}

function checkRoom(excess: number, unit: string): void {
  if (excess <= 0) return;
  throw new ChannelError({
    kind: "refused",
    reason: worded`A post with pictures has no card, so its link goes into the text, which gets ${excess} ${unit} too long: shorten it, or take the pictures out.`,
  });
}

/** A link as people read it: without its scheme, and not long. */
export function shorten(link: string): string {
  const bare = link.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
  const letters = splitGraphemes(bare);
  return letters.length > shownLength ? `${letters.slice(0, shownLength - 1).join("")}…` : bare;
}
