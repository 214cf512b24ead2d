// The one table behind the queues and its prepared statements. It decides nothing.
// WAL with synchronous=NORMAL: safe against a killed process, not against a power cut.
import { DatabaseSync } from 'node:sqlite';

export interface Row {
  readonly seq: number;
  readonly id: string;
  readonly body: string;
  readonly sent: number;
  readonly first: number | null;
  readonly received: number;
}

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS message (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL,
    queue TEXT NOT NULL,
    body TEXT NOT NULL,
    sent INTEGER NOT NULL,
    visible INTEGER NOT NULL,
    first INTEGER,
    received INTEGER NOT NULL DEFAULT 0,
    receipt TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS by_visibility ON message (queue, visible);
`;

export type QueueStore = ReturnType<typeof openQueueStore>;

export function openQueueStore(file: string) {
  const db = new DatabaseSync(file);
  db.exec(schema);
  return {
    insert: db.prepare(
      'INSERT INTO message (id, queue, body, sent, visible) VALUES (?, ?, ?, ?, ?)',
    ),
    visible: db.prepare(`
      SELECT seq, id, body, sent, first, received FROM message
      WHERE queue = ? AND visible <= ? ORDER BY visible, seq LIMIT ?`),
    nth: db.prepare(
      'SELECT 1 FROM message WHERE queue = ? AND visible <= ? ORDER BY visible LIMIT 1 OFFSET ?',
    ),
    take: db.prepare(
      'UPDATE message SET receipt = ?, visible = ?, first = ?, received = received + 1 WHERE seq = ?',
    ),
    move: db.prepare(`
      UPDATE message SET queue = ?, visible = ?, receipt = NULL, first = NULL, received = 0
      WHERE seq = ?`),
    remove: db.prepare('DELETE FROM message WHERE seq = ? AND queue = ? AND receipt = ?'),
    hide: db.prepare(
      'UPDATE message SET visible = ? WHERE seq = ? AND queue = ? AND receipt = ? AND visible > ?',
    ),
    counts: db.prepare(`
      SELECT count(*) FILTER (WHERE visible <= :now) AS visible,
             count(*) FILTER (WHERE visible > :now AND receipt IS NOT NULL) AS inFlight,
             count(*) FILTER (WHERE visible > :now AND receipt IS NULL) AS delayed
      FROM message WHERE queue = :queue`),
    next: db.prepare('SELECT min(visible) AS at FROM message WHERE queue = ? AND visible > ?'),
    expire: db.prepare('DELETE FROM message WHERE queue = ? AND sent <= ?'),
    release: db.prepare(`
      UPDATE message SET visible = ?, receipt = NULL, received = received - 1
      WHERE receipt IS NOT NULL AND visible > ?`),
    transaction<T>(work: () => T): T {
      db.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        db.exec('COMMIT');
        return result;
      } catch (error) {
        db.exec('ROLLBACK');
        throw error;
      }
    },
    close: () => db.close(),
  };
}
