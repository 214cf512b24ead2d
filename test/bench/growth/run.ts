// `npm run bench:growth`: what one event, one sweep and one busy contact take as everything around them grows.
// Prints tables for docs/performance.md.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { table, whole } from '../table.ts';
import { rush, sweepBeside } from './alarms.ts';
import { growWithCampaigns } from './campaigns.ts';
import { growWithContacts } from './contacts.ts';
import { hotContact } from './hot-contact.ts';
import { cellsOf, type Row } from './row.ts';

const { values } = parseArgs({
  options: {
    campaigns: { type: 'string', default: '10,1000,10000' },
    contacts: { type: 'string', default: '1000,10000,100000,1000000' },
    pending: { type: 'string', default: '0,100000,10000000' },
    rush: { type: 'string', default: '100000' },
    hot: { type: 'string', default: '10000' },
    only: { type: 'string', default: 'campaigns,contacts,pending,rush,hot' },
  },
});

const numbers = (text: string) => text.split(',').map(Number);
const root = await mkdtemp(join(tmpdir(), 'perennial-growth-'));
const folderFor = (name: string) => mkdtemp(join(root, `${name}-`));
const head = ['', 'own ms', 'read units', 'write units', 'of the first', 'first of a container'];
const say = (title: string, ...rows: string[][]) => console.log(`\n${title}\n${table(...rows)}`);
const tableOf = (title: string, rows: readonly Row[]) => say(title, head, ...cellsOf(rows));

const parts: Readonly<Record<string, () => Promise<void>>> = {
  campaigns: async () =>
    tableOf('One event beside live campaigns', await growWithCampaigns(numbers(values.campaigns))),
  contacts: async () =>
    tableOf(
      'One event beside contacts',
      await growWithContacts(numbers(values.contacts), folderFor),
    ),
  pending: async () => {
    const sweeps = await sweepBeside(numbers(values.pending), folderFor);
    const rows = sweeps.map(({ pending, idle }) => [
      `${whole(pending)} pending alarms`,
      idle.own.toFixed(2),
      idle.read.toFixed(2),
      idle.write.toFixed(2),
    ]);
    say('A tick that finds nothing due', ['', 'own ms', 'read units', 'write units'], ...rows);
  },
  rush: async () => {
    const { alarms, took, lateness } = await rush(Number(values.rush), await folderFor('rush'));
    say(
      'Alarms due within one minute',
      ['', 'handed over in', 'late p50', 'p99', 'worst'],
      [
        `${whole(alarms)} alarms`,
        `${(took / 1_000).toFixed(1)} s`,
        ...[lateness.p50, lateness.p99, lateness.worst].map((late) => `${whole(late)} ms`),
      ],
    );
  },
  hot: async () => {
    const { events, seconds, spent } = await hotContact(Number(values.hot));
    const each = [spent.own, spent.read, spent.write].map((all) => (all / events).toFixed(3));
    const cells = [`${whole(events)} events of one contact`, `${seconds.toFixed(1)} s`, ...each];
    say(
      'One busy contact',
      ['', 'took', 'own ms each', 'read units each', 'write units each'],
      cells,
    );
  },
};

try {
  for (const name of values.only.split(',')) await parts[name]?.();
} finally {
  await rm(root, { recursive: true });
}
