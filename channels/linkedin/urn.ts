/** For a path or a query: Rest.li wants parentheses escaped too. @see https://linkedin.github.io/rest.li/spec/protocol */
export function encode(urn: string): string {
  return encodeURIComponent(urn).replaceAll("(", "%28").replaceAll(")", "%29");
}

/** `urn:li:comment:(urn:li:activity:1,2)`: its own number is the last. */
export function readCommentId(urn: string): string | undefined {
  return /^urn:li:comment:\(.+,(\d+)\)$/.exec(urn)?.[1];
}

export function isPost(urn: unknown): urn is string {
  return typeof urn === "string" && /^urn:li:(?:share|ugcPost):\d+$/.test(urn);
}

/** Where followers read a post. */
export function linkPost(urn: string): string {
  return `https://www.linkedin.com/feed/update/${urn}/`;
}

/** Where followers read a comment: its post, with the comment on top. */
export function linkComment(post: string, comment: string): string {
  return `${linkPost(post)}?commentUrn=${encode(comment.replace("(urn:li:", "("))}`;
}
