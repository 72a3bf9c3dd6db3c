type Cell = string | number | null | readonly string[];

/**
 * Rows as CSV (RFC 4180), with a byte order mark because spreadsheets guess wrongly without. A text that a spreadsheet would
 * take for a formula gets an apostrophe first (OWASP, “CSV injection”): feeds are hostile.
 */
export function writeCsv<K extends string>(
  columns: readonly K[],
  rows: readonly Readonly<Record<K, Cell>>[],
): string {
  const lines = rows.map((row) => columns.map((column) => writeCell(row[column])).join(","));
  return `\uFEFF${[columns.join(","), ...lines].join("\r\n")}\r\n`;
}

function writeCell(value: Cell): string {
  if (typeof value === "number") return String(value);
  const text = typeof value === "string" ? value : (value ?? []).join("; ");
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
