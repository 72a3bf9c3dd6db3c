import type { App } from "../../app.ts";
import { describeTemplate, pickTemplate } from "../../compose/pick.ts";
import type { TemplateView } from "../../web/team/posts.ts";
import { stepName } from "../../model/booking.ts";
import { cardsOf, composeFor, templatesOf } from "../composing.ts";
import { freshOf } from "../fresh.ts";
import { threadOf } from "./thread.ts";

/** The template of a post, and what it would say of the entry as it is now. */
export async function templateOf(app: App, id: string): Promise<TemplateView | undefined> {
  const thread = await threadOf(app, id);
  const [first] = thread?.parts ?? [];
  if (thread === undefined || first === undefined) return undefined;
  const campaign = app.config.campaigns.find(({ name }) => name === first.campaign);
  const step = campaign?.steps.find(({ name }) => name === stepName(first.step));
  const entry = await freshOf(app, thread.known.entry);
  const story =
    entry.sections.flatMap(({ stories }) => stories).find((one) => one.id === first.story) ?? null;
  const { channel, limits } = thread.place;
  if (campaign === undefined || step === undefined) return undefined;
  const { templates } = await templatesOf(app.config);
  const made = first.post.template ?? step.template?.[0] ?? null;
  const template = pickTemplate(templates, step, channel.id, story !== null, made);
  const card = await cardsOf(app)(entry, story, { card: "none" });
  const { posts } = await composeFor(
    app,
    { entry, story, campaign: campaign.name, step, account: first.account, template: first.post.template },
    channel,
    limits,
    card,
  );
  const described = template && describeTemplate(templates, template);
  return described && { ...described, texts: posts.map(({ text }) => text) };
}
