import type { Answered, Asking, Once } from "./part.ts";
import { ApiProblem, refuse } from "./problem.ts";

/**
 * Does what was asked once a key (draft-ietf-httpapi-idempotency-key-header): the same request hears the first answer again
 * for a day, also one that says no. What was not foreseen may be tried again.
 */
export async function answerOnce(
  once: Once,
  asked: Asking,
  does: () => Promise<string>,
  tellsOnce = false,
): Promise<Answered & { readonly again: boolean }> {
  const asking = { ...asked, key: readKey(asked.key) };
  const begun = await once.begin(asking);
  if (begun === "busy") throw busy;
  if (begun === "other") throw other;
  if (begun !== "free") return { ...begun, again: true };
  try {
    const answered = { status: 200, body: await does() };
    await once.keep(asking, tellsOnce ? toldOnce : answered);
    return { ...answered, again: false };
  } catch (error) {
    if (!(error instanceof ApiProblem)) await once.forget(asking);
    else await once.keep(asking, { status: error.problem.status, body: bodyOf(error) });
    throw error;
  }
}

const bodyOf = ({ problem }: ApiProblem): string => JSON.stringify({ type: "about:blank", ...problem });

/** Kept in the place of an answer that holds a secret. */
const toldOnce: Answered = {
  status: 409,
  body: bodyOf(
    refuse(
      409,
      "It was done with this Idempotency-Key, and what came of it is told only once.",
      "If the answer was lost, end what was made and make another, with a new key.",
    ),
  ),
};

/** A string of structured fields (RFC 9651), or the same without its quotes, as many write it. */
function readKey(written: string): string {
  const key = written.replace(/^"(.*)"$/, "$1");
  if (/^[\x21\x23-\x7e]{1,255}$/.test(key)) return key;
  throw refuse(
    400,
    "The header Idempotency-Key is no key.",
    "Make up one for each decision, such as a UUID: 1 to 255 visible ASCII characters.",
  );
}

const busy = refuse(
  409,
  "The first request with this Idempotency-Key is still being answered.",
  "Ask again in a few seconds, with the same key.",
  { headers: { "Retry-After": "2" } },
);

const other = refuse(
  422,
  "This Idempotency-Key was used for another request.",
  "Make up a new key for each decision, and repeat a request unchanged.",
);
