import { accountsOf, type Accounts } from "./accounts.ts";
import type { Alarms } from "./alarms.ts";
import type { Allowances } from "./allowances.ts";
import type { ApiAnswers } from "./api-answers.ts";
import type { ApiTokens } from "./api-tokens.ts";
import { auditOf, type Audit } from "./audit.ts";
import { claimsOf, type Claims } from "./claims.ts";
import { correctionsOf, type Corrections } from "./corrections.ts";
import { deliveriesOf, type Deliveries } from "./deliveries.ts";
import { entriesOf, type Entries } from "./entries.ts";
import type { Events } from "./events.ts";
import type { History } from "./history.ts";
import type { Invitations } from "./invitations.ts";
import { later } from "./later.ts";
import { mendingOf, type Mending } from "./mending.ts";
import type { Messages } from "./messages.ts";
import { openFile, type Opening } from "./open.ts";
import type { Spots } from "./spots.ts";
import type { Outlook } from "./outlook.ts";
import { plansOf, type Plans } from "./plans.ts";
import type { People } from "./people.ts";
import { restorationsOf, type Restorations } from "./restoration.ts";
import type { Remarks } from "./remarks.ts";
import type { Results } from "./results.ts";
import type { Simulations } from "./simulations.ts";
import type { SignIns } from "./sign-ins.ts";
import { sourcesOf, type Sources } from "./sources.ts";
import { LedgerError, type Store } from "./store.ts";
import type { Stops } from "./stops.ts";
import type { TestPosts } from "./test-posts.ts";
import type { Tracks } from "./tracks.ts";
import type { Subscriptions } from "./subscriptions.ts";
import { tokensOf, type TokenShelf } from "./tokens.ts";
import type { Uploads } from "./uploads.ts";
import type { Waits } from "./waits.ts";
import type { Withdrawals } from "./withdrawals.ts";
import type { Workers } from "./workers.ts";
import type { WebSessions } from "./web-sessions.ts";

/** The record of entries, deliveries, attempts, receipts and decisions. */
export interface Ledger {
  readonly store: Store;
  readonly sources: Sources;
  readonly entries: Entries;
  readonly deliveries: Deliveries;
  readonly claims: Claims;
  readonly corrections: Corrections;
  readonly mending: Mending;
  readonly accounts: Accounts;
  readonly tokens: TokenShelf;
  readonly signIns: SignIns;
  readonly audit: Audit;
  readonly alarms: Alarms;
  readonly allowances: Allowances;
  readonly withdrawals: Withdrawals;
  readonly waits: Waits;
  readonly workers: Workers;
  readonly plans: Plans;
  readonly history: History;
  readonly spots: Spots;
  readonly outlook: Outlook;
  readonly testPosts: TestPosts;
  readonly people: People;
  readonly stops: Stops;
  readonly subscriptions: Subscriptions;
  readonly remarks: Remarks;
  readonly webSessions: WebSessions;
  readonly invitations: Invitations;
  readonly apiTokens: ApiTokens;
  readonly apiAnswers: ApiAnswers;
  readonly events: Events;
  readonly messages: Messages;
  readonly results: Results;
  readonly simulations: Simulations;
  readonly tracks: Tracks;
  readonly uploads: Uploads;
  readonly restorations: Restorations;
  close(): Promise<void>;
}

/** Opens the ledger at a file's path, and makes it where there is none. Throws LedgerError. */
export async function openLedger(address: string, opening: Opening = {}): Promise<Ledger> {
  if (/^postgres(ql)?:/.test(address))
    throw new LedgerError("A ledger in PostgreSQL is not built yet: give `ledger` a file's path.");
  return partsOf(await openFile(address, opening));
}

/** What a round has no need of is loaded when it is asked for: all together takes a fiftieth of `carillon once`. */
function partsOf(store: Store): Ledger {
  return {
    store,
    sources: sourcesOf(store),
    entries: entriesOf(store),
    deliveries: deliveriesOf(store),
    claims: claimsOf(store),
    corrections: correctionsOf(store),
    mending: mendingOf(store),
    accounts: accountsOf(store),
    tokens: tokensOf(store),
    signIns: later(async () => (await import("./sign-ins.ts")).signInsOf(store)),
    audit: auditOf(store),
    alarms: later(async () => (await import("./alarms.ts")).alarmsOf(store)),
    allowances: later(async () => (await import("./allowances.ts")).allowancesOf(store)),
    withdrawals: later(async () => (await import("./withdrawals.ts")).withdrawalsOf(store)),
    waits: later(async () => (await import("./waits.ts")).waitsOf(store)),
    workers: later(async () => (await import("./workers.ts")).workersOf(store)),
    plans: plansOf(store),
    history: later(async () => (await import("./history.ts")).historyOf(store)),
    spots: later(async () => (await import("./spots.ts")).spotsOf(store)),
    outlook: later(async () => (await import("./outlook.ts")).outlookOf(store)),
    testPosts: later(async () => (await import("./test-posts.ts")).testPostsOf(store)),
    people: later(async () => (await import("./people.ts")).peopleOf(store)),
    stops: later(async () => (await import("./stops.ts")).stopsOf(store)),
    subscriptions: later(async () => (await import("./subscriptions.ts")).subscriptionsOf(store)),
    remarks: later(async () => (await import("./remarks.ts")).remarksOf(store)),
    webSessions: later(async () => (await import("./web-sessions.ts")).webSessionsOf(store)),
    invitations: later(async () => (await import("./invitations.ts")).invitationsOf(store)),
    apiTokens: later(async () => (await import("./api-tokens.ts")).apiTokensOf(store)),
    apiAnswers: later(async () => (await import("./api-answers.ts")).apiAnswersOf(store)),
    events: later(async () => (await import("./events.ts")).eventsOf(store)),
    messages: later(async () => (await import("./messages.ts")).messagesOf(store)),
    results: later(async () => (await import("./results.ts")).resultsOf(store)),
    simulations: later(async () => (await import("./simulations.ts")).simulationsOf(store)),
    tracks: later(async () => (await import("./tracks.ts")).tracksOf(store)),
    uploads: later(async () => (await import("./uploads.ts")).uploadsOf(store)),
    restorations: restorationsOf(store),
    close: () => store.close(),
  };
}
