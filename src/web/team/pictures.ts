import type { Person } from "../../model/person.ts";
import type { PictureFile } from "../../model/picture-file.ts";

/** The pictures that people bring from their devices. */
export interface Pictures {
  /** Keeps one for a post, which need not carry it yet; one sentence where it cannot be used. */
  add(
    post: string,
    file: Uint8Array,
    by: Person,
  ): Promise<{ readonly url: string } | { readonly problem: string }>;
  /** Of any post, by its file's name. */
  file(name: string): Promise<PictureFile | undefined>;
  /** Of the posts that somebody with that review link may see. */
  forGuest(secret: string, name: string): Promise<PictureFile | undefined>;
}
