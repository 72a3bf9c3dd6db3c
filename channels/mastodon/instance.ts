import type { Limits, Repeat } from "../../src/channel/channel.ts";
import { countGraphemes } from "../../src/channel/graphemes.ts";

/** Those of mastodon.social; a server's own replace them. Text as `StatusLengthValidator` counts it. */
export const defaultLimits: Limits = {
  text: [{ unit: "graphemes", max: 500, links: { length: 23, bare: false }, mentions: "local" }],
  title: null,
  media: 4,
  mediaBytes: 16_777_216,
  // `PreviewCard::LIMIT`; servers that were set up without libvips take a quarter of it.
  cardImage: { maxBytes: 8_388_608 },
  alt: 1500,
  tags: 3,
  linkInText: true,
};

/** The server forgets keys after an hour; ten minutes are left for clocks that disagree. */
export const defaultRepeat: Repeat = { sameFor: 3000, find: true, settling: 60 };

/** What is used of a server's description of itself; other servers than Mastodon leave much of it out. */
export interface Instance {
  readonly version?: string;
  readonly sourceUrl?: string;
  readonly domain?: string;
  readonly configuration?: {
    readonly statuses?: {
      readonly maxCharacters?: number;
      readonly maxMediaAttachments?: number;
      readonly charactersReservedPerUrl?: number;
    };
    readonly mediaAttachments?: {
      readonly supportedMimeTypes?: readonly string[];
      readonly imageSizeLimit?: number;
      readonly descriptionLimit?: number;
    };
  };
}

/** What the server says of itself, as far as it does. The content warning's graphemes count as text. */
export function readLimits(instance: Instance, contentWarning: string): Limits {
  const { statuses, mediaAttachments } = instance.configuration ?? {};
  const max = (statuses?.maxCharacters ?? 500) - countGraphemes(contentWarning);
  const links = { length: statuses?.charactersReservedPerUrl ?? 23, bare: false };
  return {
    ...defaultLimits,
    text: [{ unit: "graphemes", max: Math.max(1, max), links, mentions: "local" }],
    media: statuses?.maxMediaAttachments ?? defaultLimits.media,
    mediaBytes: mediaAttachments?.imageSizeLimit ?? defaultLimits.mediaBytes,
    ...typesOf(mediaAttachments?.supportedMimeTypes),
    alt: mediaAttachments?.descriptionLimit ?? defaultLimits.alt,
  };
}

/** Images only; a server that lists none does not say. */
function typesOf(types: readonly string[] = []): Pick<Limits, "mediaTypes"> {
  const mediaTypes = types.filter((type) => type.startsWith("image/"));
  return mediaTypes.length === 0 ? {} : { mediaTypes };
}

/**
 * Many servers speak this API, and only Mastodon is known to keep keys: GoToSocial and snac2 ignore them, others answer at
 * once with two posts. Mastodon 4.6 crashes on a key that it knows. All of them can be asked for the posts that are there.
 */
export function readRepeat({ version = "", sourceUrl = "" }: Instance): Repeat {
  const numbered = /^[4-9]\.\d+\.\d+([-+][\w.+-]+)?$/.test(version) && !version.startsWith("4.6.");
  return numbered && /\/mastodon(\/|$)/.test(sourceUrl) ? defaultRepeat : { find: true };
}
