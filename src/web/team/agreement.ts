import type { Person } from "../../model/person.ts";
import type { EntryView, Written } from "./posts.ts";

/** How the team agrees on what goes out. */
export interface Agreement {
  /** What was said about an entry and its posts, the oldest first. */
  remarks(entry: string): Promise<readonly RemarkView[]>;
  /** Agrees to posts exactly as they were seen; to none that was changed meanwhile. */
  approve(seen: readonly { readonly id: string; readonly sight: string }[], by: Person): Promise<Written>;
  /** Back to whoever wrote it: nobody has agreed any more. */
  sendBack(id: string, text: string, by: Person): Promise<Written>;
  ask(entry: string, id: string | null, text: string, by: Person): Promise<void>;
  say(entry: string, id: string | null, text: string, by: Person): Promise<void>;
  links(entry: string): Promise<readonly LinkView[]>;
  /** The secret of a link that shows an entry's posts for a week. */
  makeLink(entry: string, by: Person): Promise<string>;
  endLink(id: string, by: Person): Promise<void>;
  /** What a link shows; undefined where it has ended. */
  guest(secret: string): Promise<EntryView | undefined>;
  /** False where the link has ended, or too much was said by it. */
  sayAsGuest(secret: string, name: string, text: string): Promise<boolean>;
}

export interface RemarkView {
  readonly at: string;
  readonly who: string;
  readonly kind: "asked" | "said" | "back" | "guest";
  readonly text: string;
  /** The first part's id; null: about the entry. */
  readonly post: string | null;
}

export interface LinkView {
  readonly id: string;
  readonly madeBy: string;
  readonly until: string;
}
