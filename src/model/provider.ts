import type { Role } from "./person.ts";

/** An OpenID Connect provider that people of the team may sign in with. */
export interface Provider {
  /** As it calls itself, to the letter. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people know it by. */
  readonly label: string;
  /** The claim that lists somebody's groups. */
  readonly claim: string;
  /** Groups whose members may come in without an invitation, and as what. Administrators are made by administrators only. */
  readonly roles: Readonly<Record<string, Exclude<Role, "administrator">>>;
}
