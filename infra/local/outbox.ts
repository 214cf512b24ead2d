// Every mail that the local SES accepted, kept as the bytes that would have gone out.
// A mail is on disk when `add` returns. Reading mails is for people and tests; nothing is sent anywhere.
import { DatabaseSync } from 'node:sqlite';
import PostalMime from 'postal-mime';

export interface AcceptedMail {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  /** Milliseconds. */
  readonly sentAt: number;
  readonly tags: Readonly<Record<string, string>>;
  readonly raw: Buffer;
}

export interface Letter {
  readonly id: string;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  /** By lower-case name; a repeated header's values are joined by commas. */
  readonly headers: Readonly<Record<string, string>>;
  readonly html: string;
  readonly text: string;
  readonly sentAt: string;
  readonly campaign: string | undefined;
}

export interface Selection {
  /** Newest first to count, at most this many. */
  readonly limit?: number;
  readonly to?: string;
}

export interface Outbox {
  add(mail: AcceptedMail): void;
  /** Oldest first. */
  letters(selection?: Selection): Promise<Letter[]>;
  letter(id: string): Promise<Letter | undefined>;
  raw(id: string): Buffer | undefined;
  /** Recipients of all mails accepted after `instant`. */
  recipientsSince(instant: number): number;
  count(): number;
  close(): void;
}

interface Row {
  readonly id: string;
  readonly recipients: string;
  readonly sent: number;
  readonly campaign: string | null;
  readonly raw: Uint8Array;
}

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS mail (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    recipients TEXT NOT NULL,
    recipient_count INTEGER NOT NULL,
    sent INTEGER NOT NULL,
    campaign TEXT,
    raw BLOB NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS by_time ON mail (sent, recipient_count);
`;

/** `file` is a path or ':memory:'. */
export function openOutbox(file: string): Outbox {
  const db = new DatabaseSync(file);
  db.exec(schema);
  const insert = db.prepare(`
    INSERT INTO mail (id, recipients, recipient_count, sent, campaign, raw)
    VALUES (?, ?, ?, ?, ?, ?)`);
  const one = db.prepare('SELECT * FROM mail WHERE id = ?');
  const newest = db.prepare(`
    SELECT * FROM mail WHERE ?1 IS NULL OR recipients LIKE '%' || ?1 || '%'
    ORDER BY seq DESC LIMIT ?2`);
  const since = db.prepare('SELECT sum(recipient_count) AS n FROM mail WHERE sent > ?');
  const total = db.prepare('SELECT count(*) AS n FROM mail');
  const find = (id: string) => one.get(id) as unknown as Row | undefined;
  return {
    add({ id, to, sentAt, tags, raw }) {
      insert.run(id, to.join(', '), to.length, sentAt, tags.campaign ?? null, raw);
    },
    async letters({ limit = 1000, to } = {}) {
      const rows = newest.all(to ?? null, limit) as unknown as Row[];
      return Promise.all(rows.reverse().map(toLetter));
    },
    async letter(id) {
      const row = find(id);
      return row && toLetter(row);
    },
    raw: (id) => {
      const row = find(id);
      return row && Buffer.from(row.raw);
    },
    recipientsSince: (instant) => Number(since.get(instant)?.n ?? 0),
    count: () => Number(total.get()?.n),
    close: () => db.close(),
  };
}

async function toLetter({ id, recipients, sent, campaign, raw }: Row): Promise<Letter> {
  const mail = await PostalMime.parse(raw);
  return {
    id,
    to: recipients,
    from: mail.from?.name ? `${mail.from.name} <${mail.from.address}>` : (mail.from?.address ?? ''),
    subject: mail.subject ?? '',
    headers: joined(mail.headers),
    html: mail.html ?? '',
    text: mail.text ?? '',
    sentAt: new Date(sent).toISOString(),
    campaign: campaign ?? undefined,
  };
}

function joined(headers: readonly { key: string; value: string }[]): Record<string, string> {
  const values = Map.groupBy(headers, ({ key }) => key);
  return Object.fromEntries(
    [...values].map(([key, same]) => [key, same.map(({ value }) => value).join(', ')]),
  );
}
