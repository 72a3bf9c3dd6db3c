const segmenter = new Intl.Segmenter();

/** As Mastodon counts: graphemes, every link with a scheme as `reserved`, mentions without their server. */
export function countText(text: string, reserved: number): number {
  const counted = text
    .replaceAll(/https?:\/\/[^\s<>"]+/g, "x".repeat(reserved))
    .replaceAll(/(^|[^/\w])@(\w+)@[a-z0-9.-]+[a-z0-9]/gi, "$1@$2");
  return /^[ -~\n]*$/.test(counted) ? counted.length : [...segmenter.segment(counted)].length;
}

/** As Mastodon shows a text: paragraphs, links in three spans of which two may be invisible, hashtags as links. */
export function renderText(text: string, server: string): string {
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => {
    const words = paragraph
      .split(/(https?:\/\/[^\s<>"]+|#[\p{L}\p{N}_]+)/u)
      .map((word) => renderWord(word, server));
    return `<p>${words.join("").replaceAll("\n", "<br />")}</p>`;
  });
  return paragraphs.join("");
}

function renderWord(word: string, server: string): string {
  if (/^https?:/.test(word)) return renderLink(word);
  if (!/^#[\p{L}\p{N}_]+$/u.test(word)) return escape(word);
  const tag = word.slice(1);
  return `<a href="${server}/tags/${encodeURIComponent(tag)}" class="mention hashtag" rel="tag">#<span>${escape(tag)}</span></a>`;
}

function renderLink(link: string): string {
  const scheme = /^https?:\/\/(www\.)?/.exec(link)?.[0] ?? "";
  const shown = link.slice(scheme.length, scheme.length + 30);
  const rest = link.slice(scheme.length + 30);
  return (
    `<a href="${escape(link)}" target="_blank" rel="nofollow noopener" translate="no">` +
    `<span class="invisible">${scheme}</span><span class="${rest === "" ? "" : "ellipsis"}">${escape(shown)}</span>` +
    `<span class="invisible">${escape(rest)}</span></a>`
  );
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
