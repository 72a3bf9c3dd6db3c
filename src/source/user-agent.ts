import { readFileSync } from "node:fs";

let version: string | undefined;

/** How this program names itself to other servers, with an address where its operator can be reached. */
export function userAgent(site: string): string {
  version ??= readVersion();
  return `Carillon/${version} (+${site})`;
}

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  return isVersioned(manifest) ? manifest.version : "0";
}

function isVersioned(value: unknown): value is { version: string } {
  return (
    typeof value === "object" && value !== null && "version" in value && typeof value.version === "string"
  );
}
