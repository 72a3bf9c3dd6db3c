import { describe, expect, it } from "vitest";
import type { Entry } from "../../src/model/entry.ts";
import type { KnownEntry } from "../../src/model/sighting.ts";
import { changesOf, faceOf, recognise, type Memory } from "../../src/source/identity.ts";
import { someEntry, someSection } from "../fixtures/entry.ts";

const words = (from: number, count: number): string =>
  Array.from({ length: count }, (_, index) => `word${from + index}`).join(" ");

const issue = (changes: Partial<Entry> = {}): Entry =>
  someEntry({ sections: [someSection("Articles", words(0, 60), words(60, 60))], ...changes });

function remember(...entries: readonly Entry[]): Memory {
  const known = new Map<string, KnownEntry>();
  const keys = new Map<string, string>();
  for (const [index, entry] of entries.entries()) {
    const id = `known-${index}`;
    const face = faceOf(entry);
    known.set(id, {
      id,
      entry,
      state: "news",
      reason: null,
      foundAt: "",
      newsAt: null,
      plannedAt: null,
      fingerprint: face.fingerprint,
    });
    for (const { kind, value } of face.keys) keys.set(`${kind} ${value}`, id);
  }
  return { keys, known };
}

const edited = [someSection("Articles", words(0, 60), words(60, 50), words(500, 8))];
const changes: Readonly<Record<string, Partial<Entry>>> = {
  id: { id: "tag:example.org,2026:1" },
  address: { url: "https://example.org/one/" },
  title: { title: "The Bell Gazette, March 2026" },
  text: { sections: edited },
  day: { published: "2026-03-04T00:00:00.000Z" },
  "id and address": { id: "https://example.org/march/", url: "https://example.org/march/" },
  "id, address and title": { id: "x", url: "https://example.org/x/", title: "Gazette!" },
  "id, address, title and text": {
    id: "x",
    url: "https://example.org/x/",
    title: "Gazette!",
    sections: edited,
  },
  "id, address, title, text and day": {
    id: "x",
    url: "https://example.org/x/",
    title: "Gazette!",
    sections: edited,
    published: "2026-03-09T00:00:00.000Z",
  },
  "everything but the title, full text to summary": { id: "x", url: "https://example.org/x/", sections: [] },
};

describe("an entry is the same", () => {
  it.each(Object.entries(changes))("though its %s changed", (_name, change) => {
    const [match] = recognise([issue(change)], remember(issue()));
    expect(match!.known?.id).toBe("known-0");
  });

  it("and what changed of it is said", () => {
    const memory = remember(issue());
    const [match] = recognise([issue({ title: "Gazette!", sections: edited })], memory);
    expect(changesOf(match!, memory.known.get("known-0")!)).toEqual(["title", "text", "link"]);
  });
});

const april = issue({
  id: "2",
  url: "https://example.org/2/",
  title: "April",
  published: "2026-04-01T00:00:00.000Z",
  sections: [someSection("Articles", words(1000, 120))],
});

describe("an entry is another", () => {
  it("when it shares nothing", () => {
    expect(recognise([april], remember(issue()))[0]!.known).toBeUndefined();
  });

  it("when only its title comes back, another week, with other words", () => {
    const [match] = recognise([{ ...april, title: issue().title }], remember(issue()));
    expect(match!.known).toBeUndefined();
  });

  it("when both are in the document under one title", () => {
    const matches = recognise(
      [issue(), { ...april, title: issue().title, published: issue().published }],
      remember(issue()),
    );
    expect(matches.map(({ known }) => known?.id)).toEqual(["known-0", undefined]);
  });

  it("when all share an id or link to the home page", () => {
    const same = { id: "0", url: "https://example.org/" };
    const memory = remember(issue(same));
    const matches = recognise([issue(same), { ...april, ...same }], memory);
    expect(matches.map(({ known }) => known?.id)).toEqual(["known-0", undefined]);
  });

  it("but suspect when it bears the id of one that is gone", () => {
    const [match] = recognise([{ ...april, id: issue().id }], remember(issue()));
    expect(match).toMatchObject({ known: undefined, suspect: { id: "known-0" } });
  });
});
