import { createServer } from "node:net";
import type { SettingValues } from "../../model/account.ts";
import { failing, makePost, send, watch } from "./acts.ts";
import { demandKind } from "./classify.ts";
import { type Check, demand, type Stage } from "./subject.ts";

const longest = 1_000_000;

/** What the network or the network's absence does not let through. */
export const refusalChecks: readonly Check[] = [
  {
    name: "calls wrong credentials unauthorised",
    needs: ["session", "secret"],
    async run(stage) {
      const wrong = stage.subject.wrong ?? withOtherSecrets(stage);
      const failure = await failing(stage, () => sendAs(stage, wrong), "A wrong credential");
      demandKind(failure, "unauthorised", "A wrong credential");
    },
  },
  {
    name: "calls a text that is too long refused, and sends nothing of it",
    needs: ["world"],
    async run(stage) {
      const seen = await watch(stage);
      const limits = stage.session.limits ?? stage.channel.limits;
      const max = Math.max(...limits.text.map((measure) => measure.max));
      if (max > longest) return;
      const text = "word ".repeat(Math.ceil(max / 4)) + "end";
      const failure = await failing(
        stage,
        () => send(stage, makePost(stage, { text })),
        "A text that is too long",
      );
      demandKind(failure, "refused", "A text that is too long");
      demand((await seen()).length === 0, "A text that is too long was published.");
    },
  },
  {
    name: "calls a server that cannot be reached down",
    needs: ["session", "server"],
    async run(stage) {
      const server = await elsewhere(String(stage.settings["server"]));
      const act = (): Promise<unknown> => sendAs(stage, { ...stage.settings, server });
      demandKind(
        await failing(stage, act, "A server that is not there"),
        "down",
        "A server that is not there",
      );
    },
  },
];

async function sendAs(stage: Stage, settings: SettingValues): Promise<void> {
  const session = await stage.channel.open(settings, stage.io);
  try {
    await send({ ...stage, session }, makePost(stage));
  } finally {
    await session.close?.();
  }
}

/** As long as the right ones and of the same letters. */
function withOtherSecrets({ channel, settings }: Stage): SettingValues {
  const turned = Object.entries(settings).map(([name, value]) => {
    const secret = channel.settings[name]?.secret && typeof value === "string";
    return [name, secret ? value.split("").toReversed().join("") : value];
  });
  return Object.fromEntries(turned) as SettingValues;
}

/** The same address at a port of this machine where nobody listens. */
async function elsewhere(address: string): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  await new Promise((resolve) => server.close(resolve));
  const url = new URL(address);
  url.host = `127.0.0.1:${typeof at === "object" && at !== null ? at.port : 9}`;
  return url.href;
}
