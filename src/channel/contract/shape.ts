import type { Channel, Field, Limits } from "../channel.ts";
import { type Check, demand } from "./subject.ts";

const credential = /password|secret|token|apikey|api_key|privatekey/i;

/** What can be told from the channel's data alone. */
export const shapeChecks: readonly Check[] = [
  {
    name: "states contract 1, an id and a label",
    needs: [],
    async run({ channel }) {
      demand(channel.contract === 1, "`contract` is not 1.");
      demand(
        /^[a-z][a-z0-9-]{0,30}$/.test(channel.id),
        `The id ${JSON.stringify(channel.id)} is not in lower case.`,
      );
      demand(channel.label.trim() !== "", "`label` is empty.");
    },
  },
  {
    name: "describes every setting, with an example for each that is required",
    needs: [],
    async run({ channel }) {
      for (const [name, field] of Object.entries(channel.settings)) checkField(name, field);
    },
  },
  {
    name: "marks credentials as secret",
    needs: [],
    async run({ channel }) {
      for (const [name, field] of Object.entries(channel.settings)) checkSecrecy(name, field);
    },
  },
  {
    name: "has limits that a post can keep",
    needs: [],
    async run({ channel }) {
      checkLimits(channel.limits);
    },
  },
  {
    name: "describes a sign-in by settings of its own, and who grants each right",
    needs: [],
    async run({ channel }) {
      checkConnect(channel);
    },
  },
  {
    name: "promises about repeating only what can be kept",
    needs: [],
    async run({ channel }) {
      checkRepeat(channel.repeat);
    },
  },
];

function checkField(name: string, field: Field): void {
  demand(field.label.trim() !== "", `The setting ${name} has no label.`);
  demand(
    !field.required || field.example !== undefined || field.choices !== undefined,
    `The setting ${name} is required and has no example.`,
  );
  const value = field.default;
  if (value === undefined) return;
  const type = { text: "string", url: "string", number: "number", flag: "boolean" }[field.type];
  demand(typeof value === type, `The default of ${name} is not a ${type}.`);
  demand(field.choices?.includes(String(value)) ?? true, `The default of ${name} is not among its choices.`);
}

function checkSecrecy(name: string, field: Field): void {
  demand(
    field.secret === true || !credential.test(name),
    `The setting ${name} looks like a credential and is not secret.`,
  );
  if (!field.secret) return;
  demand(field.default === undefined, `The secret ${name} has a default.`);
  demand(
    /^\$\{\w+\}$/.test(field.example ?? "${X}"),
    `The example of the secret ${name} is not of the form \${NAME}.`,
  );
}

/** Also for the limits that a session reports. */
export function checkLimits(limits: Limits): void {
  demand(limits.text.length > 0, "`limits.text` has no measure.");
  const measures = limits.title === null ? limits.text : [...limits.text, limits.title];
  for (const measure of measures)
    demand(measure.max >= 1, `A limit of ${measure.max} ${measure.unit} takes no text.`);
  for (const name of ["media", "mediaBytes", "alt", "tags"] as const)
    demand(limits[name] >= 0, `\`limits.${name}\` is not a number from 0 on.`);
  demand(
    limits.media === 0 || limits.mediaBytes > 0,
    "`limits.media` allows files and `limits.mediaBytes` none.",
  );
}

function checkConnect({ connect, settings }: Channel): void {
  if (connect === undefined) return;
  const names = [...Object.values(connect.given), ...Object.values(connect.app ?? {})];
  for (const name of names) demand(name in settings, `\`connect\` speaks of ${name}, which is no setting.`);
  demand(Object.keys(connect.given).length > 0, "`connect.given` fills no setting.");
  demand(connect.app !== null || connect.register !== undefined, "`connect` has no app and registers none.");
  const scopes = connect.scopes({});
  demand(
    scopes.some(({ needed }) => needed),
    "`connect.scopes` needs nothing.",
  );
  for (const { name, what, grant } of scopes)
    demand(what !== "" && grant.endsWith("."), `The scope ${name} does not say what for, or who grants it.`);
}

/** Also for the promise that a session makes. */
export function checkRepeat(repeat: Channel["repeat"]): void {
  const { sameFor } = repeat;
  demand(sameFor === undefined || sameFor > 0, "`repeat.sameFor` is not a number of seconds above 0.");
}
