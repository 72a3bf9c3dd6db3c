import type { World } from "./variables.ts";

/** The file's content with what the environment says before it: DATABASE_URL, and CARILLON_PORT or PORT. */
export function override(
  value: Readonly<Record<string, unknown>>,
  env: World["env"],
): Readonly<Record<string, unknown>> {
  const ledger = env["DATABASE_URL"];
  const port = env["CARILLON_PORT"] || env["PORT"];
  const site = value["site"] ?? {};
  return {
    ...value,
    ...(ledger && { ledger: literal(ledger) }),
    ...(port && typeof site === "object" && { site: { ...site, port: literal(port) } }),
  };
}

function literal(text: string): string {
  return text.replaceAll("${", "$${");
}
