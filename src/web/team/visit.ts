import type { Context } from "hono";
import type { State } from "../../model/delivery.ts";
import type { Person, Right } from "../../model/person.ts";
import { may } from "../../model/person.ts";
import type { Site } from "../../model/site.ts";
import type { Env } from "../policy.ts";
import { findRoot } from "../shell.ts";
import type { Html } from "../text.ts";
import type { Words } from "../words/words.ts";
import type { Visitor } from "./admission.ts";
import { readForm, type Form } from "./form.ts";
import { frame, type TeamPage } from "./frame.ts";
import { leaveNote, takeNote } from "./note.ts";

export type { Form };

type Status = 200 | 400 | 401 | 403 | 404 | 409 | 410 | 413 | 429 | 500;

/** One browser at one door. */
export interface Visit {
  readonly c: Context<Env>;
  readonly site: Site;
  readonly now: Date;
  readonly words: Words;
  /** Null: not signed in. */
  readonly visitor: Visitor | null;
  may(right: Right): boolean;
  /** One of the door's own parameters. */
  param(name: string): string;
  /** A whole page. */
  page(page: TeamPage, status?: Status): Response | Promise<Response>;
  /** A part of a page, for the script that asked for it. */
  piece(piece: Html): Response | Promise<Response>;
  /** After a form: to a page of the team, with one sentence to be read there; `done` false where it was refused. */
  go(path: string, said?: string, done?: boolean): Response;
  form(): Promise<Form>;
}

/** What a page's frame asks of the house. */
interface Around {
  readonly site: Site;
  readonly now: Date;
  /** How many things wait for somebody. */
  readonly waits: (person: Person) => Promise<number>;
}

/** A draft whose time came while nobody had agreed: it goes out as soon as somebody has. */
export const isOverdue = (
  { now }: Visit,
  { state, dueAt }: { readonly state: State | null; readonly dueAt: string | null },
): boolean => state === "draft" && dueAt !== null && dueAt < now.toISOString();

export function visitOf(
  c: Context<Env>,
  { site, now, waits }: Around,
  words: Words,
  visitor: Visitor | null,
): Visit {
  const role = visitor?.person.role ?? null;
  return {
    c,
    site,
    now,
    words,
    visitor,
    may: (right) => role !== null && may(role, right),
    param: (name) => c.req.param(name) ?? "",
    page: async (page, status = 200) => {
      const waiting = visitor === null ? 0 : await waits(visitor.person);
      c.set("images", page.images);
      c.set("scripted", true);
      c.header("Cache-Control", "no-store");
      return c.html(frame({ site, words, visitor, waiting, said: takeNote(c) }, page), status);
    },
    piece: (piece) => {
      c.header("Cache-Control", "no-store");
      return c.html(piece);
    },
    go: (path, said, done = true) => {
      if (said !== undefined) leaveNote(c, { text: said, done });
      const { pathname, search, hash } = new URL(`${findRoot(site)}${path}`, site.url);
      return c.redirect(pathname + search + hash, 303);
    },
    form: () => readForm(c),
  };
}
