import type { OwnWords } from "../model/entry.ts";
import { worded } from "../model/worded.ts";
import type { Request, Setting } from "./compose.ts";
import { contextOf } from "./context.ts";
import { BrokenTemplateError } from "./handlebars.ts";
import { plainManner } from "./manner.ts";
import { withoutMarks } from "./marks.ts";
import { pickTemplate, templateInTurn } from "./pick.ts";
import { renderingOf } from "./rendering.ts";
import { withoutRepeats } from "./repeats.ts";

interface Written {
  /** With marks for what may give way. */
  readonly text: string;
  /** Null where nobody wrote one. */
  readonly title: string | null;
  readonly hashtags: readonly string[];
  readonly problems: readonly string[];
  /** Of several in turn, the one that it was. */
  readonly template: string | null;
}

/** What the entry's author wants said, or what the template says. */
export function write(request: Request, setting: Setting): Written | { readonly broken: string } {
  const { story, step, channel, templates, manner = plainManner } = request;
  const { own, limits, language, plain } = setting;
  const rendering = renderingOf(request, limits, language, plain, own.hashtags);
  const { hashtags, titles } = rendering;
  const common = { hashtags, problems: [], template: null };
  if (own.text !== undefined) return { ...common, text: withoutMarks(own.text), title: ownTitle(own) };
  const named = templateInTurn(step, manner.turn, manner.template);
  const template = pickTemplate(templates, step, channel.id, story !== null, named);
  if (template === undefined) return nothing(worded`There is no template for the step “${step.name}”.`);
  try {
    const text = withoutRepeats(template(contextOf(request, limits, language), rendering));
    const kept = (step.template?.length ?? 0) > 1 ? named : null;
    return { ...common, text, title: ownTitle(own) ?? titles[0] ?? null, template: kept };
  } catch (error) {
    if (error instanceof BrokenTemplateError) return { broken: error.message };
    return nothing(
      worded`The template of “${named ?? step.name}” does not suit this entry: ${reasonOf(error)}.`,
    );
  }
}

const ownTitle = ({ title }: OwnWords): string | null => (title === undefined ? null : withoutMarks(title));

const nothing = (problem: string): Written => ({
  text: "",
  title: null,
  hashtags: [],
  problems: [problem],
  template: null,
});

/** Handlebars says which name is missing, and where. */
const reasonOf = (error: unknown): string =>
  error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
