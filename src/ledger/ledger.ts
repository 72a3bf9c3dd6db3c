import { accountsOf, type Accounts } from "./accounts.ts";
import { alarmsOf, type Alarms } from "./alarms.ts";
import { apiAnswersOf, type ApiAnswers } from "./api-answers.ts";
import { apiTokensOf, type ApiTokens } from "./api-tokens.ts";
import { auditOf, type Audit } from "./audit.ts";
import { claimsOf, type Claims } from "./claims.ts";
import { correctionsOf, type Corrections } from "./corrections.ts";
import { deliveriesOf, type Deliveries } from "./deliveries.ts";
import { entriesOf, type Entries } from "./entries.ts";
import { eventsOf, type Events } from "./events.ts";
import { historyOf, type History } from "./history.ts";
import { invitationsOf, type Invitations } from "./invitations.ts";
import { mendingOf, type Mending } from "./mending.ts";
import { messagesOf, type Messages } from "./messages.ts";
import { openFile, type Opening } from "./open.ts";
import { outlookOf, type Outlook } from "./outlook.ts";
import { plansOf, type Plans } from "./plans.ts";
import { peopleOf, type People } from "./people.ts";
import { restorationsOf, type Restorations } from "./restoration.ts";
import { remarksOf, type Remarks } from "./remarks.ts";
import { resultsOf, type Results } from "./results.ts";
import { simulationsOf, type Simulations } from "./simulations.ts";
import { signInsOf, type SignIns } from "./sign-ins.ts";
import { sourcesOf, type Sources } from "./sources.ts";
import { LedgerError, type Store } from "./store.ts";
import { stopsOf, type Stops } from "./stops.ts";
import { testPostsOf, type TestPosts } from "./test-posts.ts";
import { tracksOf, type Tracks } from "./tracks.ts";
import { subscriptionsOf, type Subscriptions } from "./subscriptions.ts";
import { tokensOf, type TokenShelf } from "./tokens.ts";
import { workersOf, type Workers } from "./workers.ts";
import { webSessionsOf, type WebSessions } from "./web-sessions.ts";

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
  readonly workers: Workers;
  readonly plans: Plans;
  readonly history: History;
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
  readonly restorations: Restorations;
  close(): Promise<void>;
}

/** Opens the ledger at a file's path, and makes it where there is none. Throws LedgerError. */
export async function openLedger(address: string, opening: Opening = {}): Promise<Ledger> {
  if (/^postgres(ql)?:/.test(address))
    throw new LedgerError("A ledger in PostgreSQL is not built yet: give `ledger` a file's path.");
  return partsOf(await openFile(address, opening));
}

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
    signIns: signInsOf(store),
    audit: auditOf(store),
    alarms: alarmsOf(store),
    workers: workersOf(store),
    plans: plansOf(store),
    history: historyOf(store),
    outlook: outlookOf(store),
    testPosts: testPostsOf(store),
    people: peopleOf(store),
    stops: stopsOf(store),
    subscriptions: subscriptionsOf(store),
    remarks: remarksOf(store),
    webSessions: webSessionsOf(store),
    invitations: invitationsOf(store),
    apiTokens: apiTokensOf(store),
    apiAnswers: apiAnswersOf(store),
    events: eventsOf(store),
    messages: messagesOf(store),
    results: resultsOf(store),
    simulations: simulationsOf(store),
    tracks: tracksOf(store),
    restorations: restorationsOf(store),
    close: () => store.close(),
  };
}
