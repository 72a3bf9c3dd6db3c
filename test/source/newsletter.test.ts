import { describe, expect, it } from "vitest";
import { readNewsletter } from "../../src/source/newsletter.ts";

const base = "https://news.example/2026/03/issue-7/";
const read = (html: string, title = "The Digest, 7") => readNewsletter(html, base, title);
const outline = (html: string, title?: string) =>
  read(html, title).sections.map(({ path, kind, stories }) =>
    [path.join(" / "), kind as string].concat(stories.map(({ text, link }) => `${text} → ${link}`)),
  );

describe("a newsletter of any make", () => {
  it("with headings and lists has a story for each item", () => {
    const html = `<p>Welcome to our digest!</p><h2>Releases</h2><ul><li><a href="/a">Ada 2</a> is out</li>
      <li><a href="https://b.example/b">Bob</a></li></ul><h2>Subscribe</h2><p><a href="/s">Here</a></p>`;
    expect(outline(html)).toEqual([
      ["", "intro"],
      ["Releases", "stories", "Ada 2 is out → https://news.example/a", "Bob → https://b.example/b"],
      ["Subscribe", "boilerplate"],
    ]);
  });

  it("without headings has its linked paragraphs as stories", () => {
    const html = `<p>Hello friends!</p><p>Ada wrote <a href="https://a.example/on-looms">on looms</a>.</p>
      <p>She has more to come.</p><p>Bob made <a href="https://b.example/a-bell">a bell</a>.</p>
      <p><a href="https://news.example/newsletter/leave">Unsubscribe</a> from this newsletter.</p>`;
    expect(outline(html)).toEqual([
      [
        "",
        "stories",
        "Ada wrote on looms. She has more to come. → https://a.example/on-looms",
        "Bob made a bell. → https://b.example/a-bell",
      ],
    ]);
  });

  it("with headings that are links has a story for each heading", () => {
    const html = `<h1>The Digest, 7</h1><h3><a href="https://a.example/looms">On looms</a></h3><p>Ada writes.</p>
      <blockquote><p>A quotation.</p></blockquote><h3><a href="https://b.example/bells">Bells</a></h3><p>See <a href="https://c.example/">this</a>.</p>`;
    expect(outline(html)).toEqual([
      ["On looms", "stories", "On looms. Ada writes. A quotation. → https://a.example/looms"],
      ["Bells", "stories", "Bells. See this. → https://b.example/bells"],
    ]);
  });

  it("that begins at a deep level, or leaves levels out, keeps its order", () => {
    const html = `<h3>One</h3><p><a href="/1">1</a></p><h2>Two</h2><h5>Deep</h5><p><a href="/2">2</a></p><h4>Less deep</h4><p><a href="/3">3</a></p>`;
    expect(read(html).sections.map(({ path, kind }) => path.concat(kind))).toEqual([
      ["One", "stories"],
      ["Two", "group"],
      ["Two", "Deep", "stories"],
      ["Two", "Less deep", "stories"],
    ]);
  });

  it("of a mail service is read through its tables, buttons, dots and boxes", () => {
    const html = `<div class="preview-text">Psst</div><table><tr><td><img src="https://t.example/dot.gif" width="1" height="1">
      <h2>News</h2>First <a href="https://a.example/first-of-all">thing</a>.<br><br>Second <a href="https://b.example/second">thing</a>.
      <p class="button-wrapper"><a href="https://c.example/">Subscribe now</a></p></td></tr></table>`;
    expect(outline(html)).toEqual([
      [
        "News",
        "stories",
        "First thing. → https://a.example/first-of-all",
        "Second thing. → https://b.example/second",
      ],
    ]);
    expect(read(html).image).toBeNull();
  });

  it("says what it is in its title or its first words, in any of six languages", () => {
    const openings = [
      "Der Rundbrief für Juli",
      "Lettre d’information de mai",
      "O Boletim de maio",
      "Boletín 3",
      "Il bollettino",
    ];
    expect(openings.map((title) => read("<p>x</p>", title).newsletter)).toEqual(openings.map(() => true));
    expect(read("<p>Welcome to the Bell newsletter</p>", "May").newsletter).toBe(true);
    expect(read(`<p>${"We met. ".repeat(60)} Read our newsletter.</p>`, "A meeting").newsletter).toBe(false);
  });
});

