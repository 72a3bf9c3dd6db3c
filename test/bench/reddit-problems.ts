import { json, type Reply } from "./bench-server.ts";

/**
 * Codes and sentences as in https://github.com/reddit-archive/reddit/blob/master/r2/r2/lib/errors.py; that of a flair and of a
 * text beside a link are newer, and come as https://github.com/praw-dev/praw records SUBMIT_VALIDATION_ERROR.
 */
const sentences = {
  USER_REQUIRED: ["Please log in to do that.", null],
  NO_TEXT: ["we need something here", "title"],
  NO_BODY: ["we need something here", "text"],
  NO_URL: ["a url is required", "url"],
  BAD_URL: ["you should check that url", "url"],
  ALREADY_SUB: ["that link has already been submitted", "url"],
  SUBREDDIT_NOEXIST: ["that subreddit doesn't exist", "sr"],
  SUBREDDIT_NOTALLOWED: ["you aren't allowed to post there.", "sr"],
  SUBREDDIT_REQUIRED: ["you must specify a subreddit", "sr"],
  INVALID_OPTION: ["that option is not valid", "sr"],
  NO_SELFS: ["that subreddit doesn't allow text posts", "sr"],
  NO_LINKS: ["that subreddit only allows text posts", "sr"],
  DELETED_COMMENT: ["that comment has been deleted", "parent"],
  NOT_AUTHOR: ["you can't do that", "thing_id"],
} as const;

/** An error inside of an answer that is a success. */
export function fail(code: keyof typeof sentences): Reply {
  const [sentence, field] = sentences[code];
  return failWith(code === "NO_BODY" ? "NO_TEXT" : code, sentence, field);
}

export function failWith(
  code: string,
  sentence: string,
  field: string | null,
  more: Readonly<Record<string, unknown>> = {},
): Reply {
  return json(200, { json: { errors: [[code, sentence, field]], ...more } });
}

export function tooLong(max: number, field: string): Reply {
  return failWith("TOO_LONG", `this is too long (max: ${max})`, field);
}

/** What a subreddit's moderators demand of posts. */
export function invalid(reason: string, explanation: string, field: string): Reply {
  return json(400, {
    fields: [field],
    explanation,
    error_type: "SUBMIT_VALIDATION_ERROR",
    message: "Bad Request",
    reason,
  });
}

export function deny(status: number, message: string, more: Readonly<Record<string, unknown>> = {}): Reply {
  return json(status, { message, error: status, ...more });
}
