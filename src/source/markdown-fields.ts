import type { Image } from "../model/entry.ts";
import { readDate } from "./dates.ts";
import { type Fields, isFields } from "./front-matter.ts";
import { resolveLink } from "./newsletter-link.ts";

/** The first of these keys that holds text. */
export function textOf(fields: Fields, ...keys: readonly string[]): string | null {
  const texts = keys.map((key) => asText(fields[key]));
  return texts.find((text) => text !== "") ?? null;
}

function asText(value: unknown): string {
  return typeof value === "string" || typeof value === "number"
    ? String(value).replace(/\s+/g, " ").trim()
    : "";
}

/** ISO 8601, UTC. A date without a zone is UTC, as in Hugo. */
export function dateOf(fields: Fields, ...keys: readonly string[]): string | null {
  const values = keys.map((key) => fields[key]);
  const dates = values.map((value) => (value instanceof Date ? toIso(value) : readDate(asText(value))));
  return dates.find((date) => date !== null) ?? null;
}

function toIso(date: Date): string | null {
  return Number.isNaN(date.getTime()) ? null : new Date(date.getTime()).toISOString();
}

/** A list of texts, or one text alone. */
export function textsOf(fields: Fields, ...keys: readonly string[]): string[] {
  const values = keys.flatMap((key) => fields[key] ?? []);
  const texts = values.map(asText).filter((text) => text !== "");
  return [...new Set(texts)];
}

const pictureKeys = ["image", "images", "cover", "featured_image", "featuredImage", "thumbnail"];

/** The picture that the page names for itself. */
export function imageOf(fields: Fields, base: string): Image | null {
  const value = pictureKeys.flatMap((key) => fields[key] ?? [])[0];
  const inner = isFields(value) ? value : { src: value };
  const url = resolveLink(textOf(inner, "src", "url", "image") ?? "", base);
  const alt = textOf(inner, "alt", "caption") ?? textOf(fields, "image_alt", "imageAlt") ?? "";
  return url === null ? null : { url, alt };
}
