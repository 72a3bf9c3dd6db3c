import { type AppBskyRichtextFacet, type AtpAgent, RichText } from "@atproto/api";

type Facet = AppBskyRichtextFacet.Main;

/** Links, hashtags and mentions of a text, by UTF-8 bytes. A mention that nobody answers to stays plain text. */
export async function detectFacets(text: string, agent: AtpAgent): Promise<Facet[]> {
  const rich = new RichText({ text });
  await rich.detectFacets(agent);
  return (rich.facets ?? []).filter(isResolved);
}

/** The library leaves an empty DID where a handle is not known. */
function isResolved({ features }: Facet): boolean {
  return !features.some((feature) => "did" in feature && feature.did === "");
}

/** Whether there is nothing to show, or a part of the text leads there. */
export function hasLink(facets: readonly Facet[], link: string | null): boolean {
  return (
    link === null || facets.some(({ features }) => features.some((one) => "uri" in one && one.uri === link))
  );
}

/** Makes a part of a text a link, whatever it reads. */
export function linkTo(uri: string, before: string, shown: string): Facet {
  const byteStart = Buffer.byteLength(before);
  return {
    index: { byteStart, byteEnd: byteStart + Buffer.byteLength(shown) },
    features: [{ $type: "app.bsky.richtext.facet#link", uri }],
  };
}

/** The hashtags among them, without `#`. */
export function tagsOf(facets: readonly Facet[]): string[] {
  return facets.flatMap(({ features }) =>
    features.flatMap((feature) => ("tag" in feature && typeof feature.tag === "string" ? [feature.tag] : [])),
  );
}
