/** What an entry says where it came from. */
export const original = {
  title: "The newsletter as it came",
  show: "Show the newsletter as it came",
  text: (source: string) =>
    `Quoted from ${source}, read just now. What stands in the frame is theirs, not Carillon's: its links lead elsewhere, and pictures are links.`,
  frame: "What the newsletter says",
  cut: "It goes on; this is how it begins.",
  empty: "It has no text of its own there.",
  gone: "Its source does not show it any more.",
  later: "Its source asked to be left alone for a while: look again later.",
  failed: "It could not be read just now:",
  page: "Open its own page",
  back: "Back to its posts",
};
