/** German for the site's own channel: its name, and what it says of failures. */
export default {
  "This site": "Diese Seite",
  "The memo is not one that the page wrote.": "Das Memo ist keines, das die Seite geschrieben hat.",
};
