// Items of DynamoDB tables on SQLite, in the shape in which dynalite's actions want their store.
// Every write is on disk when it returns. Reading and writing is synchronous, so that dynalite's
// read-check-write of one item is never interleaved with another.

import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { Stream } from 'node:stream';

type AttributeValue = Readonly<Record<string, unknown>>;
export type Item = Record<string, AttributeValue>;

interface KeyElement {
  readonly AttributeName: string;
  readonly KeyType: 'HASH' | 'RANGE';
}

export interface TableDefinition {
  readonly TableName: string;
  readonly KeySchema: readonly KeyElement[];
  readonly AttributeDefinitions: readonly {
    readonly AttributeName: string;
    readonly AttributeType: 'S' | 'N' | 'B';
  }[];
}

type Done<T = void> = (error: unknown, value?: T) => void;

interface Range {
  readonly gt?: string;
  readonly gte?: string;
  readonly lt?: string;
  readonly lte?: string;
  readonly reverse?: boolean;
  readonly limit?: number;
}

/** What dynalite calls an item database. */
export class Items {
  readonly #db: DatabaseSync;
  readonly #table: string;
  readonly #get: StatementSync;
  readonly #put: StatementSync;
  readonly #delete: StatementSync;
  readonly #ranges = new Map<string, StatementSync>();

  constructor(db: DatabaseSync, name: string) {
    this.#db = db;
    this.#table = `"${name}"`;
    db.exec(
      `CREATE TABLE IF NOT EXISTS ${this.#table} (key TEXT PRIMARY KEY, item TEXT NOT NULL) STRICT`,
    );
    this.#get = db.prepare(`SELECT item FROM ${this.#table} WHERE key = ?`);
    this.#put = db.prepare(
      `INSERT INTO ${this.#table} VALUES (?, ?) ON CONFLICT DO UPDATE SET item = excluded.item`,
    );
    this.#delete = db.prepare(`DELETE FROM ${this.#table} WHERE key = ?`);
  }

  /** Nothing runs in between, so there is nothing to lock out. */
  lock(_key: string, work: (release: (done: Done) => Done) => void): void {
    work((done) => done);
  }

  read(key: string): Item | undefined {
    const row = this.#get.get(key);
    return row && JSON.parse(row.item as string);
  }

  get(key: string, done: Done<Item>): void {
    done(null, this.read(key));
  }

  put(key: string, item: Item, done: Done): void {
    this.write(key, item);
    done(null);
  }

  write(key: string, item: Item): void {
    this.#put.run(key, JSON.stringify(item));
  }

  del(key: string, done: Done): void {
    this.#delete.run(key);
    done(null);
  }

  createValueStream(range: Range): ItemStream {
    return new ItemStream(() => this.#select(range));
  }

  /** Deletes items whose `attribute` names a second before `now` (ms), but not by over five years, as DynamoDB. */
  expire(attribute: string, now: number): number {
    const second = `CAST(json_extract(item, '$."${attribute}".N') AS INTEGER)`;
    const seconds = Math.floor(now / 1000);
    const statement = `DELETE FROM ${this.#table} WHERE ${second} < ? AND ${second} > ?`;
    return Number(this.#db.prepare(statement).run(seconds, seconds - fiveYears).changes);
  }

  count(): number {
    return Number(this.#db.prepare(`SELECT count(*) AS items FROM ${this.#table}`).get()?.items);
  }

  /** The lowest `sort` above `after` among the items whose `partition` matches a glob pattern. */
  lowest([partition, sort]: readonly string[], like: string, after: string): string | undefined {
    const text = (attribute = '') => `json_extract(item, '$."${attribute}".S')`;
    const statement = this.#db.prepare(
      `SELECT min(${text(sort)}) AS sort FROM ${this.#table}
       WHERE ${text(partition)} GLOB ? AND ${text(sort)} > ?`,
    );
    return (statement.get(like, after)?.sort as string | null) ?? undefined;
  }

  #select({ reverse = false, limit = -1, ...bounds }: Range) {
    const given = Object.entries(bounds).filter(([, bound]) => bound !== undefined);
    const where = given.map(([name]) => `key ${operators[name as keyof typeof operators]} ?`);
    const sql =
      `SELECT item FROM ${this.#table} WHERE ${['true', ...where].join(' AND ')} ` +
      `ORDER BY key ${reverse ? 'DESC' : 'ASC'} LIMIT ?`;
    const statement = this.#ranges.get(sql) ?? this.#db.prepare(sql);
    this.#ranges.set(sql, statement);
    return statement.iterate(...given.map(([, bound]) => bound as string), limit);
  }
}

const fiveYears = 5 * 365 * 24 * 3600;
const operators = { gt: '>', gte: '>=', lt: '<', lte: '<=' };

/** Selects and emits all rows within one tick: no cursor stays open over another call. */
class ItemStream extends Stream {
  #stopped = false;

  constructor(select: () => Iterable<Record<string, unknown>>) {
    super();
    process.nextTick(() => this.#emitAll(select()));
  }

  destroy(): void {
    this.#stopped = true;
  }

  #emitAll(rows: Iterable<Record<string, unknown>>) {
    for (const row of rows) {
      this.emit('data', JSON.parse(row.item as string));
      if (this.#stopped) return;
    }
    this.emit('end');
  }
}

export function openItems(file: string) {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536');
  return {
    table: (name: string) => new Items(db, name),
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
