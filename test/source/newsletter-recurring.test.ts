import { describe, expect, it } from "vitest";
import { markRecurring } from "../../src/source/newsletter-recurring.ts";
import { someEntry, someSection } from "../fixtures/entry.ts";

describe("what stood in the previous issue", () => {
  const previous = someEntry({
    sections: [someSection("Hosting", "Give to Ada", "Give to Bob"), someSection("Events", "Every Monday")],
  });

  it("makes a section recurring where there is nothing else in it", () => {
    const entry = someEntry({ sections: [someSection("Hosting", "Give to “Bob”!", "Give to Ada")] });
    expect(markRecurring(entry, previous).sections).toEqual([{ ...entry.sections[0], kind: "recurring" }]);
  });

  it("is left out where there is news beside it", () => {
    const entry = someEntry({ sections: [someSection("Events", "Every Monday", "The spring meeting")] });
    const [section] = markRecurring(entry, previous).sections;
    expect(section?.kind).toBe("stories");
    expect(section?.stories.map(({ text }) => text)).toEqual(["The spring meeting"]);
  });

  it("is nothing where the issue before was another", () => {
    const entry = someEntry({
      sections: [someSection("Events", "The autumn meeting"), { path: ["A"], kind: "group", stories: [] }],
    });
    expect(markRecurring(entry, previous)).toEqual(entry);
  });
});
