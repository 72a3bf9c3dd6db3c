import { describe, expect, it } from "vitest";
import { decode } from "../../src/source/decode.ts";
import { readXmlFeed } from "../../src/source/feed.ts";
import { present, readShared } from "./shared-data.ts";

interface CharsetCase {
  readonly name: string;
  readonly contentType: string;
  readonly title: string;
  readonly b64: string;
}

describe.runIf(present)("feeds in 14 encodings", () => {
  it("are read as they were written", async () => {
    const { tests } = JSON.parse(readShared("feeds-torture/charsets.json").toString()) as {
      tests: CharsetCase[];
    };
    const wrong = await Promise.all(
      tests.map(async ({ name, contentType, title, b64 }) => {
        const reading = await readXmlFeed(
          decode(Buffer.from(b64, "base64"), contentType),
          "http://example.org/",
        );
        return reading.kind === "feed" && reading.feed.items[0]?.title === title ? [] : [name];
      }),
    );
    console.log(`charsets: ${tests.length - wrong.flat().length} of ${tests.length} right`);
    expect(tests.length).toBeGreaterThanOrEqual(51);
    expect(wrong.flat()).toEqual([]);
  });
});

describe("a document's text", () => {
  const prolog = (label: string) => `<?xml version="1.0" encoding="${label}"?><t>é</t>`;

  it("is what the byte order mark says, whatever else is said", () => {
    const bytes = Buffer.from(`\ufeff${prolog("iso-8859-1")}`, "utf16le");
    expect(decode(bytes, "text/xml; charset=koi8-r")).toContain("<t>é</t>");
  });

  it("is UTF-8 where it is valid UTF-8, though a server adds a charset to everything", () => {
    expect(decode(Buffer.from(prolog("utf-8")), "text/xml; charset=iso-8859-1")).toContain("<t>é</t>");
  });

  it("is not read as UTF-8 where it is declared in seven bits", () => {
    const bytes = Buffer.from('<t>\u001b$B$"\u001b(B</t>', "latin1");
    expect(decode(bytes, "text/xml; charset=iso-2022-jp")).toBe("<t>あ</t>");
  });

  it("is what an HTML page says of itself", () => {
    expect(decode(Buffer.from('<meta charset="koi8-r"><p>\xc1', "latin1"), null)).toContain("<p>а");
  });

  it.each(["utf-99", "", "'", "x".repeat(10_000)])("survives a charset called %s", (label) => {
    expect(decode(Buffer.from("<t>é</t>"), `text/xml; charset=${label}`)).toBe("<t>é</t>");
  });

  it("keeps all but the broken characters of declared UTF-8", () => {
    expect(decode(Buffer.from(`${prolog("utf-8")}\xff`, "latin1"), null)).toMatch(/<t>.<\/t>/u);
  });
});
