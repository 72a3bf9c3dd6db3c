import type { Profile } from "../../src/channel/channel.ts";
import { ChannelError } from "../../src/channel/failure.ts";
import type { SettingValues } from "../../src/model/account.ts";
import { worded } from "../../src/model/worded.ts";
import { type Client, orDenied, orMissing, read } from "./client.ts";
import { type JsonObject, listOf, textAt } from "./json.ts";
import { encode } from "./urn.ts";

/** Roles on a page that may post. @see https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-access-control-by-role */
const roles = /^(?:ADMINISTRATOR|CONTENT_ADMIN\w*|DIRECT_SPONSORED_CONTENT_POSTER|RECRUITING_POSTER)$/;

/** Whoever the token is of. */
const self = "me";

/** Roles that one answer can tell; of a member with more, LinkedIn is left to judge. */
const most = 100;

/** The URN in whose name posts are made. */
export function readAuthor(settings: SettingValues): string {
  const organization = idOf(settings["organization"]);
  const member = idOf(settings["member"]);
  if ((organization === "") === (member === ""))
    throw unauthorised(
      worded`Write either \`organization\`, the number of a page, or \`member\`, the id of a person.`,
    );
  if (organization !== "" && !/^\d+$/.test(organization))
    throw unauthorised(
      worded`\`organization\` is the page's number, which its admin view has in the address.`,
    );
  return organization === "" ? `urn:li:person:${member}` : `urn:li:organization:${organization}`;
}

/** People copy the whole URN as well. */
function idOf(value: SettingValues[string]): string {
  return String(value ?? "").replace(/^urn:li:\w+:/, "");
}

export async function fetchProfile(client: Client, author: string): Promise<Profile> {
  return author.startsWith("urn:li:person:") ? fetchMember(client, author) : fetchPage(client, author);
}

/** @see https://learn.microsoft.com/en-us/linkedin/consumer/integrations/self-serve/sign-in-with-linkedin-v2 */
async function fetchMember(client: Client, author: string): Promise<Profile> {
  const member = idOf(author);
  const info = (await orDenied(read(client, "/v2/userinfo"))) ?? { sub: member };
  const sub = textAt(info, "sub");
  if (member === self && (sub === "" || sub === self))
    throw unauthorised(worded`LinkedIn does not say whose token it is: it needs the scope openid.`);
  if (sub !== member && member !== self)
    throw unauthorised(
      worded`The token is of another member than \`member\`: write ${sub || worded`the right one`} there.`,
    );
  const name = textAt(info, "name") || sub;
  return { id: `urn:li:person:${sub}`, name, handle: name, url: null };
}

/** A token that may post need not be one that may look; then the page is known by its number. */
async function fetchPage(client: Client, author: string): Promise<Profile> {
  const id = idOf(author);
  const asked = orDenied(read(client, `/rest/organizations/${id}`));
  const [page] = await Promise.all([orMissing(asked.then((one) => one ?? {})), checkRole(client, author)]);
  if (!page) throw unauthorised(worded`LinkedIn has no page ${id}: check \`organization\`.`);
  const handle = textAt(page, "vanityName") || id;
  const name = textAt(page, "localizedName") || `Page ${id}`;
  return { id: author, name, handle, url: `https://www.linkedin.com/company/${handle}/` };
}

async function checkRole(client: Client, author: string): Promise<void> {
  const path = `/rest/organizationAcls?q=roleAssignee&state=APPROVED&count=${most}`;
  const acls = await orDenied(read(client, path, "FINDER"));
  const elements = acls ? listOf(acls, "elements") : [];
  if (!acls || elements.length >= most || elements.some((one) => mayPost(one, author))) return;
  throw unauthorised(
    worded`The token's member has no role on page ${idOf(author)} that may post: an admin of the page can make them content admin.`,
  );
}

function mayPost(acl: JsonObject, author: string): boolean {
  const page =
    textAt(acl, "organization") || textAt(acl, "organizationTarget") || textAt(acl, "organizationalTarget");
  return page === author && roles.test(textAt(acl, "role"));
}

/** Whether the account's posts can be listed; members' cannot, except by apps that LinkedIn chose. */
export async function canRead(client: Client, author: string): Promise<boolean> {
  const path = `/rest/posts?q=author&author=${encode(author)}&count=1&sortBy=CREATED`;
  return (await orDenied(read(client, path, "FINDER"))) !== undefined;
}

function unauthorised(reason: string): ChannelError {
  return new ChannelError({ kind: "unauthorised", reason });
}
