/** Bytes that the specification recommends as the most for a body. */
export const maxBody = 20_000;
/** Of a post's own words, so that the rest of its event has room. */
export const maxText = 12_000;
