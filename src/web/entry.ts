import { html } from "hono/html";
import type { Section, Story } from "../model/entry.ts";
import { showCopies } from "./copies.ts";
import { showPicture } from "./post.ts";
import { isCopy } from "./published.ts";
import type { Told } from "./reading.ts";
import type { Other, Page } from "./shell.ts";
import { type Html, readHost, readLink, shortenText } from "./text.ts";
import { showDay } from "./time.ts";
import type { Voice } from "./voice.ts";

/** An entry is public once something about it is. */
export function isAnnounced({ deliveries }: Told): boolean {
  return deliveries.some((delivery) => delivery.state === "sent");
}

/** `/e/ID`: an entry, what is in it, and where it was posted. `others`: the same in other languages. */
export function makeEntryPage(voice: Voice, id: string, told: Told, others: readonly Other[]): Page {
  const { entry } = told;
  const picture = pictureOf(told);
  return {
    title: entry.title,
    description: shortenText(entry.summary, 200),
    path: `/e/${encodeURIComponent(id)}`,
    main: html`<main id="main" class="column">${showEntry(voice, told, others)}</main>`,
    images: picture === null ? [] : [picture.url],
    image: picture,
    kind: "article",
    times: { published: entry.published, modified: entry.updated },
    language: entry.language ?? "",
    others,
  };
}

function showEntry(voice: Voice, told: Told, others: readonly Other[]): Html {
  const { entry } = told;
  const { site, words } = voice;
  const link = readLink(entry.url);
  const picture = pictureOf(told);
  const way = words.publicly.readWhole[entry.newsletter ? "issue" : "article"];
  const day = entry.published !== null && showDay(entry.published, site, "dt-published", words.code);
  return html`<article class="entry h-entry" lang="${entry.language ?? ""}">
    <h1 class="p-name" dir="auto">${entry.title}</h1>
    <a class="p-author h-card" href="${site.url}/" hidden>${site.name}</a>
    ${day && html`<p class="when" lang="${words.code}">${day}</p>`}
    ${entry.summary !== "" && html`<p class="summary p-summary" dir="auto">${entry.summary}</p>`}
    ${picture && showPicture(picture, true)}
    <p class="ways" lang="${words.code}">
      ${link !== null && html`<a class="read u-url" href="${link}" rel="noopener">${way}</a>`}
      ${others.length > 0 && html`<span class="also"><span>${words.publicly.alsoIn}</span> ${others.map(showOther)}</span>`}
    </p>
    ${showSections(voice, entry.sections)} ${showCopies(voice, told.deliveries.filter(isCopy))}
  </article>`;
}

function showOther({ language, url }: Other): Html {
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

function showSections({ words }: Voice, sections: readonly Section[]): Html {
  const told = sections.filter((section) => section.kind === "stories" && section.stories.length > 0);
  if (told.length === 0) return html``;
  return html`<section class="contents" aria-labelledby="contents">
    <h2 id="contents" lang="${words.code}">${words.publicly.inside}</h2>
    ${told.map((section, at) => showSection(section, at === 0))}
  </section>`;
}

function showSection({ path, stories }: Section, open: boolean): Html {
  return html`<details ${open && html`open`}>
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
    ${address !== null && html`<a class="host" href="${address}" rel="noopener">${readHost(address)}</a>`}
  </li>`;
}

function pictureOf({ entry }: Told): Told["entry"]["image"] {
  const address = readLink(entry.image?.url ?? null);
  return address === null ? null : { url: address, alt: entry.image?.alt ?? "" };
}
