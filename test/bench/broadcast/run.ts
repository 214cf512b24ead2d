// `npm run bench:broadcast`: one broadcast to many contacts through the real local runtime, paused on the way. Prints
// how fast, for how much, and the proof that everybody in the audience got one mail, and nobody else did.
// `--contacts 1000000` takes hours on two cores; with `--percent 2` in the audience, minutes. `--rate` is what the local
// SES allows a second.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { synthesize } from '../../../infra/assembly.ts';
import { functionDefinitions } from '../../../infra/local/deployment.ts';
import { startRuntime } from '../../../infra/local/runtime.ts';
import { loadAssembly } from '../../../infra/local/template.ts';
import { pricesAsOf } from '../../../infra/price.ts';
import { costOfMillion } from '../cost.ts';
import { amount, table, whole } from '../table.ts';
import { numberOfReaders, populate, publish } from './audience.ts';
import { type Driven, drive } from './drive.ts';

const { values } = parseArgs({
  options: {
    contacts: { type: 'string', default: '20000' },
    percent: { type: 'string', default: '100' },
    rate: { type: 'string', default: '200' },
  },
});
const contacts = Number(values.contacts);
if (!Number.isInteger(contacts) || contacts < 100)
  throw new Error('--contacts must be a whole number of at least 100');
const percent = Number(values.percent);
if (!Number.isInteger(percent) || percent < 1 || percent > 100)
  throw new Error('--percent must be a whole number from 1 to 100');
const perSecond = Number(values.rate);
if (!(perSecond >= 1)) throw new Error('--rate must be the mails a second that SES allows');
const audience = numberOfReaders(contacts, percent);

const place = { region: 'us-east-1', account: '000000000000', publicUrl: 'http://localhost' };
const assembly = await synthesize();
const resources = loadAssembly(assembly, place);
const dataDir = await mkdtemp(join(tmpdir(), 'perennial-broadcast-'));
/** A midnight to come. */
const hour = Math.ceil(Date.now() / 86_400_000 + 1) * 86_400_000;

try {
  process.stderr.write('publishing …\n');
  const first = await startRuntime({ dataDir, assembly, empty: true });
  await publish(first, new Date(hour).toISOString().slice(0, 16)).finally(first.close);
  process.stderr.write(`making ${whole(contacts)} contacts …\n`);
  populate(dataDir, resources, { contacts, percent });
  const sendLimits = { perSecond, perDay: Number.POSITIVE_INFINITY };
  const runtime = await startRuntime({ dataDir, assembly, sendLimits });
  const driven = await drive(runtime, hour, audience).finally(runtime.close);
  process.stderr.write('\n');
  console.log(report(driven, proofOf(dataDir)));
} finally {
  await rm(dataDir, { recursive: true });
}

interface Proof {
  readonly mails: number;
  readonly people: number;
  /** Mails in the second that had most, wherever it began. */
  readonly busiest: number;
}

/** Straight from the file: the outbox itself would parse every mail. */
function proofOf(folder: string): Proof {
  const outbox = new DatabaseSync(join(folder, 'outbox.db'), { readOnly: true });
  const sql = 'SELECT count(*) AS mails, count(DISTINCT recipients) AS people FROM mail';
  const row = outbox.prepare(sql).get();
  const sent = outbox.prepare('SELECT sent FROM mail ORDER BY sent').all();
  outbox.close();
  const busiest = mostInASecond(sent.map(({ sent: at }) => Number(at)));
  return { mails: Number(row?.mails), people: Number(row?.people), busiest };
}

function mostInASecond(moments: readonly number[]): number {
  let first = 0;
  return moments.reduce((most, at, index) => {
    while (at - (moments[first] ?? at) >= 1_000) first += 1;
    return Math.max(most, index - first + 1);
  }, 0);
}

function report(driven: Driven, { mails, people, busiest }: Proof): string {
  const { crawling, mailing, job, pauses, reading, peakMemory } = driven;
  const errors = Object.values(reading.functions).reduce((sum, each) => sum + each.errors, 0);
  const isHeld = pauses.every(({ before, after }) => before === after);
  const isProven = [mails, people, job.matched].every((count) => count === audience);
  const cost = costOfMillion(reading, audience, functionDefinitions(resources, assembly));
  if (!isProven || !isHeld || errors > 0 || busiest > perSecond + 1) process.exitCode = 1;
  return [
    `Node ${process.version}; prices of ${pricesAsOf} in us-east-1, without free tiers`,
    table(
      ['Contacts', whole(contacts)],
      ['In the audience', whole(audience)],
      ['Contacts looked at and decided, a second', whole((contacts * 1000) / crawling)],
      ['Mails a second', whole((audience * 1000) / mailing)],
      ['What SES allows a second, and the most in any second', `${perSecond}, ${busiest}`],
      ['Peak memory, MB', whole(peakMemory / 2 ** 20)],
      ['Mails', whole(mails)],
      ['People who got one', whole(people)],
      ...pauses.map(({ before, after }): [string, string] => [
        'Mails when it was paused, and three seconds later',
        `${whole(before)}, ${whole(after)}`,
      ]),
      ['Failed invocations, contacts set aside', `${errors}, ${job.failed}`],
      ['Everybody in the audience got one mail', isProven ? 'yes' : 'NO'],
    ),
    'A million mails of a broadcast: what is counted, and US dollars',
    table(
      ...cost.lines.map(({ what, units, usd }) => [what, amount(units), usd.toFixed(3)]),
      ['All besides SES', '', cost.usd.toFixed(2)],
      ['  at the times assumed for AWS', '', cost.usdInAws.toFixed(2)],
    ),
  ].join('\n\n');
}
