import { ChannelError, classifyNetwork, type Failure } from "../../src/channel/failure.ts";
import { worded } from "../../src/model/worded.ts";
import { kinds, sentences, type Verb } from "./conditions.ts";

/** What was being done, so that an error can be told in words. */
export interface Act {
  readonly verb: Verb;
  /** The account's address. */
  readonly who: string;
  /** The room, node or server that it is done to. */
  readonly where: string;
}

/** No answer came: the connection broke or the time was up. Not for answers that are errors. */
export class SilenceError extends Error {
  override readonly name = "SilenceError";
  readonly act: Act;
  /** `message`: what happened, as half a sentence. */
  constructor(act: Act, message: string) {
    super(message);
    this.act = act;
  }
}

/** A stanza was answered with an error. @see https://www.rfc-editor.org/rfc/rfc6120#section-8.3 */
export class StanzaError extends Error {
  override readonly name = "StanzaError";
  readonly act: Act;
  readonly condition: string;
  /** `wait` where the same may be tried again later. */
  readonly type: string;
  readonly text: string;
  constructor(act: Act, answer: { condition: string; type: string; text: string }) {
    super(answer.condition);
    this.act = act;
    this.condition = answer.condition;
    this.type = answer.type;
    this.text = answer.text;
  }
}

export function classify(error: unknown): Failure {
  if (error instanceof SilenceError) return classifySilence(error);
  if (error instanceof StanzaError) return classifyStanza(error);
  return classifyNetwork(error);
}

/** Followers see something where these succeed. */
const isVisible = ({ verb }: Act): boolean => verb === "speak" || verb === "publish";

function classifySilence({ act, message }: SilenceError): Failure {
  const kind = isVisible(act) ? "lost" : "down";
  const reason = isVisible(act)
    ? worded`${act.where}: ${message}; the post may be live.`
    : worded`${act.where}: ${message}; nothing was sent.`;
  return { kind, reason };
}

function classifyStanza({ act, condition, type, text }: StanzaError): Failure {
  const kind = kindOf(act, condition, type);
  const known = sentences[act.verb]?.[condition];
  if (known !== undefined) return { kind, reason: fill(known, act) };
  const said = text === "" ? "" : `: ${text.slice(0, 200)}`;
  return { kind, reason: worded`${act.where} answered ${act.who} with the error ${condition + said}.` };
}

function kindOf(act: Act, condition: string, type: string): Failure["kind"] {
  const kind = kinds[act.verb]?.[condition] ?? kinds.any[condition];
  if (kind === "unsure") return isVisible(act) ? "lost" : "down";
  if (kind !== undefined) return kind;
  if (type === "wait") return "busy";
  return type === "auth" ? "unauthorised" : "refused";
}

const fill = (sentence: string, { who, where }: Act): string =>
  sentence.replaceAll("{who}", who).replaceAll("{where}", where);

/** An operator must mend the account. */
export function unauthorised(reason: string): ChannelError {
  return new ChannelError({ kind: "unauthorised", reason });
}
