import { type LookupAddress, lookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import type { buildConnector, Dispatcher } from "undici";
import makeConnector from "undici/lib/core/connect.js";
import Agent from "undici/lib/dispatcher/agent.js";
import Dispatcher1Wrapper from "undici/lib/dispatcher/dispatcher1-wrapper.js";
import { worded } from "../model/worded.ts";
import { isPublic } from "./address.ts";

/** Thrown where an address is inside the operator's own network. Not for servers that are merely out of reach. */
class AddressBlockedError extends Error {
  override readonly name = "AddressBlockedError";
  readonly code = "ERR_ADDRESS_BLOCKED";
  constructor(host: string) {
    super(
      worded`${host} is in a private network, where Carillon does not go by itself: set network.allowPrivate to true if that is meant.`,
    );
  }
}

const dispatchers = new Map<boolean, Agent>();

/** Where every request passes. Unless `allowPrivate`, it connects to no address but public ones, whatever a name or a redirect says. */
export function guardedDispatcher(allowPrivate: boolean): Dispatcher {
  const known = dispatchers.get(allowPrivate);
  if (known !== undefined) return known;
  const made = new Agent({ connect: allowPrivate ? { timeout: connectTimeout } : connectGuarded });
  dispatchers.set(allowPrivate, made);
  return made;
}

const connectTimeout = 10_000;

export interface GuardOptions {
  readonly allowPrivate: boolean;
  readonly userAgent: string;
  /** Milliseconds for the whole exchange, the answer's body included; 30,000 by default. */
  readonly timeout?: number;
  /** Asked at each request for what to call right before its first byte is written; what that throws ends the request. */
  readonly first?: () => (() => void) | undefined;
}

/** A `fetch` that keeps out of the operator's network, names this program, and gives up in time. */
export function guardedFetch(options: GuardOptions): typeof globalThis.fetch {
  const usual = guardedDispatcher(options.allowPrivate);
  const way = wayOf(usual);
  return (input, init) => {
    const first = options.first?.();
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
    if (!headers.has("user-agent")) headers.set("user-agent", options.userAgent);
    const signal = joinSignals(input, init, AbortSignal.timeout(options.timeout ?? 30_000));
    return globalThis.fetch(input, {
      ...init,
      ...(first === undefined ? way : wayOf(callingFirst(usual, first))),
      headers,
      signal,
    });
  };
}

/** The runtime's own fetch understands the runtime's own FormData and Request; the wrapper lets it use our dispatcher. */
const wayOf = (dispatcher: Dispatcher): object => ({ dispatcher: new Dispatcher1Wrapper(dispatcher) });

/** Later than a signal could tell: after a pause, a connection may be served before the timers are. */
function callingFirst(dispatcher: Dispatcher, first: () => void): Dispatcher {
  return dispatcher.compose((dispatch) => (options, handler) => {
    const start: Dispatcher.DispatchHandler["onRequestStart"] = (controller, context) => {
      first();
      handler.onRequestStart?.(controller, context);
    };
    return dispatch(options, withStart(handler, start));
  });
}

function withStart(
  handler: Dispatcher.DispatchHandler,
  start: Dispatcher.DispatchHandler["onRequestStart"],
): Dispatcher.DispatchHandler {
  return new Proxy(handler, {
    get: (target, name) => {
      if (name === "onRequestStart") return start;
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
}

function joinSignals(
  input: string | URL | Request,
  init: RequestInit | undefined,
  limit: AbortSignal,
): AbortSignal {
  const asked = init?.signal ?? (input instanceof Request ? input.signal : null);
  return asked === null ? limit : AbortSignal.any([asked, limit]);
}

/** Names are checked after they are looked up, so that a name that changes its address gains nothing. */
const lookupGuarded: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error !== null) return callback(error, "", 0);
    const allowed = found.filter(({ address }) => isPublic(address));
    const first = allowed[0];
    if (first === undefined) return callback(new AddressBlockedError(hostname), "", 0);
    return options.all === true ? callback(null, allowed) : answerOne(callback, first);
  });
};

function answerOne(callback: Parameters<LookupFunction>[2], { address, family }: LookupAddress): void {
  callback(null, address, family);
}

const connectByName = makeConnector({ timeout: connectTimeout, lookup: lookupGuarded });

/** An address written as a number is never looked up, so it is checked here. */
const connectGuarded: buildConnector.connector = (options, callback) => {
  const host = options.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && !isPublic(host)) callback(new AddressBlockedError(host), null);
  else connectByName(options, callback);
};
