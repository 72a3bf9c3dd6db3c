import type { Channel } from "../../src/channel/channel.ts";
import type { Failure } from "../../src/channel/failure.ts";
import { AnswerError, classifyAnswer } from "../../src/channel/http.ts";
import { worded } from "../../src/model/worded.ts";
import { left } from "./allowance.ts";
import { openSession } from "./session.ts";

/**
 * Posts in one community; later parts of a thread are comments. API 3, as Lemmy 0.19 has it. Lemmy counts characters, of which
 * there are never more than UTF-16 units. @see https://join-lemmy.org/docs/contributors/04-api.html
 */
const lemmy: Channel = {
  contract: 1,
  id: "lemmy",
  label: "Lemmy",
  settings: {
    server: {
      type: "url",
      label: "Server",
      help: "The one that the account is on.",
      required: true,
      example: "https://lemmy.example.org",
    },
    username: { type: "text", label: "Username", required: true, example: "bell" },
    password: {
      type: "text",
      label: "Password",
      help: "Of an account without two-factor sign-in.",
      required: true,
      secret: true,
      example: "${LEMMY_PASSWORD}",
    },
    community: {
      type: "text",
      label: "Community",
      help: "Its name, with @ and its server where that is another.",
      required: true,
      example: "xmpp@lemmy.example.net",
    },
  },
  limits: {
    text: [{ unit: "utf16", max: 50_000 }],
    reply: [{ unit: "utf16", max: 10_000 }],
    title: { unit: "utf16", max: 200 },
    media: 0,
    mediaBytes: 0,
    alt: 0,
    tags: 0,
    linkInText: false,
  },
  card: "scraped",
  look: { avatar: "square", card: "side", ink: "teal", acts: ["vote", "reply", "save"] },
  abilities: { thread: true, edit: true, remove: true, metrics: true, language: false, altText: false },
  repeat: { find: true },
  left,
  words: { de: () => import("./words.de.ts") },
  open: openSession,
  classify,
};

export default lemmy;

function classify(error: unknown): Failure {
  if (error instanceof AnswerError && !error.visible && (error.status === 404 || error.status === 200))
    return {
      kind: "unauthorised",
      reason: `${error.message} ${worded`Check \`server\` and \`community\`: nothing of Lemmy 0.19 is there.`}`,
    };
  return classifyAnswer(error);
}
