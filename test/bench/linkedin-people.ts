import { json, type Reply, type Request } from "./bench-server.ts";
import { badInput, type Bearer, denied, type Instance, missing } from "./linkedin-instance.ts";

/** @see https://learn.microsoft.com/en-us/linkedin/consumer/integrations/self-serve/sign-in-with-linkedin-v2 */
export function showUser(_: Instance, { person, scopes }: Bearer): Reply {
  if (!scopes.includes("openid")) return denied("userinfo.GET.NO_VERSION");
  return json(200, {
    sub: person.replace("urn:li:person:", ""),
    name: "Ada Bell",
    locale: { country: "DE" },
  });
}

export function showPage({ options }: Instance, { scopes }: Bearer, _: Request, id: string): Reply {
  if (!scopes.includes("rw_organization_admin")) return denied("organizations.GET");
  if (!options.pages.includes(id)) return missing;
  return json(200, { id: Number(id), localizedName: "Bell Foundation", vanityName: `bell-${id}` });
}

export function listRoles({ options }: Instance, bearer: Bearer, { query }: Request): Reply {
  if (!bearer.scopes.includes("rw_organization_admin")) return denied("organizationAcls.FINDER-roleAssignee");
  if (query.get("q") !== "roleAssignee") return badInput(400, "INVALID_VALUE", "q must be roleAssignee");
  const elements = options.pages.map((id) => ({
    organization: `urn:li:organization:${id}`,
    roleAssignee: bearer.person,
    role: options.role,
    state: "APPROVED",
  }));
  return json(200, { elements, paging: { start: 0, count: 100, links: [] } });
}

/** Of posts that are live; the others are not in the answer. */
export function showStatistics({ posts }: Instance, { scopes }: Bearer, { query }: Request): Reply {
  if (!scopes.includes("rw_organization_admin")) return denied("organizationalEntityShareStatistics");
  const asked = (["share", "ugcPost"] as const).flatMap((kind) =>
    readList(query.get(`${kind}s`)).map((urn) => [kind, urn] as const),
  );
  const live = asked.filter(([, urn]) => posts.some((post) => post.live && post.id === urn));
  const totalShareStatistics = {
    shareCount: 2,
    likeCount: 3,
    commentCount: 0,
    clickCount: 5,
    impressionCount: 90,
  };
  const elements = live.map(([kind, urn]) => ({
    [kind]: urn,
    organizationalEntity: query.get("organizationalEntity"),
    totalShareStatistics,
  }));
  return json(200, { elements, paging: { start: 0, count: 10, links: [] } });
}

function readList(value: string | null): string[] {
  return value === null ? [] : (/^List\((.*)\)$/.exec(value)?.[1]?.split(",") ?? []);
}
