import type { AtpAgent, AppBskyRichtextFacet } from "@atproto/api";
import { ChannelError } from "../../src/channel/failure.ts";
import { fits } from "../../src/channel/measure.ts";
import type { Post } from "../../src/model/post.ts";
import { detectFacets, linkTo } from "./facets.ts";
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
  if (post.link === null || post.media.length === 0 || post.text.includes(post.link))
    return { text: post.text, facets };
  return appendLink(post.text, facets, post.link);
}

function appendLink(text: string, facets: Text["facets"], link: string): Text {
  const before = `${text}\n\n`;
  const shown = shorten(link);
  if (!limits.text.every((measure) => fits(before + shown, measure)))
    throw new ChannelError({
      kind: "refused",
      reason: `A post with pictures has no card, and its text has no room for the link: shorten the text by ${shown.length + 2} characters, or take the pictures out.`,
    });
  return { text: before + shown, facets: [...facets, linkTo(link, before, shown)] };
}

/** A link as people read it: without its scheme, and not long. */
export function shorten(link: string): string {
  const bare = link.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
  return bare.length > shownLength ? `${bare.slice(0, shownLength - 1)}…` : bare;
}
