import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { builtIn } from "../../channels/index.ts";
import type { Channel, Field } from "../../src/channel/channel.ts";

const readme = await readFile(new URL("../../channels/README.md", import.meta.url), "utf8");
const channels = await Promise.all(Object.values(builtIn).map(async (load) => (await load()).default));

/** What the network gives at signing in need not be written; for that it wants an app. */
function neededOf(key: string, { required, default: given, byHand }: Field, { connect }: Channel): string {
  if (!required && Object.values(connect?.app ?? {}).includes(key)) return "to connect";
  if (!required || given !== undefined) return "no";
  if (Object.values(connect?.given ?? {}).includes(key)) return "unless connected";
  return byHand ? "yes, also by hand" : "yes";
}

const whatIs = ({ label, help, choices }: Field): string =>
  [`${label}.`, help, choices && `One of ${choices.map((choice) => `\`${choice}\``).join(", ")}.`]
    .filter((sentence) => sentence !== undefined)
    .join(" ")
    .replaceAll("|", "\\|");

function rowOf(key: string, field: Field, channel: Channel): string {
  const given = field.default === undefined ? "" : `\`${field.default}\``;
  const secret = field.secret ? "yes" : "no";
  const cells = [`\`${key}\``, whatIs(field), neededOf(key, field, channel), secret, given];
  return `| ${cells.join(" | ")} |`;
}

function tableOf(channel: Channel): string {
  const rows = Object.entries(channel.settings).map(([key, field]) => rowOf(key, field, channel));
  const head = ["| setting | what it is | needed | secret | default |", "|---|---|---|---|---|"];
  const [begin, end] = [`<!-- settings: ${channel.id} -->\n`, "\n<!-- /settings -->"];
  return [begin, ...head, ...rows, end].join("\n");
}

/** The section of a channel with its table, at its end where there was none. */
const complete = (text: string, channel: Channel): string =>
  text.replace(new RegExp(`\n### ${channel.id}\n[^]*?(?=\n##|$(?![^]))`), (section) => {
    const words = section.replace(/\n<!-- settings: \w+ -->[^]*?<!-- \/settings -->\n?/, "");
    return `${words.trimEnd()}\n\n${tableOf(channel)}\n`;
  });

test("the README's tables of settings are what the channels declare: `npm run schema` writes them", async () => {
  const asked = channels.filter(({ settings }) => Object.keys(settings).length > 0);
  const text = asked.reduce(complete, readme);
  expect(text.match(/^<!-- settings: /gm)).toHaveLength(asked.length);
  await expect(text).toMatchFileSnapshot("../../channels/README.md");
});
