import type { Receipt } from "../../model/post.ts";
import { demandOne, makePost, send, watch } from "./acts.ts";
import { type Check, demand, type Seen } from "./subject.ts";

const colourful =
  "Grüße aus Łódź 👩‍💻🎉: 1 < 2 & “quotes”, *stars*, 日本語, https://example.org/a_b?x=1&y=(2)#top #Bells ok";

/** What followers see of a post. */
export const publishChecks: readonly Check[] = [
  {
    name: "publishes one post and says where it is",
    needs: ["session"],
    async run(stage) {
      const started = Date.now();
      checkReceipt((await send(stage, makePost(stage))).receipt, started);
    },
  },
  {
    name: "publishes exactly one post that followers see",
    needs: ["world"],
    async run(stage) {
      const seen = await watch(stage);
      const { receipt } = await send(stage, makePost(stage));
      const { id } = demandOne(await seen(), "After one publish");
      demand(
        id === receipt.remoteId,
        `Followers see the post ${id}, and the receipt says ${receipt.remoteId}.`,
      );
    },
  },
  {
    name: "publishes a text as it was written",
    needs: ["world"],
    async run(stage) {
      const seen = await watch(stage);
      const { post } = await send(
        stage,
        makePost(stage, { text: `${colourful}\n\nA second paragraph\nof two lines.` }),
      );
      const { text } = demandOne(await seen(), "After one publish");
      demand(
        text.includes(post.text),
        `Followers read ${JSON.stringify(text)} instead of ${JSON.stringify(post.text)}.`,
      );
    },
  },
  {
    name: "publishes a thread in which each part replies to the one before",
    needs: ["world", "thread"],
    async run(stage) {
      const seen = await watch(stage);
      const root = (await send(stage, makePost(stage))).receipt;
      const second = (await send(stage, makePost(stage, { link: null, card: null }), { root, parent: root }))
        .receipt;
      const third = (await send(stage, makePost(stage, { link: null, card: null }), { root, parent: second }))
        .receipt;
      checkThread(await seen(), [root, second, third]);
    },
  },
  {
    name: "publishes images with their alternative texts",
    needs: ["world", "media", "altText"],
    async run(stage) {
      const seen = await watch(stage);
      const media = stage.subject.media ? [stage.subject.media] : [];
      await send(stage, makePost(stage, { media }));
      const { alts } = demandOne(await seen(), "After one publish");
      demand(alts?.[0] === media[0]?.alt, `The alternative text arrived as ${JSON.stringify(alts?.[0])}.`);
    },
  },
  {
    name: "tells the network a post's language",
    needs: ["world", "language"],
    async run(stage) {
      const seen = await watch(stage);
      await send(stage, makePost(stage, { language: "de" }));
      const { language } = demandOne(await seen(), "After one publish");
      demand(language === "de", `A post in "de" arrived in ${JSON.stringify(language)}.`);
    },
  },
];

function checkReceipt(receipt: Receipt, started: number): void {
  const { remoteId, permalink, at } = receipt;
  demand(typeof remoteId === "string" && remoteId !== "", "The receipt has no `remoteId`.");
  demand(
    permalink === null || URL.canParse(permalink),
    `The permalink ${permalink} is not an absolute address.`,
  );
  const off = Math.abs(Date.parse(at) - started);
  demand(/^\d{4}-.*Z$/.test(at) && off < 86_400_000, `The receipt's time ${at} is not now in ISO 8601, UTC.`);
}

function checkThread(seen: readonly Seen[], receipts: readonly Receipt[]): void {
  demand(seen.length === receipts.length, `A thread of ${receipts.length} became ${seen.length} posts.`);
  for (const [index, receipt] of receipts.entries()) {
    const parent = receipts[index - 1]?.remoteId ?? null;
    const reply = seen.find((one) => one.id === receipt.remoteId)?.replyTo ?? null;
    demand(reply === parent, `Part ${index + 1} replies to ${reply}, not to ${parent}.`);
  }
}
