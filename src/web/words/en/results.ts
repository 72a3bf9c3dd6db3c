/** What posts came to. */
export const results = {
  title: "Results",
  text: "What came of the posts: counted one hour, six hours, one, three, seven and thirty days after each went out. “Not told” means that the network does not say; it is not 0.",
  none: "Nothing has been counted yet. The first look at a post comes an hour after it went out.",
  source: "Source",
  any: "all",
  show: "Show",
  older: "Older ones",
  months: "By month",
  csv: "As a table file (CSV)",
  print: "This page can be printed.",
  measures: { likes: "Likes", reposts: "Reposts", replies: "Replies", clicks: "Clicks", views: "Views" },
  counted: {
    likes: (number: string) => (number === "1" ? "1 like" : `${number} likes`),
    reposts: (number: string) => (number === "1" ? "1 repost" : `${number} reposts`),
    replies: (number: string) => (number === "1" ? "1 reply" : `${number} replies`),
    clicks: (number: string) => (number === "1" ? "1 click" : `${number} clicks`),
    views: (number: string) => (number === "1" ? "1 view" : `${number} views`),
  },
  untold: "not told",
  reactions: "Likes, reposts and replies",
  posts: (number: number) => (number === 1 ? "1 post" : `${number} posts`),
  postsHead: "Posts",
  gone: (number: number) => (number === 1 ? "1 post is gone" : `${number} posts are gone`),
  notYet: "Nobody has looked yet.",
  soFar: (line: string) => `So far: ${line}.`,
  age: (seconds: number) => {
    const hours = Math.round(seconds / 3600);
    if (hours < 48) return hours <= 1 ? "1 hour" : `${hours} hours`;
    return `${Math.round(hours / 24)} days`;
  },
  fair: (age: string, of: number) =>
    of === 1
      ? `Counted ${age} after its first post, and compared with what the issue before it had ${age} after its own: so a fresh issue is not measured by what older ones came to in the end.`
      : `Counted ${age} after its first post, and compared with what the ${of} issues before it had ${age} after theirs: so a fresh issue is not measured by what older ones came to in the end.`,
  alone: (age: string) =>
    `Counted ${age} after its first post. There is no earlier issue to compare it with.`,
  more: (number: string, median: string) => `${number} more than usual (${median})`,
  fewer: (number: string, median: string) => `${number} fewer than usual (${median})`,
  same: (median: string) => `as usual (${median})`,
  usual: "Usual",
  usualText: "Usual: the middle one (median) of the issues before, at the same age.",
  chart: (age: string) => `Likes, reposts and replies together, ${age} after the first post`,
  issue: "Issue",
  asTable: "The same as a table",
  together: "Together",
  byAccount: "By channel",
  byStep: "By step of the campaign",
  byEntry: "By entry",
  account: "Account",
  step: "Campaign and step",
  uncounted: "Not counted",
  why: {
    untold: "the network tells nothing",
    off: "turned off (results: false)",
    costs: (cost: string) =>
      `looking costs money there, up to ${cost} a post; “results: true” at the account turns it on`,
    "by hand": "a person posts there, and Carillon has no credentials to look with",
  },
  month: (name: string) => `Report for ${name}`,
  monthSoFar: "The month is not over: these are the numbers so far.",
  monthText: (posts: string) => `${posts} went out.`,
  monthNone: "Nothing that is counted went out in this month.",
  before: (name: string) => `${name}, at the same time`,
  beforeText: (name: string) => `${name} is shown as it was the same time after its beginning.`,
  best: "What readers did most with",
  live: "on the network",
  report: {
    title: (site: string, month: string) => `${site}: results of ${month}`,
    posts: (posts: string) => `${posts} went out.`,
    line: (counts: string) => `They came to ${counts}.`,
    before: (month: string, counts: string) => `${month} at the same time: ${counts}.`,
    best: (account: string, reactions: string) => `Most was done with the post on ${account} (${reactions}):`,
    reactions: (number: string) => `${number} likes, reposts and replies`,
    all: (address: string) => `All of it: ${address}`,
  },
};
