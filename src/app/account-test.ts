import type { App } from "../app.ts";
import { no, yes, type Outcome } from "./decisions.ts";
import { describeHandoff, describeStanding, standingOf } from "./standing.ts";

/** Signs in and tells who we are there; an account that waits for an operator goes on. */
export async function testAccount(app: App, name: string): Promise<Outcome> {
  const handoff = app.desk.account(name)?.handoff;
  if (handoff) return yes(name, describeHandoff(handoff));
  await app.desk.sessions.forget(name);
  const opening = await app.desk.sessions.open(name);
  if ("failure" in opening) return no(name, opening.failure.reason);
  await app.ledger.accounts.release(name);
  const standing = await standingOf(app, name);
  return yes(name, standing ? describeStanding(standing, app.now()) : "Works.");
}
