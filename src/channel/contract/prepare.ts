import { isDeepStrictEqual } from "node:util";
import type { Abilities, Session } from "../channel.ts";
import { keep, makeContext, makePost, watch } from "./acts.ts";
import { checkLimits, checkRepeat } from "./shape.ts";
import { type Check, demand } from "./subject.ts";

/** Before anything can be seen. */
export const prepareChecks: readonly Check[] = [
  {
    name: "says whose account it is",
    needs: ["session"],
    async run({ session }) {
      const { id, name, handle, url } = session.profile;
      demand(id !== "" && name !== "" && handle !== "", "The profile lacks an id, a name or a handle.");
      demand(url === null || URL.canParse(url), `The profile's address ${url} is not a URL.`);
    },
  },
  {
    name: "reports limits and promises that can be kept",
    needs: ["session"],
    async run({ session }) {
      if (session.limits) checkLimits(session.limits);
      if (session.repeat) checkRepeat(session.repeat);
    },
  },
  {
    name: "can do what its abilities say",
    needs: ["session"],
    async run({ channel, session }) {
      checkAbilities(channel.abilities, session);
      const { find } = session.repeat ?? channel.repeat;
      demand(!find || session.find !== undefined, "`repeat.find` is promised and the session has no `find`.");
    },
  },
  {
    name: "prepares without anyone seeing",
    needs: ["session", "world"],
    async run(stage) {
      const seen = await watch(stage);
      await stage.session.prepare(makePost(stage), makeContext());
      demand((await seen()).length === 0, "`prepare` made a post that followers see.");
    },
  },
  {
    name: "makes a memo that the ledger can keep, without secrets",
    needs: ["session"],
    async run(stage) {
      const memo = await stage.session.prepare(makePost(stage), makeContext());
      demand(
        isDeepStrictEqual(keep(memo), memo),
        "The memo is not the same after JSON.stringify and JSON.parse.",
      );
      const text = JSON.stringify(memo);
      demand(!stage.secrets.some((secret) => text.includes(secret)), "The memo holds a secret.");
    },
  },
  {
    name: "chooses the same key again when given its earlier memo",
    needs: ["session"],
    async run(stage) {
      const post = makePost(stage);
      const context = makeContext();
      const previous = keep(await stage.session.prepare(post, context));
      const memo = keep(await stage.session.prepare(post, { ...context, previous }));
      demand(
        isDeepStrictEqual(memo, previous),
        "Preparing again made another memo, so a second publish is another post.",
      );
    },
  },
];

function checkAbilities(abilities: Abilities, session: Session): void {
  for (const ability of ["edit", "remove", "metrics"] as const)
    demand(
      abilities[ability] === (session[ability] !== undefined),
      `\`abilities.${ability}\` is ${abilities[ability]}, and the session ${session[ability] ? "has" : "lacks"} \`${ability}\`.`,
    );
}
