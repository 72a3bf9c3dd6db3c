/**
 * A document's text. A byte order mark decides first, then the server's charset, then what the document says of itself,
 * then UTF-8. A reading that cannot be right (broken characters, no mark-up in it at all) gives way to the next.
 */
export function decode(bytes: Uint8Array, contentType: string | null): string {
  const declared = [byMark(bytes), inHeader(contentType), inDocument(bytes)].filter(
    (label) => label !== null,
  );
  const labels = [...declared, "utf-8", ...(declared.length === 0 ? ["windows-1252"] : [])];
  return (
    firstReading(bytes, declared.some(isNotSuperset) ? labels : ["utf-8", ...labels], true) ??
    firstReading(bytes, labels, false) ??
    new TextDecoder().decode(bytes)
  );
}

/**
 * Text that is valid UTF-8 is hardly ever anything else, and servers that add a charset of their own are common; only
 * encodings written in the same seven bits, or in two bytes a character, can be mistaken for it.
 */
function isNotSuperset(label: string): boolean {
  return /^(?:utf-?16|iso-2022|csiso2022|hz-|ucs-2|unicode)/i.test(label);
}

function firstReading(bytes: Uint8Array, labels: readonly string[], strict: boolean): string | undefined {
  for (const label of labels) {
    const text = read(bytes, label, strict);
    if (text !== undefined && /[<{]/.test(text)) return text;
  }
  return undefined;
}

function read(bytes: Uint8Array, label: string, strict: boolean): string | undefined {
  try {
    return new TextDecoder(label, { fatal: strict }).decode(bytes);
  } catch {
    return undefined;
  }
}

function byMark(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return null;
}

function inHeader(contentType: string | null): string | null {
  return /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? "")?.[1] ?? null;
}

/** The XML declaration's or the HTML `meta`'s; where even that is in two bytes a character, the zeros tell. */
function inDocument(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2048));
  if (head.startsWith("<\0")) return "utf-16le";
  if (head.startsWith("\0<")) return "utf-16be";
  const declaration = /<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)/.exec(head);
  const meta = /<meta\s[^>]{0,200}?charset\s*=\s*["']?([\w.:-]+)/i.exec(head);
  return (declaration ?? meta)?.[1] ?? null;
}
