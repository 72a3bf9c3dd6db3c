import type { Admitted, Origin } from "./admission.ts";

/** Signing in by a provider that knows the people already. */
export interface SignInProvider {
  /** What people know it by. */
  readonly label: string;
  /** Where the browser goes, and what it must keep until it is back. `redirect`: where it comes back to. */
  depart(redirect: string): Promise<Departure | Turned>;
  /** `invitation`: the secret of a link that it joins by; empty where it has none. */
  arrive(
    redirect: string,
    query: URLSearchParams,
    kept: string,
    invitation: string,
    from: Origin,
  ): Promise<Admitted | Turned>;
}

export interface Departure {
  readonly url: string;
  readonly kept: string;
}

/** Why nobody came in. */
export interface Turned {
  readonly turned:
    | "cancelled"
    | "unreachable"
    | "refused"
    | "untrue"
    | "lost"
    | "unconfirmed"
    | "uninvited"
    | "ended"
    | "other";
  /** For an administrator. */
  readonly code: string | null;
}
