import { html } from "hono/html";
import type { Delivery } from "../model/delivery.ts";
import type { Entry, Section, Story, Translation } from "../model/entry.ts";
import type { Site } from "../model/site.ts";
import { isCopy, publishedAt, showCopy } from "./post.ts";
import type { Told } from "./reading.ts";
import type { Page } from "./shell.ts";
import { type Html, readHost, readLink, shortenText } from "./text.ts";
import { showDay, showTime } from "./time.ts";

type Label = (channel: string) => string;

/** An entry is public once something about it is. */
export function isAnnounced({ deliveries }: Told): boolean {
  return deliveries.some((delivery) => delivery.state === "sent");
}

/** `/e/ID`: an entry, what is in it, and where it was posted. */
export function makeEntryPage(site: Site, id: string, told: Told, label: Label): Page {
  const { entry } = told;
  return {
    title: `${entry.title} · ${site.name}`,
    description: shortenText(entry.summary, 200),
    path: `/e/${encodeURIComponent(id)}`,
    main: html`<main id="main" class="column">${showEntry(site, told, label)}</main>`,
    images: pictureOf(entry) === null ? [] : [pictureOf(entry)?.url ?? ""],
    image: entry.image,
    kind: "article",
  };
}

function showEntry(site: Site, { entry, deliveries }: Told, label: Label): Html {
  const link = readLink(entry.url);
  const picture = pictureOf(entry);
  return html`<article class="entry h-entry" lang="${entry.language ?? ""}">
    ${entry.published !== null && html`<p class="when">${showDay(entry.published, site, "dt-published")}</p>`}
    <h1 class="p-name" dir="auto">${entry.title}</h1>
    <p class="summary p-summary" dir="auto">${entry.summary}</p>
    <p class="ways">
      ${link !== null && html`<a class="read u-url" href="${link}" rel="noopener">Read the whole ${entry.newsletter ? "issue" : "article"}</a>`}
      ${showTranslations(entry.translations)}
    </p>
    ${picture && html`<img class="picture u-photo" src="${picture.url}" alt="${picture.alt}" referrerpolicy="no-referrer" />`}
    ${showSections(entry.sections)} ${showCopies(site, deliveries.filter(isCopy), label)}
  </article>`;
}

function showTranslations(translations: readonly Translation[]): Html {
  return html`${translations.length > 0 && html`<span class="also"><span>Also in</span> ${translations.map(showTranslation)}</span>`}`;
}

function showTranslation({ language, url }: Translation): Html {
  const name = nameLanguage(language);
  return html`<a href="${readLink(url)}" hreflang="${language}" lang="${language}" rel="alternate noopener"
    >${name}</a
  > `;
}

/** In its own words. */
function nameLanguage(language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
  } catch {
    return language;
  }
}

function showSections(sections: readonly Section[]): Html {
  const told = sections.filter((section) => section.kind === "stories" && section.stories.length > 0);
  if (told.length === 0) return html``;
  return html`<section class="inside" aria-labelledby="inside">
    <h2 id="inside">What is inside</h2>
    ${told.map(showSection)}
  </section>`;
}

function showSection({ path, stories }: Section): Html {
  return html`<details>
    <summary>
      <span dir="auto">${path.join(" › ")}</span> <span class="count">${stories.length}</span>
    </summary>
    <ul>
      ${stories.map(showStory)}
    </ul>
  </details>`;
}

function showStory({ text, link }: Story): Html {
  const address = readLink(link);
  return html`<li dir="auto">
    ${shortenText(text, 320)}
    ${address !== null && html`<a href="${address}" rel="noopener">${readHost(address)}</a>`}
  </li>`;
}

function showCopies(site: Site, copies: readonly Delivery[], label: Label): Html {
  if (copies.length === 0) return html``;
  const groups = Object.values(Object.groupBy(copies, (one) => JSON.stringify([one.step, one.story])));
  return html`<section class="copies" aria-labelledby="copies">
    <h2 id="copies">Where it was posted</h2>
    <ol>
      ${groups.map((group) => group && showGroup(site, group, label))}
    </ol>
  </section>`;
}

function showGroup(site: Site, copies: readonly Delivery[], label: Label): Html {
  const [first] = copies;
  if (first === undefined) return html``;
  return html`<li>
    <p class="said" dir="auto">${shortenText(nameSaid(first.post.text), 140)}</p>
    <p class="also">${showTime(publishedAt(first), site)} ${copies.map((copy) => showCopy(copy, label))}</p>
  </li>`;
}

/** What a post says, without its links. */
function nameSaid(text: string): string {
  return text
    .replace(/https?:\/\/\S+/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}

function pictureOf(entry: Entry): Entry["image"] {
  return readLink(entry.image?.url ?? null) === null ? null : entry.image;
}
