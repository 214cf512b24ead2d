// import: sends a file of CSV, part by part, and says what became of its rows. Interrupted, it goes on where it was.
import { basename } from 'node:path';
import { type Column, mapped, told } from './columns.ts';
import {
  type Command,
  type Flags,
  Misused,
  type Surroundings,
  textOf,
  textsOf,
} from './command.ts';
import type { Connection } from './connection.ts';
import { type Imported, upload, waitUntilDone } from './import-file.ts';
import { saveResults } from './import-results.ts';
import { inspect } from './inspect-file.ts';
import { measure } from './measure-file.ts';

export const importCommand: Command = {
  name: 'import',
  usage: '<file.csv or file.vcf>',
  summary:
    'Brings contacts in from a file: HubSpot, Mailchimp, Pinpoint, or any other with a header',
  flags: {
    'dry-run': {
      type: 'boolean',
      about: 'tells what would become of every row, and changes nothing',
    },
    map: {
      type: 'string',
      multiple: true,
      about:
        '"Column=place": email, user, tags, consent, consent_at, an attribute (age:number), - for nowhere',
    },
    list: {
      type: 'string',
      multiple: true,
      about: 'the id of a list on which all of them are put',
    },
    tag: { type: 'string', multiple: true, about: 'a tag that all of them get' },
    treat: {
      type: 'string',
      about: 'contacts, unsubscribed (nobody mails them), or cleaned (their address is dead)',
    },
    'consent-source': {
      type: 'string',
      about: 'where and how they agreed; without it no consent is taken',
    },
    'consent-date': {
      type: 'string',
      about: 'when, for rows without a time of their own: 2025-12-31',
    },
    'consent-wording': { type: 'string', about: 'what they were told' },
    'ends-refusals': {
      type: 'boolean',
      about: 'whoever refused before that consent is subscribed again',
    },
    again: { type: 'boolean', about: 'imports once more what was imported already' },
    encoding: { type: 'string', about: 'utf-8, windows-1250, windows-1256, utf-16le or utf-16be' },
    delimiter: { type: 'string', about: 'what stands between cells; it is found by itself' },
    results: { type: 'string', about: 'a file for what became of every row, as CSV' },
    'no-wait': { type: 'boolean', about: 'ends when all is sent' },
  },
  run: async (around, [path, ...others], flags) => {
    if (path === undefined || others.length > 0)
      throw new Misused('Name one file: npx perennial import contacts.csv');
    const connection = around.connect(flags);
    const file = await inspect(connection, path, {
      encoding: textOf(flags, 'encoding'),
      delimiter: textOf(flags, 'delimiter')?.replace('\\t', '\t'),
    });
    const columns = mapped(file.columns, textsOf(flags, 'map'));
    const treat = textOf(flags, 'treat') ?? file.treat;
    for (const warning of file.warnings) around.say(warning);
    introduce(around, { product: file.product, treat, columns }, flags);
    const measured = await measure(path, file, (line) => around.progress(line));
    const request = {
      ...settingsOf(flags),
      columns,
      treat,
      file: { name: basename(path), ...measured },
    };
    const begun = await connection.ask<Imported>('POST', '/api/imports', request);
    if (begun.finishedAt !== undefined)
      around.say(`Nothing is sent: ${importedAt(begun.finishedAt)}`);
    await upload({ ...around, connection }, { id: begun.id, path, written: file });
    return finish({ ...around, connection }, begun.id, flags);
  },
};

const importedAt = (at: number): string =>
  `this file was imported already, in the same way, on ${new Date(at).toISOString()}. --again imports it once more. What came of it then:`;

const treatments: Readonly<Record<string, string>> = {
  contacts: 'as contacts',
  unsubscribed: 'as people who want no mail',
  cleaned: 'as addresses that are dead',
};

interface Introduced {
  readonly product: string;
  readonly treat: string;
  readonly columns: readonly Column[];
}

function introduce({ say }: Surroundings, { product, treat, columns }: Introduced, flags: Flags) {
  const whose = product === 'generic' ? 'The rows' : `This is an export of ${product}. Its rows`;
  say(`${whose} are taken ${treatments[treat] ?? treat}; the columns go to`);
  for (const line of told(columns)) say(line);
  if (treat === 'contacts' && flags['consent-source'] === undefined)
    say('No consent is taken: say --consent-source, and --consent-date where rows have no time.');
  if (flags['dry-run']) say('A dry run: nothing is changed.');
}

function settingsOf(flags: Flags) {
  const [lists, tags] = [textsOf(flags, 'list'), textsOf(flags, 'tag')];
  return {
    ...consentOf(flags),
    ...(lists.length > 0 && { lists }),
    ...(tags.length > 0 && { tags }),
    ...(flags['dry-run'] && { dryRun: true }),
    ...(flags.again && { again: true }),
  };
}

function consentOf(flags: Flags) {
  const { 'consent-source': source, 'ends-refusals': endsRefusals } = flags;
  const said = {
    date: textOf(flags, 'consent-date'),
    wording: textOf(flags, 'consent-wording'),
    endsRefusals,
  };
  const stated = Object.fromEntries(
    Object.entries(said).filter(([, value]) => value !== undefined),
  );
  if (source !== undefined) return { consent: { source, ...stated } };
  if (Object.keys(stated).length === 0) return {};
  throw new Misused('A consent needs its source: --consent-source "where and how they agreed"');
}

type Working = Surroundings & { readonly connection: Connection };

async function finish(around: Working, id: string, flags: Flags): Promise<number> {
  const { say, connection } = around;
  if (flags['no-wait']) {
    say(`All is sent. What became of it: npx perennial import-results ${id}`);
    return 0;
  }
  const { state, because, results } = await waitUntilDone(around, id);
  const counts = Object.entries(results).map(([name, count]) => `${count} ${name}`);
  say(`${flags['dry-run'] ? 'It would be' : 'Done'}: ${counts.join(', ')}`);
  const path = textOf(flags, 'results');
  if (path !== undefined) await saveResults(connection, id, path);
  if (state !== 'done') throw new Error(`The import is ${state}: ${because ?? 'somebody did it'}`);
  const rejected = results.rejected ?? 0;
  if (rejected > 0) say(`The rejected rows: npx perennial import-results ${id} --only rejected`);
  return rejected > 0 ? 3 : 0;
}
