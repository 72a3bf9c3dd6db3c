import type { Person } from "../../model/person.ts";
import type { Team } from "../team/open.ts";
import type { Written } from "../team/posts.ts";
import { none } from "./bodies.ts";
import { channel, channels } from "./channel-shapes.ts";
import { doneOr } from "./done.ts";
import { there } from "./problem.ts";
import { route, type Route } from "./route.ts";
import { campaignRows, campaigns, configuration, receivers, sources } from "./set-up-shapes.ts";
import { written } from "./shapes.ts";

type Act = (team: Team, name: string, by: Person) => Promise<Written>;

const aboutChannel = (action: string, summary: string, act: Act): Route =>
  route({
    at: `POST /channels/:name/${action}`,
    right: "operate",
    summary,
    body: none,
    answer: written,
    does: async ({ team, param, by }) => {
      there(await team.channels.one(param("name")), "account");
      return doneOr(await act(team, param("name"), by));
    },
  });

/** Sources, accounts and campaigns: how they are, and what an operator does about them. */
export const setUpRoutes: readonly Route[] = [
  route({
    at: "GET /sources",
    right: "see",
    summary: "How the sources are, and what they have brought.",
    answer: sources,
    does: async ({ team }) => [...(await team.sources.all()).rows],
  }),
  route({
    at: "POST /sources/:name/look",
    right: "operate",
    summary: "Looks at a source now, and plans what is new; once a minute at most.",
    body: none,
    answer: written,
    does: async ({ team, param, by }) => {
      return doneOr(there(await team.sources.look(param("name"), by), "source"));
    },
  }),
  route({
    at: "GET /channels",
    right: "see",
    summary: "The accounts that posts go to, and how each of them is.",
    answer: channels,
    does: async ({ team }) => (await team.channels.all()).rows,
  }),
  route({
    at: "GET /channels/:name",
    right: "see",
    summary: "One account, with its settings; secrets are never told.",
    answer: channel,
    does: async ({ team, param }) => there(await team.channels.one(param("name")), "account"),
  }),
  aboutChannel(
    "test",
    "Signs in, and says who we are there; an account that waits goes on.",
    (team, name, by) => team.channels.test(name, by),
  ),
  aboutChannel("release", "Lets an account that waits go on, without another look.", (team, name, by) =>
    team.channels.release(name, by),
  ),
  aboutChannel(
    "send-test",
    "Plans a harmless post, once, on an account that is there for tests.",
    (team, name, by) => team.channels.sendTest(name, by),
  ),
  route({
    at: "GET /campaigns",
    right: "see",
    summary: "What is said about entries, where and by which templates, and what comes next.",
    answer: campaigns,
    does: async ({ team }) => campaignRows(await team.campaigns.all()),
  }),
  route({
    at: "GET /configuration",
    right: "see",
    summary: "What of the configuration holds for all, each value with where it comes from.",
    answer: configuration,
    does: async ({ team }) => team.configuration(),
  }),
  route({
    at: "GET /receivers",
    right: "see",
    summary: "Who is told of events, and whether they take them.",
    answer: receivers,
    does: async ({ team }) => [...(await team.receivers.all())],
  }),
];
