import { expect, it } from "vitest";
import { reasonOf } from "../../../src/ledger/reason.ts";
import { createTongue } from "../../../src/web/words/tongue.ts";
import { openTranslation } from "../../../src/web/words/translate.ts";
import { sentences, terms } from "../../../src/web/words/de/sentences.ts";
import { en } from "../../../src/web/words/words.ts";
import { de } from "../../../src/web/words/de.ts";
import { joined } from "./said.ts";

const some = {
  "Held by {}.": "{1} hält ihn zurück.",
  "It is {}.": "Er ist {1:term}.",
  "It is {}; only drafts are approved.": "Er ist {1:term}; nur Entwürfe.",
  "The post {} has failed{}": "Der Post {1} ist gescheitert{2}",
  "No answer came.": "Es kam keine Antwort.",
  "{} answers {}": "{1!} antwortet mit {2!}",
  "{}; then: {}": "{1!}; danach: {2}",
  "{} calls us{}": "{1} ruft uns{2!}",
  "two posts": "zwei Posts",
  "Sent back by {}: {}": "Zurück von {1}: {2:own}",
};
const tell = openTranslation({ sentences: some, terms: { sent: "gesendet", and: "und" } });
/** What is not German stands in brackets. */
const said = (text: string): string => joined(tell(text));

it("knows a sentence by its words, and what stands in its holes stays", () => {
  expect(said("Held by anna.")).toBe("anna hält ihn zurück.");
  expect(said("Held by anna. No answer came.")).toBe("anna hält ihn zurück. Es kam keine Antwort.");
});

it("lets no hole swallow the sentence after it, and finds those that have a stop in their holes", () => {
  expect(said("The post 1 has failed: No answer came. Held by anna.")).toBe(
    "Der Post 1 ist gescheitert: Es kam keine Antwort. anna hält ihn zurück.",
  );
  expect(said("The post “It is done. Really” has failed.")).toBe(
    "Der Post “It is done. Really” ist gescheitert.",
  );
});

it("takes the sentence that says most itself", () => {
  expect(said("It is sent; only drafts are approved.")).toBe("Er ist gesendet; nur Entwürfe.");
  expect(said("It is sent.")).toBe("Er ist gesendet.");
  expect(said("It is constructor.")).toBe("Er ist constructor.");
});

it("leaves what a network says as it is, and says that it is not German", () => {
  expect(said("The post 1 has failed: Sorry, that did not work. Held by anna.")).toBe(
    "Der Post 1 ist gescheitert: [Sorry, that did not work.] anna hält ihn zurück.",
  );
  expect(said("Nothing that anybody knows here.")).toBe("[Nothing that anybody knows here.]");
});

it("says lists, halves and brackets piece by piece", () => {
  expect(said("The post 1 has failed: https://a.example answers 404; https://b.example answers 500")).toBe(
    "Der Post 1 ist gescheitert: https://a.example antwortet mit 404; https://b.example antwortet mit 500",
  );
  expect(said("posts.hbs (line 3): two posts")).toBe("posts.hbs (line 3): zwei Posts");
  expect(said("No answer came: two posts")).toBe("Es kam keine Antwort: zwei Posts");
  expect(said("No answer came (two posts)")).toBe("Es kam keine Antwort (zwei Posts)");
  expect(said("anna calls us; then: two posts")).toBe("anna ruft uns; danach: zwei Posts");
});

it("never translates people's own words", () => {
  expect(said("Sent back by anna: Held by bob.")).toBe("Zurück von anna: Held by bob.");
});

it("tells moments in the site's zone and language, in English too", async () => {
  const site = { name: "S", url: "https://s.example", timezone: "Europe/Berlin", language: "en", port: 1 };
  const tongue = createTongue(site, async () => ({}));
  const text = "Approved by anna: it goes out at 2026-12-24T09:00:00.000Z.";
  expect(joined((await tongue(en)).tell(text))).toBe("Approved by anna: it goes out at 24 Dec 2026, 10:00.");
  expect(joined((await tongue(de)).tell(text))).toBe(
    "anna hat zugestimmt: der Post geht raus, 24.12.2026, 10:00.",
  );
});

it("says the whole of why the ledger cannot be written", () => {
  const all = openTranslation({ sentences, terms });
  for (const message of [
    "database or disk is full",
    "disk I/O error",
    "attempt to write a readonly database",
  ]) {
    const text = `The ledger cannot be written: ${reasonOf(new Error(message))}`;
    expect(joined(all(text))).toMatch(
      /^Das Hauptbuch lässt sich nicht schreiben: [^[\]]+\. \p{Lu}[^[\]]+\.$/u,
    );
  }
});

it("takes no longer for hostile texts, and little for a page of thousands", () => {
  const all = openTranslation({ sentences, terms });
  const hostile = ["The post ", ". ", "a answers ", "It is x; ", ": ", "(", "a and ", "Held by ", "It is: ("];
  const before = performance.now();
  for (const one of hostile) all(one.repeat(3_990 / one.length));
  const between = performance.now();
  for (let at = 0; at < 2_000; at++) all(`The post ${at} to fedi has failed: The server answered ${at}: No.`);
  const [first, second] = [between - before, performance.now() - between];
  console.log(`hostile texts: ${first.toFixed(0)} ms; 2,000 reasons: ${second.toFixed(0)} ms`);
  expect(first).toBeLessThan(2_000);
  expect(second).toBeLessThan(2_000);
});
