import type { SettingValues } from "../../src/model/account.ts";
import { worded } from "../../src/model/worded.ts";

/** Months for which LinkedIn promises to keep a version, and how long before their end we speak of it. */
const [kept, ahead] = [12, 2];

/**
 * What to say of the version of the interface that an account uses: at its end LinkedIn refuses every request.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/versioning
 */
export function warnOfSunset({ version }: SettingValues, now: Date): readonly string[] {
  const [, year, month] = /^(\d{4})(\d{2})$/.exec(String(version)) ?? [];
  if (year === undefined || month === undefined) return [];
  const age = (now.getUTCFullYear() - Number(year)) * 12 + now.getUTCMonth() + 1 - Number(month);
  if (age < kept - ahead) return [];
  return [
    worded`LinkedIn keeps the version ${String(version)} for a year, which ends about ${month}/${Number(year) + 1}: set \`version\` to a newer month, and \`accounts test\` it.`,
  ];
}