describe("a story", () => {
  it("is told with the words before its list, and with what is nested in it", () => {
    const html = `<h2>Tools</h2><p>The guild is back. It has released:</p><ul><li><a href="/v/1.2">Loom 1.2</a><ul><li>Faster</li>
      <li>Quieter</li></ul></li><li><a href="/b">Bobbin</a></li></ul>`;
    expect(outline(html)[0]).toEqual([
      "Tools",
      "stories",
      "It has released: Loom 1.2: Faster; Quieter → https://news.example/v/1.2",
      "It has released: Bobbin → https://news.example/b",
    ]);
  });

  it("keeps the facts that stand below it as a list", () => {
    const html = `<h2>Meetings</h2><p>The <a href="/m">spring meeting</a></p><ul><li>Date: 3 May</li><li>Place: Ghent</li></ul>`;
    expect(outline(html)[0]).toEqual([
      "Meetings",
      "stories",
      "The spring meeting; Date: 3 May; Place: Ghent → https://news.example/m",
    ]);
  });

  it("takes the picture that follows it, which cuts no list in two", () => {
    const html = `<h2>News</h2><ul><li><a href="/1">One</a></li></ul><figure><img src="/1.png"><figcaption><p>The first</p></figcaption></figure>
      <ul><li><a href="/2">Two</a></li></ul>`;
    expect(read(html).sections[0]?.stories.map(({ image }) => image)).toEqual([
      { url: "https://news.example/1.png", alt: "The first" },
      null,
    ]);
  });

  it("has an id that holds while its text changes, and is its own among doubles", () => {
    const ids = (text: string) =>
      read(
        `<h2>A</h2><ul><li><a href="/1">${text}</a></li><li><a href="/1">${text}</a></li></ul>`,
      ).sections[0]?.stories.map(({ id }) => id);
    expect(ids("One")).toEqual(ids("Won"));
    expect(new Set(ids("One")).size).toBe(2);
  });

  it("never has a broken link, or one for another program, as its lead", () => {
    const links = [
      "@ada@a.example",
      "codeberg.org/ada/loom",
      "(https://a.example",
      "https://news/x",
      "xmpp:ada@a.example?join",
      "#here",
      "mailto:a@a.example",
      "",
    ];
    const html = `<h2>A</h2><ul>${links.map((link) => `<li><a href="${link}">x</a> and <a href="hTtps://ok.example/p">y</a></li>`).join("")}</ul>`;
    expect(read(html).sections[0]?.stories.map(({ link }) => link)).toEqual(
      links.map(() => "https://ok.example/p"),
    );
    const alone = `<h2>Events</h2><ul>${links.map((link) => `<li>Some <a href="${link}">event</a></li>`).join("")}</ul>`;
    expect(read(alone).sections[0]?.stories.map(({ link }) => link)).toEqual(links.map(() => null));
  });

  it("may speak of a newsletter, even of subscribing", () => {
    const html = `<h2>A</h2><ul><li>The <a href="https://a.example/news">Ada newsletter</a> tells of a new price for those who subscribe.</li></ul>`;
    expect(outline(html)[0]?.[1]).toBe("stories");
  });

  it("shows no Markdown that was not understood", () => {
    const html = `<h2>A</h2><p>After it <a href="/x">x</a>, [version 0.4](https://a.example/pull/9 NINE) came. See [this](( https://b.example/q) and [that](</p>`;
    expect(outline(html)[0]?.[2]).toBe(
      "After it x, version 0.4 came. See this and that → https://a.example/pull/9",
    );
  });
});

describe("a section without news", () => {
  it.each([
    ["No news this month."],
    ["Diesen Monat wurden keine Vorschläge gemacht."],
    ["Es wurden in diesem Monat keine Pakete veraltet."],
    ["Nessuna novità questo mese."],
    ["Aucune nouvelle ce mois-ci."],
    ["No hubo novedades este mes."],
    ["Nenhuma novidade nesse mês."],
    ["Não há novidades nesse mês"],
  ])("is a placeholder: %s", (text) => {
    expect(outline(`<h2>New</h2><ul><li>${text}</li></ul>`)).toEqual([["New", "placeholder"]]);
  });

  it.each([
    ["License"],
    ["Lizenz"],
    ["Licença"],
    ["Thanks all!"],
    ["Grazie a tutti"],
    ["Spread the news!"],
    ["Diffondete la notizia!"],
    ["Difunda las noticias"],
    ["Partagez les nouvelles !"],
    ["Compartilhe as notícias!"],
    ["Help us to build the newsletter"],
    ["Hilf dem Newsletter!"],
    ["Aidez-nous à créer la lettre d’information"],
    ["Unsubscribe from the Newsletter"],
    ["Annullare l’iscrizione alla newsletter"],
    ["Cancelamento da Inscrição ao Boletim Mensal"],
    ["Newsletter Contributors & Translations"],
    ["Newsletter-Beiträge & -Übersetzungen"],
  ])("is boilerplate: %s", (heading) => {
    expect(outline(`<h2>${heading}</h2><p><a href="/a">About</a> it</p>`)).toEqual([
      [heading, "boilerplate"],
    ]);
  });

  it.each([
    ["Licensed plumbers"],
    ["Sharing files with friends"],
    ["Helping hands in Ghent"],
    ["Translation software"],
  ])("is not taken for boilerplate: %s", (heading) => {
    expect(outline(`<h2>${heading}</h2><p><a href="/a">About</a> it</p>`)[0]?.[1]).toBe("stories");
  });
});
