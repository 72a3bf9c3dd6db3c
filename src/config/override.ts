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

/** The variable that comes before what the file says at a path. */
export function beforeTheFile(path: string, env: World["env"]): string | undefined {
  const names = { ledger: ["DATABASE_URL"], "site.port": ["CARILLON_PORT", "PORT"] };
  return Object.entries(names)
    .find(([key]) => key === path)?.[1]
    .find((name) => env[name]);
}

function literal(text: string): string {
  return text.replaceAll("${", "$${");
}
