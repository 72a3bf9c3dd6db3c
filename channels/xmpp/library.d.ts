/** What is used of the client library, which comes without types. */
declare module "@xmpp/client" {
  import type { EventEmitter } from "node:events";

  export interface Element {
    toString(): string;
    readonly name: string;
    readonly attrs: Record<string, string | undefined>;
    is(name: string, xmlns?: string): boolean;
    getNS(): string | undefined;
    getChild(name: string, xmlns?: string): Element | undefined;
    getChildren(name: string, xmlns?: string): Element[];
    getChildElements(): Element[];
    getChildText(name: string, xmlns?: string): string | null;
    text(): string;
    remove(child: Element): this;
  }

  type Attributes = Readonly<Record<string, string | undefined>>;
  type Child = Element | string | undefined | readonly Child[];
  export function xml(name: string, attributes?: Attributes, ...children: Child[]): Element;

  export interface Jid {
    readonly local: string;
    readonly domain: string;
    readonly resource: string;
    bare(): Jid;
    toString(): string;
  }
  export function jid(address: string): Jid;

  /** A socket, or what the library wraps around one. */
  export interface Socket {
    readonly socket?: Socket | null;
    setEncoding?(encoding: "utf8"): void;
    destroy?(): void;
  }

  export interface Client extends EventEmitter {
    readonly status: string;
    readonly socket: Socket | null;
    /** Milliseconds for the steps of opening and closing a stream. */
    timeout: number;
    readonly reconnect: { stop(): void };
    isSecure(): boolean;
    connect(service: string): Promise<void>;
    open(options: { readonly domain: string }): Promise<unknown>;
    send(stanza: Element): Promise<void>;
    stop(): Promise<unknown>;
  }

  export type Authenticate = (
    credentials: { readonly username: string; readonly password: string },
    mechanism: string,
  ) => Promise<void>;

  export function client(options: {
    readonly service: string;
    readonly domain: string;
    readonly username: string;
    readonly timeout: number;
    readonly credentials: (
      authenticate: Authenticate,
      mechanisms: readonly string[],
      fast: unknown,
      entity: Client,
    ) => Promise<void>;
  }): Client;
}
