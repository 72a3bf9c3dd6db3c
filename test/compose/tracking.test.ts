import { expect, test } from "vitest";
import { printPieces, readParts } from "../../src/compose/marks.ts";
import { plainManner } from "../../src/compose/manner.ts";
import { trackingOf, trackLink, trackPieces } from "../../src/compose/tracking.ts";
import { plainLink } from "../../src/model/difference.ts";
import { ask, issue } from "./fixtures.ts";

const request = ask({ manner: { ...plainManner, account: "tower" } });
const tracking = trackingOf({ source: "{channel}", medium: "social" }, request);
const query = "utm_source=mastodon&utm_medium=social";

test.each([
  ["https://bells.example.org/a/", `https://bells.example.org/a/?${query}`],
  ["https://www.bells.example.org/a", `https://www.bells.example.org/a?${query}`],
  ["https://social.example.org", `https://social.example.org/?${query}`],
  ["https://bells.example.org/a?b=c", `https://bells.example.org/a?b=c&${query}`],
  ["https://bells.example.org/a?", `https://bells.example.org/a?${query}`],
  ["https://bells.example.org/a#part", `https://bells.example.org/a?${query}#part`],
  [
    "https://bells.example.org/?utm_source=mail#x",
    "https://bells.example.org/?utm_source=mail&utm_medium=social#x",
  ],
  [`https://bells.example.org/?${query}`, `https://bells.example.org/?${query}`],
  ["https://other.example.net/a", "https://other.example.net/a"],
  ["https://sub.bells.example.org/a", "https://sub.bells.example.org/a"],
  ["no link", "no link"],
])("%s becomes %s", (link, tracked) => {
  expect(trackLink(link, tracking)).toBe(tracked);
  expect(plainLink(tracked)).toBe(plainLink(link.replace("utm_source=mail", "")));
});

test("what is said of the post is filled in, and nothing in it ends a link", () => {
  const utm = { campaign: "{campaign}.{step}", content: "{account} (big)!", term: "{entry}", source: "" };
  expect(trackingOf(utm, request).query).toBe(
    "utm_campaign=newsletter%2Eannouncement&utm_content=tower%20%28big%29%21&utm_term=the-bell-newsletter-may-2026",
  );
});

test("links in a text have them, others have not, and a word that is the post's own link stays one", () => {
  const odd = "https://bells.example.org/a_(b";
  const text = `(https://bells.example.org/a), ${odd} https://other.example.net/ bells.example.org/a.`;
  const [part = []] = readParts(text);
  expect(printPieces(trackPieces(part, odd, tracking))).toBe(
    `(https://bells.example.org/a?${query}), ${odd}?${query} https://other.example.net/ bells.example.org/a.`,
  );
});

test("without parameters nothing changes", () => {
  expect(trackLink(issue.url, trackingOf(null, request))).toBe(issue.url);
});
