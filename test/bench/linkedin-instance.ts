import type { Reply } from "./bench-server.ts";
import { json } from "./bench-server.ts";

export interface LinkedinOptions {
  /** Numbers of pages; the token `token-of-page` belongs to a member with this role on all of them. */
  readonly pages: readonly string[];
  readonly role: string;
  /** Of `token-of-page`. */
  readonly pageScopes: readonly string[];
  /** The id of a person, whose token is `token-of-member`. */
  readonly member: string;
  /** Of `token-of-member`: Share on LinkedIn and Sign In with LinkedIn give no more. */
  readonly memberScopes: readonly string[];
  /** YYYYMM. */
  readonly versions: readonly string[];
  /** How often a new image must be asked for before it is processed. */
  readonly processing: number;
  /** What the 3000 characters are counted of. */
  readonly counts: "shown" | "escaped";
  readonly now: () => Date;
}

export interface Post {
  readonly id: string;
  readonly author: string;
  commentary: string;
  readonly content: Content | undefined;
  readonly at: number;
  live: boolean;
}

export interface Image {
  readonly id: string;
  readonly owner: string;
  status: "WAITING_UPLOAD" | "PROCESSING" | "AVAILABLE" | "PROCESSING_FAILED";
  /** How often it must still be asked for. */
  pending: number;
}

export interface Content {
  readonly media?: Picture;
  readonly multiImage?: { readonly images: readonly Picture[] };
  readonly article?: {
    readonly source: string;
    readonly title: string;
    readonly description?: string;
    readonly thumbnail?: string;
  };
}

interface Picture {
  readonly id: string;
  readonly altText?: string;
}

export interface Comment {
  /** `urn:li:comment:(urn:li:activity:…,…)`. */
  readonly urn: string;
  readonly id: string;
  readonly actor: string;
  text: string;
  readonly post: Post;
  readonly parent: string | null;
  readonly at: number;
}

/** Whose token it is. */
export interface Bearer {
  readonly token: string;
  readonly person: string;
  readonly scopes: readonly string[];
}

export interface Instance {
  readonly options: LinkedinOptions;
  readonly bearers: readonly Bearer[];
  readonly posts: Post[];
  readonly comments: Comment[];
  readonly images: Map<string, Image>;
  /** What followers could see, in order. */
  readonly acts: string[];
  nextId(): string;
  url: string;
}

const usual: LinkedinOptions = {
  pages: ["2414183"],
  role: "CONTENT_ADMINISTRATOR",
  pageScopes: ["w_organization_social", "r_organization_social", "rw_organization_admin"],
  member: "782bbtaQ",
  memberScopes: ["openid", "profile", "w_member_social"],
  versions: ["202606", "202607", "202608", "202609"],
  processing: 1,
  counts: "shown",
  now: () => new Date(),
};

export function makeInstance(change: Partial<LinkedinOptions>): Instance {
  const options = { ...usual, ...change };
  let last = 7_400_000_000_000_000_000n;
  return {
    options,
    bearers: [
      { token: "token-of-page", person: "urn:li:person:adm1n", scopes: options.pageScopes },
      { token: "token-of-member", person: `urn:li:person:${options.member}`, scopes: options.memberScopes },
    ],
    posts: [],
    comments: [],
    images: new Map(),
    acts: [],
    nextId: () => String(++last),
    url: "",
  };
}

/** In LinkedIn's words. */
export function problem(status: number, code: string, message: string): Reply {
  return json(status, { status, code, message, ...(status < 404 && { serviceErrorCode: 100 }) });
}

/** What its content services say, with the name of the class before. */
export function badInput(status: number, code: string, message: string): Reply {
  return json(status, {
    errorDetailType: "com.linkedin.common.error.BadRequest",
    message: `com.linkedin.content.common.exception.BadRequestResponseException: ${message}`,
    errorDetails: { inputErrors: [{ description: message, input: {}, code }] },
    status,
  });
}

export const missing: Reply = problem(404, "NOT_FOUND", "Requested resource could not be found");

export function denied(what: string): Reply {
  return problem(403, "ACCESS_DENIED", `Not enough permissions to access: ${what}`);
}

/** Whether the token may act as this author; `does` is what its scopes begin with. */
export function may({ options }: Instance, bearer: Bearer, author: string, does: "w" | "r"): boolean {
  if (author === bearer.person) return bearer.scopes.includes(`${does}_member_social`);
  const isPage = options.pages.some((id) => author === `urn:li:organization:${id}`);
  return isPage && bearer.token === "token-of-page" && bearer.scopes.includes(`${does}_organization_social`);
}
