/** What a part of a thread was before it was set aside with the part before it, and is again when that comes back. */
export const threads: readonly string[] = [`ALTER TABLE delivery ADD COLUMN set_aside TEXT`];
