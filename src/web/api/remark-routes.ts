import type { Team } from "../team/open.ts";
import { none, said } from "./bodies.ts";
import { there } from "./problem.ts";
import { link, remarks, reviewLinks } from "./remark-shapes.ts";
import { route, type Route } from "./route.ts";
import { written } from "./shapes.ts";

/** What is said about an entry before it goes out, and who is shown it. */
export const remarkRoutes: readonly Route[] = [
  route({
    at: "GET /entries/:id/remarks",
    right: "see",
    summary: "What was said about an entry and its posts, the oldest first.",
    answer: remarks,
    does: async ({ team, param }) => [...(await team.agreement.remarks(await known(team, param("id"))))],
  }),
  route({
    at: "POST /entries/:id/say",
    right: "write",
    summary: "Says something about an entry, for colleagues.",
    body: said,
    answer: written,
    does: async ({ team, param, body, by }) => {
      await team.agreement.say(await known(team, param("id")), null, body.text, by);
      return { done: true, lines: ["Said."] };
    },
  }),
  route({
    at: "GET /entries/:id/review-links",
    right: "write",
    summary: "Links that show an entry's posts to colleagues who cannot sign in.",
    answer: reviewLinks,
    does: async ({ team, param }) => [...(await team.agreement.links(await known(team, param("id"))))],
  }),
  route({
    at: "POST /entries/:id/review-links",
    right: "write",
    summary: "Makes a link that shows an entry's posts to whoever has it, for a week.",
    body: none,
    answer: link,
    tellsOnce: true,
    does: async ({ team, site, param, by }) => {
      const secret = await team.agreement.makeLink(await known(team, param("id")), by);
      return { link: `${site.url}/review/${secret}` };
    },
  }),
  route({
    at: "POST /entries/:id/review-links/:link/end",
    right: "write",
    summary: "Ends such a link.",
    body: none,
    answer: written,
    does: async ({ team, param, by }) => {
      const links = await team.agreement.links(await known(team, param("id")));
      there(
        links.find(({ id }) => id === param("link")),
        "link",
      );
      await team.agreement.endLink(param("link"), by);
      return { done: true, lines: ["The link shows nothing any more."] };
    },
  }),
];

async function known(team: Team, id: string): Promise<string> {
  there(await team.posts.entry(id), "entry");
  return id;
}
