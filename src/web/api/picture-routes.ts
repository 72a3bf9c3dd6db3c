import { newPicture, pictureBytes } from "./bodies.ts";
import { addedPicture, picture } from "./post-shapes.ts";
import { refuse, there } from "./problem.ts";
import { route, type Route } from "./route.ts";

/** Bringing pictures, and looking at them. */
export const pictureRoutes: readonly Route[] = [
  route({
    at: "POST /posts/:id/pictures",
    right: "write",
    summary: "Brings a picture for a post. `media` of the post's words puts it there.",
    body: newPicture,
    most: pictureBytes + 1024,
    answer: addedPicture,
    does: async ({ team, param, body, by }) => {
      there(await team.posts.post(param("id")), "post");
      const added = await team.pictures.add(param("id"), Buffer.from(body.content, "base64"), by);
      if ("url" in added) return added;
      throw refuse(422, added.problem, "Choose another picture, or mend this one, and bring it again.");
    },
  }),
  route({
    at: "GET /pictures/:name",
    right: "see",
    summary: "A picture that somebody brought, by the end of its address in a post's `media`.",
    answer: picture,
    does: async ({ team, param }) => {
      const { type, bytes } = there(await team.pictures.file(param("name")), "picture");
      return { type, content: Buffer.from(bytes).toString("base64") };
    },
  }),
];
