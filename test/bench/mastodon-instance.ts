import type { MastodonOptions } from "./mastodon.ts";

/** `/api/v2/instance`. */
export function describeInstance(options: MastodonOptions, url: string): object {
  return {
    domain: new URL(url).host,
    title: "Bench",
    version: options.version,
    source_url: options.sourceUrl,
    description: "A stand-in",
    usage: { users: { active_month: 1 } },
    thumbnail: { url: `${url}/thumbnail.png` },
    icon: [],
    languages: ["en"],
    configuration: {
      urls: { streaming: url.replace("http", "ws") },
      statuses: {
        max_characters: options.maxCharacters,
        max_media_attachments: options.maxMedia,
        characters_reserved_per_url: options.reservedPerUrl,
      },
      media_attachments: {
        description_limit: options.descriptionLimit,
        supported_mime_types: imageTypes,
        image_size_limit: imageBytes,
        image_matrix_limit: 33_177_600,
        video_size_limit: 103_809_024,
        video_frame_rate_limit: 120,
        video_matrix_limit: 8_294_400,
      },
    },
    registrations: { enabled: false, approval_required: false, message: null },
    api_versions: { mastodon: 7 },
    contact: { email: "", account: null },
    rules: [],
  };
}

export const imageTypes: readonly string[] = ["image/jpeg", "image/png", "image/gif", "image/webp"];
export const imageBytes = 16_777_216;
