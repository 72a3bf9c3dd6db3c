import { expect, test } from "vitest";
import type { Request } from "../../src/compose/compose.ts";
import { ask, channels, issue } from "./fixtures.ts";
import { saidBy } from "./saying.ts";

const nothing = { title: "", was: "", link: "", text: "" };

async function noteIn(
  language: string,
  correction: Partial<typeof nothing>,
  channel: Request["channel"] = channels.plain,
): Promise<string> {
  const request = ask({ entry: { ...issue, language }, step: { name: "correction", thread: null }, channel });
  const { posts, problems } = await saidBy({}, { ...request, correction: { ...nothing, ...correction } });
  expect(problems).toEqual([]);
  return posts[0]?.text ?? "";
}

test("a note says what is right, and nothing else", async () => {
  const link = issue.url;
  expect(await noteIn("en", { title: "The Bell Gazette", was: "The Bell Gazete" })).toBe(
    "Correction: The title is “The Bell Gazette”.",
  );
  expect(await noteIn("en", { link })).toBe(`Correction: The right link: ${link}`);
  expect(await noteIn("en", { text: "The meeting is on Tuesday." })).toBe(
    "Correction: It should say: The meeting is on Tuesday.",
  );
});

test.each([
  ["de", "Korrektur: Der Titel lautet „Glocken“. Der richtige Link: "],
  ["fr", "Rectificatif\u00a0: Le titre est «\u00a0Glocken\u00a0». Le bon lien\u00a0: "],
  ["it", "Correzione: Il titolo è «Glocken». Il link giusto: "],
  ["es", "Corrección: El título es «Glocken». El enlace correcto: "],
  ["pt-BR", "Correção: O título é “Glocken”. O link certo: "],
  ["fi", "→ “Glocken” "],
])("in the newsletter's language: %s", async (language, words) => {
  expect(await noteIn(language, { title: "Glocken", link: issue.url })).toBe(`${words}${issue.url}`);
});

test("a note that would be too long keeps its beginning", async () => {
  const text = "The meeting is on Tuesday, and not on Monday. ".repeat(40);
  const note = await noteIn("en", { text }, channels.tight);
  expect(note).toMatch(/^Correction: It should say: The meeting is on Tuesday/);
  expect(note.length).toBeLessThan(300);
});
