import type { App } from "../app.ts";

import { threadOf, type Delivery } from "../model/delivery.ts";
import type { Post } from "../model/post.ts";
import { worded } from "../model/worded.ts";
import { carryOut } from "./carry-out.ts";
import { no, type Decide, type Outcome } from "./decisions.ts";
import { obstaclesTo } from "./ways.ts";
import { want, wishFor } from "./wish.ts";
import { whatDoesNotFit, write } from "./writing.ts";

/** Other words for a post: before it goes out in the ledger, afterwards on the network where it allows that. */
export const edit =
  (text: string): Decide =>
  async (app, delivery, who) => {
    const post: Post = { ...delivery.post, text };
    if (text.trim() === "")
      return no(delivery.id, worded`The new text is empty: cancel or retract takes a post out.`);
    if (delivery.state !== "sent") return write(app, delivery, post, who);
    const excess = await whatDoesNotFit(app, delivery, post);
    return excess === null ? editLive(app, delivery, who, post) : no(delivery.id, excess);
  };

async function editLive(app: App, delivery: Delivery, who: string, post: Post): Promise<Outcome> {
  const { edit: obstacle } = await obstaclesTo(app, delivery, post);
  if (obstacle !== null) return no(delivery.id, `${obstacle} ${worded`Do it there by hand.`}`);
  const posts = (await threadPosts(app, delivery)).with(delivery.part - 1, post);
  const correction = { changes: [], story: delivery.story, posts };
  const [answer] = await want(app, [wishFor({ delivery, correction }, "edit", who, app.now())]);
  if (answer === undefined || !("wish" in answer))
    return answer ?? no(delivery.id, worded`It could not be decided.`);
  const [outcome] = await carryOut(app, [answer.wish]);
  return outcome ?? no(delivery.id, worded`It is not known what became of it.`);
}

async function threadPosts(app: App, delivery: Delivery): Promise<readonly Post[]> {
  const all = await app.ledger.deliveries.list({ entry: delivery.entry });
  const thread = all.filter((one) => threadOf(one) === threadOf(delivery));
  return thread.toSorted((a, b) => a.part - b.part).map(({ post }) => post);
}
