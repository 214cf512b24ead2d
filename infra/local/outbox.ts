// Every mail that the local SES accepted, kept as the bytes that would have gone out.
// A mail is on disk when `add` returns. Reading mails is for people and tests; nothing is sent anywhere.
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import PostalMime from 'postal-mime';

interface AcceptedMail {
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
  /** Counts up from 1 in the order in which SES accepted them. */
  readonly number: number;
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

interface Selection {
  /** The newest so many. */
  readonly limit?: number | undefined;
  /** An address, or a part of one. */
  readonly to?: string | undefined;
  /** Only letters whose number is higher. */
  readonly after?: number | undefined;
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
  readonly seq: number;
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
    SELECT * FROM mail WHERE seq > :after AND instr(lower(recipients), lower(:to))
    ORDER BY seq DESC LIMIT :limit`);
  const since = db.prepare('SELECT sum(recipient_count) AS n FROM mail WHERE sent > ?');
  const total = db.prepare('SELECT count(*) AS n FROM mail');
  const find = (id: string) => one.get(id) as unknown as Row | undefined;
  return {
    add({ id, to, sentAt, tags, raw }) {
      insert.run(id, to.join(', '), to.length, sentAt, tags.campaign ?? null, raw);
    },
    async letters({ limit = 1000, to = '', after = 0 } = {}) {
      const rows = newest.all({ limit, to, after }) as unknown as Row[];
      return readAll(rows.reverse());
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

/** With pauses: the machine has more to do than to show mails. */
async function readAll(rows: readonly Row[]): Promise<Letter[]> {
  const letters: Letter[] = [];
  for (const row of rows) {
    letters.push(await toLetter(row));
    if (letters.length % 20 === 0) await setImmediate();
  }
  return letters;
}

async function toLetter({ seq, id, recipients, sent, campaign, raw }: Row): Promise<Letter> {
  const mail = await PostalMime.parse(raw);
  return {
    id,
    number: seq,
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
