/** The pictures of a post's form. */
export const pictures = {
  legend: "Pictures",
  takes: (network: string, number: number, size: string, kinds: string) =>
    `${network} takes ${number === 1 ? "one picture" : `${number} pictures`} of at most ${size} each: ${kinds}.`,
  takesNone: (network: string) => `${network} takes no pictures.`,
  or: "or",
  nameOf: (at: number) => `Picture ${at}`,
  remove: "Remove it",
  up: "Up",
  upOf: (at: number) => `Picture ${at} one place up`,
  instead: "Another one instead",
  add: "Add pictures from your device",
  altNeeded:
    "Nothing is kept yet: say of each new picture what is to be seen there, for people who cannot see it. If it only decorates, keep it as it is.",
  notKept: "Nothing is kept yet.",
};
