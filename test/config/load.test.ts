import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { bell, load, write } from "./write.ts";

const whole = `
site: { name: The Ringers, url: "https://social.example.org/", timezone: Europe/Berlin, port: 8080, language: en }
ledger: ./data/carillon.db
network: { allowPrivate: true }
templates: .
sources:
  newsletter: { feed: "https://example.org/feed.xml", poll: "*/10 * * * *", only: { newsletter: true }, brake: 4, maxAge: 20 }
  german: { feed: "https://example.org/de/feed.xml", language: de, translates: newsletter }
  drafts: { markdown: ./blog/*.md, site: "https://example.org", permalink: "/:title/", first: announce }
accounts:
  tower: { channel: bell, server: "https://tower.example", token: "\${TOKEN}", kind: link, weight: 900, loud: true }
campaigns:
  newsletter:
    source: newsletter
    review: { approvals: 2, expires: 7d }
    wait: { live: true }
    steps:
      announcement: { to: [tower], at: "next 16:00", thread: numbered }
      highlights: { each: story, sections: [Articles], to: [tower], every: "1d at 10:00", limit: 6 }
      reminder: { to: [tower], after: 4d, at: "9:30" }
`;

describe("a whole configuration", () => {
  it("is understood with all its settings", async () => {
    const { config, problems } = await load(whole, { TOKEN: "s3cret" });
    expect(problems).toEqual([]);
    expect(config).toMatchObject({
      site: { name: "The Ringers", url: "https://social.example.org", timezone: "Europe/Berlin", port: 8080 },
      network: { allowPrivate: true },
      accounts: [
        {
          name: "tower",
          channel: "bell",
          settings: {
            server: "https://tower.example",
            token: "s3cret",
            kind: "link",
            weight: 900,
            loud: true,
          },
        },
      ],
      campaigns: [{ name: "newsletter", review: { approvals: 2, expires: 604_800 }, wait: { live: true } }],
    });
  });

  it("has its sources in the order of the file, defaults filled in", async () => {
    const { config } = await load(whole, { TOKEN: "s3cret" });
    expect(config?.sources).toMatchObject([
      {
        kind: "feed",
        name: "newsletter",
        only: { newsletter: true },
        brake: 4,
        maxAge: 20,
        translates: null,
      },
      { name: "german", poll: "*/15 * * * *", only: { newsletter: false }, brake: 10, maxAge: 30 },
      { kind: "markdown", name: "drafts", permalink: "/:title/", first: "announce", language: null },
    ]);
  });

  it("has its steps' times read", async () => {
    const { config } = await load(whole, { TOKEN: "s3cret" });
    expect(config?.campaigns[0]?.steps).toMatchObject([
      { at: { kind: "next", clock: { hour: 16, minute: 0 } }, after: 0, each: "entry", thread: "numbered" },
      { at: { kind: "now" }, every: { days: 1, clock: { hour: 10, minute: 0 } }, limit: 6, thread: null },
      { at: { kind: "clock", clock: { hour: 9, minute: 30 } }, after: 345_600, sections: [] },
    ]);
  });

  it("has its relative paths taken from the folder of the file", async () => {
    const { config } = await load(whole, { TOKEN: "s3cret" });
    const folder = dirname(config?.file ?? "");
    expect(config).toMatchObject({
      ledger: join(folder, "data/carillon.db"),
      templates: folder,
    });
    expect(config?.sources[2]).toMatchObject({ markdown: join(folder, "blog/*.md") });
  });
});

describe("the environment", () => {
  it("gives a default where a variable is not set or empty", async () => {
    const { config } = await load("site: { port: '${NOBODY:-5000}', name: '${EMPTY:-Bells}' }", {
      EMPTY: "",
    });
    expect(config?.site).toMatchObject({ port: 5000, name: "Bells" });
  });

  it("gives a secret from a file, without the file's last line break", async () => {
    const secret = write("s3cret\n", "secret");
    const { config } = await load(`accounts: { tower: { channel: bell, token: "\${file:${secret}}" } }`);
    expect(config?.accounts[0]?.settings).toMatchObject({ token: "s3cret" });
  });

  it("leaves $${ as it is meant", async () => {
    const { config } = await load("site: { name: '$${NAME}' }", { NAME: "wrong" });
    expect(config?.site.name).toBe("${NAME}");
  });

  it("names another ledger, even one with ${ in its password", async () => {
    const address = "postgres://me:${x@db.example/carillon";
    const { config, problems } = await load("ledger: '${NOBODY}'", { DATABASE_URL: address });
    expect({ ledger: config?.ledger, problems }).toEqual({ ledger: address, problems: [] });
  });

  it("names another port, and the address of a site without one follows", async () => {
    const { config } = await load("site: { port: 8080 }", { PORT: "9000" });
    expect(config?.site).toMatchObject({ port: 9000, url: "http://localhost:9000" });
    const both = await load("site: { port: 8080 }", { PORT: "9000", CARILLON_PORT: "9001" });
    expect(both.config?.site.port).toBe(9001);
  });
});

describe("accounts", () => {
  it("keep every digit of an id that is written as a number", async () => {
    const { config } = await load("accounts: { tower: { channel: bell, token: 12345678901234567890 } }");
    expect(config?.accounts[0]?.settings["token"]).toBe("12345678901234567890");
  });

  it("get the defaults of their channel", async () => {
    const { config } = await load("accounts: { tower: { channel: bell, token: x } }");
    expect(config?.accounts[0]?.settings).toEqual({ server: "https://bell.example", token: "x" });
  });

  it("are left out when a variable is missing; steps still name them, so that their posts are not forgotten", async () => {
    const { config, problems } = await load(`
sources: { news: { feed: "https://example.org/feed" } }
accounts:
  tower: { channel: bell, token: here }
  chapel: { channel: bell, token: "\${CHAPEL_TOKEN}" }
campaigns: { news: { source: news, steps: { announcement: { to: [tower, chapel] } } } }`);
    expect(config?.accounts.map(({ name }) => name)).toEqual(["tower"]);
    expect(config?.campaigns[0]?.steps[0]?.to).toEqual(["tower", "chapel"]);
    expect(problems).toMatchObject([{ path: "accounts.chapel.token", line: 5 }]);
  });

  it("of a channel that does not load are left out with the reason", async () => {
    const broken = (): Promise<typeof bell> => Promise.reject(new Error("no such module"));
    const { config, problems } = await loadConfig(write("accounts: { a: { channel: bell } }"), {}, broken);
    expect(config?.accounts).toEqual([]);
    expect(problems[0]?.problem).toBe("The channel “bell” cannot be loaded: no such module");
  });
});

it("leaves out only the source that is wrong, and what is said about it", async () => {
  const { config } = await load(`
sources: { good: { feed: "https://example.org/feed" }, bad: { feed: nowhere } }
campaigns: { a: { source: good }, b: { source: bad } }`);
  expect(config?.sources.map(({ name }) => name)).toEqual(["good"]);
  expect(config?.campaigns.map(({ name }) => name)).toEqual(["a"]);
});

it("gives nothing back when what all share is wrong", async () => {
  expect((await load("site: { timezone: Mars/Base }")).config).toBeNull();
});
