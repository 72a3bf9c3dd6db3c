/**
 * What happened, for those who want to hear of it, written in the very change in which it happens: by the database, so that no
 * way of changing a row can forget it. Nothing is written where nobody listens. The texts of posts are told once they are public.
 */
const listened = "EXISTS (SELECT 1 FROM event_target)";

const insert = (type: string, at: string, data: string): string =>
  `INSERT INTO event (type, at, data) VALUES (${type}, ${at}, json_object(${data}))`;

const ofPost = `'id', NEW.id, 'entry', NEW.entry, 'story', nullif(NEW.story, ''), 'campaign', NEW.campaign, 'step', NEW.step,
  'part', NEW.part, 'parts', NEW.parts, 'account', NEW.account, 'channel', NEW.channel, 'state', NEW.state, 'dueAt', NEW.due_at,
  'permalink', json_extract(NEW.receipt, '$.permalink'),
  'text', CASE WHEN NEW.state = 'sent' THEN json_extract(NEW.post, '$.text') END,
  'reason', CASE WHEN NEW.state IN ('failed', 'unsure', 'held', 'handed', 'cancelled') THEN NEW.reason END`;

const ofEntry = `'id', NEW.id, 'source', NEW.source, 'state', NEW.state, 'title', json_extract(NEW.body, '$.title'),
  'url', json_extract(NEW.body, '$.url'), 'reason', NEW.reason`;

const post = insert("'post.' || NEW.state", "NEW.changed_at", ofPost);
const entry = insert("'entry.' || NEW.state", "NEW.seen_at", ofEntry);
const isPost = `${listened} AND NEW.campaign <> '(calls)'`;
const isNews = `${listened} AND NEW.state IN ('news', 'held')`;

const trigger = (name: string, on: string, when: string, act: string): string =>
  `CREATE TRIGGER ${name} AFTER ${on} FOR EACH ROW WHEN ${when} BEGIN ${act}; END`;

export const events: readonly string[] = [
  `CREATE TABLE event (id INTEGER PRIMARY KEY, type TEXT NOT NULL, at TEXT NOT NULL, data TEXT NOT NULL)`,
  `CREATE INDEX event_time ON event (at)`,
  `CREATE TABLE event_target (
    name TEXT PRIMARY KEY, seen INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0, next_at TEXT, failing_at TEXT, reason TEXT,
    lost INTEGER NOT NULL DEFAULT 0, lease_by TEXT, lease_until TEXT)`,
  trigger("event_post_new", "INSERT ON delivery", isPost, post),
  // What is under way, and tried again, is nobody's news.
  trigger(
    "event_post",
    "UPDATE OF state ON delivery",
    `NEW.state <> OLD.state AND NEW.state <> 'sending' AND NOT (OLD.state = 'sending' AND NEW.state = 'scheduled') AND ${isPost}`,
    post,
  ),
  trigger("event_entry_new", "INSERT ON entry", isNews, entry),
  trigger("event_entry", "UPDATE OF state ON entry", `NEW.state <> OLD.state AND ${isNews}`, entry),
  trigger(
    "event_alarm",
    "INSERT ON alarm",
    listened,
    insert("'alarm.raised'", "NEW.raised_at", "'key', NEW.key, 'text', NEW.text"),
  ),
  trigger(
    "event_alarm_end",
    "UPDATE OF ended_at ON alarm",
    `OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL AND ${listened}`,
    insert("'alarm.ended'", "NEW.ended_at", "'key', NEW.key, 'text', NEW.text"),
  ),
  trigger(
    "event_stop",
    "INSERT ON stop",
    listened,
    insert("'everything.held'", "NEW.at", "'who', NEW.who, 'reason', NEW.reason"),
  ),
  trigger(
    "event_stop_end",
    "UPDATE OF ended_at ON stop",
    `OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL AND ${listened}`,
    insert("'everything.released'", "NEW.ended_at", "'who', NEW.ended_by, 'reason', NEW.reason"),
  ),
];
