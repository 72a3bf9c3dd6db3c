import type { Post } from "../../src/model/post.ts";

/** A post of nothing but text. */
export function makePost(change: Partial<Post> = {}): Post {
  return {
    title: null,
    text: "Hello",
    link: null,
    card: null,
    media: [],
    language: null,
    tags: [],
    ...change,
  };
}
