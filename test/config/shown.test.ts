import { expect, it } from "vitest";
import { readManuscript } from "../../src/config/manuscript.ts";
import { showAccount, showPart } from "../../src/config/shown.ts";
import { bell, write } from "./write.ts";

const text = `site: { port: 80 }
ledger: postgres://who:hush@db.example/bells
signIn:
  clientSecret: hush
  label: "The \${NAME:-hush} Guild"
sources:
  bells:
    feed: https://me:hush@feeds.example/a?x=1&api_key=hush&y=2
accounts:
  tower:
    channel: bell
    token: \${file:/run/secrets/hush-file}
    weight: 3
    quiet: { hours: "22:00-07:00" }
`;

const read = () => readManuscript(write(text, "shown.yaml"));

it("each value stands there with its line, its variables or the default, and no secret", () => {
  const shown = showPart(read(), [], { "site.port": "4747", "site.language": "en" });
  expect(JSON.stringify(shown)).not.toMatch(/hush(?!-file)/);
  expect(shown).toContainEqual({
    key: "signIn.clientSecret",
    value: null,
    origin: { kind: "file", line: 4, variables: [] },
  });
  expect(shown).toContainEqual({
    key: "signIn.label",
    value: "The ${NAME} Guild",
    origin: { kind: "file", line: 5, variables: ["NAME"] },
  });
  expect(shown).toContainEqual({ key: "site.language", value: "en", origin: { kind: "default" } });
  const [feed] = showPart(read(), ["sources", "bells"], {});
  expect(feed?.value).toBe("https://…@feeds.example/a?x=1&api_key=…&y=2");
});

it("a variable that comes before the file is named, not shown", () => {
  const env = { DATABASE_URL: "postgres://hush", PORT: "81" };
  const shown = showPart(read(), [], {}, env);
  expect(shown).toContainEqual({
    key: "ledger",
    value: "${DATABASE_URL}",
    origin: { kind: "environment", name: "DATABASE_URL" },
  });
  expect(shown.find(({ key }) => key === "site.port")?.origin).toEqual({ kind: "environment", name: "PORT" });
});

it("an account's settings are told by its channel's fields", () => {
  const settings = { server: "https://bell.example", token: "hush", weight: 3 };
  const shown = showAccount(read(), { name: "tower", channel: "bell", settings }, bell, false);
  expect(shown.map(({ key, value, origin }) => [key, value, origin.kind])).toEqual([
    ["channel", "bell", "file"],
    ["server", "https://bell.example", "default"],
    ["token", null, "file"],
    ["weight", "3", "file"],
    ["quiet.hours", "22:00-07:00", "file"],
  ]);
});

it("a file that is gone is no trouble", () => {
  expect(readManuscript("/nowhere/at/all.yaml")).toBeUndefined();
  expect(showPart(undefined, [], { ledger: "./x.db" })).toEqual([
    { key: "ledger", value: "./x.db", origin: { kind: "unknown" } },
  ]);
});
