// A sweep beside millions of pending alarms, and a hundred thousand that are due within one minute.

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { createAlarms } from '../../../functions/adapters/alarms.ts';
import { hash } from '../../../functions/adapters/keys.ts';
import { percentile } from '../percentile.ts';
import { numbered, openSite, queueFile, type Site, type Spent } from './site.ts';

interface Sweeps {
  readonly pending: number;
  /** A tick that finds nothing due. */
  readonly idle: Spent;
}

const minute = 60_000;
const day = 86_400_000;

/** Ticks of a site whose work table holds so many alarms of the next thirty days. */
export async function sweepBeside(
  counts: readonly number[],
  folderFor: (name: string) => Promise<string>,
): Promise<Sweeps[]> {
  const all: Sweeps[] = [];
  for (const pending of counts) {
    const folder = await folderFor(`alarms-${pending}`);
    const site = await openSite(folder);
    await multiply(site, folder, pending);
    const tick = site.start('tick');
    await tick({});
    all.push({ pending, idle: await tick({}) });
    site.close();
  }
  return all;
}

const alarmOf = (index: number, due: number) => ({
  contact: `con_${hash(`alarm-${index}`)}`,
  due,
  revision: 1,
});

/** One is written as the product writes it; the others are that one under other keys, straight into the file. */
async function multiply(site: Site, folder: string, count: number): Promise<void> {
  const start = Date.now() + day;
  await arm(
    site,
    numbered(8, (index) => alarmOf(index, start + index)),
  );
  const file = new DatabaseSync(join(folder, 'tables.db'));
  const table = `"${site.tables.work}"`;
  const rows = file.prepare(`SELECT key, item FROM ${table} WHERE item LIKE '%T#%'`).all();
  const insert = file.prepare(`INSERT OR IGNORE INTO ${table} VALUES (?, ?)`);
  file.exec('BEGIN');
  for (let index = 0; index < count; index += 1) {
    const { key, item } = rows[index % rows.length] as { key: string; item: string };
    // The key ends with the contact; a suffix is another contact at the same moment.
    insert.run(`${key}${index}`, item);
  }
  file.exec('COMMIT');
  file.close();
}

const arm = ({ dynamo, tables }: Site, alarms: readonly ReturnType<typeof alarmOf>[]) =>
  createAlarms({
    dynamo,
    table: tables.work,
    sqs: undefined as never,
    queueUrl: '',
    now: () => 0,
  }).arm(alarms);

interface Rush {
  readonly alarms: number;
  /** How long the tick took to hand all of them over, milliseconds. */
  readonly took: number;
  /** Milliseconds between an alarm's due moment and the moment the queue hands it out. */
  readonly lateness: { readonly p50: number; readonly p99: number; readonly worst: number };
}

/** All due within the minute that one tick looks ahead. */
export async function rush(count: number, folder: string): Promise<Rush> {
  const site = await openSite(folder);
  const tick = site.start('tick');
  const start = Date.now() + minute + 5_000 + count / armedPerMillisecond;
  const dues = numbered(count, (index) => start + Math.floor((index * 50_000) / count));
  await arm(
    site,
    dues.map((due, index) => alarmOf(index, due)),
  );
  const wait = start - minute - Date.now();
  if (wait < 0) throw new Error('Writing the alarms took longer than was planned for');
  await setTimeout(wait);
  // The tick of the minute before: it looks as far as to where these begin.
  await tick({});
  await setTimeout(start - Date.now());
  const began = performance.now();
  await tick({});
  const took = performance.now() - began;
  site.close();
  const late = latenesses(folder);
  if (late.length !== count) throw new Error(`${late.length} of ${count} alarms were handed over`);
  const lateness = {
    p50: percentile(late, 50),
    p99: percentile(late, 99),
    worst: percentile(late, 100),
  };
  return { alarms: count, took, lateness };
}

/** A machine that is slower than this must be given more time. */
const armedPerMillisecond = 1;

/** From the queue's own file: when each alarm becomes visible to a poller, less when it was due. */
function latenesses(folder: string): number[] {
  const file = new DatabaseSync(queueFile(folder), { readOnly: true });
  const rows = file.prepare('SELECT body, max(visible, sent) AS handed FROM message').all();
  file.close();
  return rows.flatMap(({ body, handed }) => {
    const { alarm } = JSON.parse(String(body)) as { alarm?: { due: number } };
    return alarm ? [Number(handed) - alarm.due] : [];
  });
}
