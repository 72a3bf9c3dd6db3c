import { body, startFeedServer, type FeedServer } from "../bench/feed-server.ts";

/** A feed that grows, one issue a day, and the issues' pages. */
export interface Gazette {
  readonly url: string;
  /** How many issues there are. */
  readonly issues: number;
  publish(count: number): void;
  close(): Promise<void>;
}

/** By which a post is known on every network, whatever it makes of the rest. */
export const markOf = (issue: number): string => `q${issue}x`;

const day = 86_400_000;

/** `start`: milliseconds. All issues are of the days before it. */
export async function startGazette(start: number, most: number): Promise<Gazette> {
  const server = await startFeedServer();
  let issues = 0;
  const dateOf = (issue: number): Date => new Date(start - (most + 2 - issue) * day);
  const publish = (count: number): void => {
    for (const last = issues + count; issues < last;) {
      issues += 1;
      server.serve(`/${markOf(issues)}/`, body(page(issues), { "content-type": "text/html" }));
    }
  };
  const items = (): string =>
    Array.from({ length: issues + 1 }, (_, issue) => item(server, issue, dateOf(issue))).join("");
  server.serve("/feed.xml", (request, response) => body(feed(items()))(request, response));
  return {
    url: server.url,
    get issues() {
      return issues;
    },
    publish,
    close: server.close,
  };
}

const feed = (items: string): string =>
  `<rss version="2.0"><channel><title>Bells</title><link>http://bells.example/</link><description>x</description>${items}</channel></rss>`;

const item = ({ url }: FeedServer, issue: number, date: Date): string =>
  `<item><title>${titleOf(issue)}</title><link>${url}/${markOf(issue)}/</link><guid>${url}/${markOf(issue)}/</guid>
   <pubDate>${date.toUTCString()}</pubDate><description>What rang ${markOf(issue)}.</description></item>`;

const titleOf = (issue: number): string => `Tower ${markOf(issue)} rang`;

const page = (issue: number): string =>
  `<!doctype html><html><head><title>${titleOf(issue)}</title></head><body><p>Bells.</p></body></html>`;
