/** The same language, whatever the country: de and de-AT. */
export const sameLanguage = (a: string, b: string): boolean =>
  a.split("-")[0]?.toLowerCase() === b.split("-")[0]?.toLowerCase();
