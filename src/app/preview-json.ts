import type { Preview } from "./previews.ts";

/** The shape that `--json` promises for a post as it would be. */
export function previewJson({
  account,
  channel,
  step,
  entry,
  story,
  parts,
  card,
  media,
  language,
  dueAt,
  why,
  title,
  cost,
  handoff,
  notes,
  problems,
  waitsFor,
}: Preview) {
  return {
    account,
    channel,
    step,
    entry: entry.id,
    story: story?.id ?? null,
    title,
    parts,
    card,
    media,
    language,
    dueAt,
    why,
    cost,
    handoff,
    notes,
    problems,
    waitsFor,
  };
}
