type Cell = string | number | null | readonly string[];

/**
 * Rows as CSV (RFC 4180), with a byte order mark because spreadsheets guess wrongly without. A text that a spreadsheet would
 * take for a formula gets an apostrophe first (OWASP, “CSV injection”): feeds are hostile. Within a text as well, as spreadsheets
 * that part cells by semicolons begin a new one there, and a new row at each line.
 */
export function writeCsv<K extends string>(
  columns: readonly K[],
  rows: readonly Readonly<Record<K, Cell>>[],
): string {
  const lines = rows.map((row) => columns.map((column) => writeCell(row[column])).join(","));
  return `\uFEFF${[columns.join(","), ...lines].join("\r\n")}\r\n`;
}

/** A dash before a space is an item of a list. */
const formula = /((?:^|[;\t\r\n]) *)(?=[=+@＝＋＠\t\r]|[-－](?!\s))/gu;

function writeCell(value: Cell): string {
  if (typeof value === "number") return String(value);
  const text = typeof value === "string" ? value : (value ?? []).join("; ");
  const safe = text.replaceAll(formula, "$1'");
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
