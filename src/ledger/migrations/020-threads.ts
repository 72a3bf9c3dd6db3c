/**
 * What a part of a thread was before it was set aside with the part before it, and is again when that comes back; and
 * the person who let a post go out though its page was not there.
 */
export const threads: readonly string[] = [
  `ALTER TABLE delivery ADD COLUMN set_aside TEXT`,
  `ALTER TABLE delivery ADD COLUMN waived_by TEXT`,
];
