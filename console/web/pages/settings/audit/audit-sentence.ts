// A line of the audit as a sentence: what was done, to which thing. What the console does not know is shown as the API
// wrote it.
import type { TFunction } from 'i18next';
import type { AuditRow } from './audit-log.tsx';

/* What: t('thing: campaigns') t('thing: segments') t('thing: lists') t('thing: templates') t('thing: blocks')
   t('thing: broadcasts') t('thing: contacts') t('thing: accounts') t('thing: products') t('thing: offers')
   t('thing: sources') t('thing: write-keys') t('thing: tokens') t('thing: users') t('thing: attributes')
   t('thing: quarantine') t('thing: webhook-endpoints') t('thing: webhook-secrets') t('thing: workspace')
   t('thing: organization') t('thing: tracking') t('thing: suppressions') t('thing: imports') t('thing: exports')
   t('thing: jobs') */

const ends: Readonly<Record<string, string>> = {
  publish: 'Published {{what}}',
  pause: 'Paused {{what}}',
  resume: 'Resumed {{what}}',
  stop: 'Stopped {{what}}',
  move: 'Moved people between versions of {{what}}',
  call: 'Called a webhook of {{what}}',
  runs: 'Started {{what}}',
  erase: 'Erased {{what}}',
  merge: 'Merged {{what}}',
  replay: 'Replayed something of {{what}}',
  test: 'Sent a test of {{what}}',
  secrets: 'Made a secret of {{what}}',
  draft: 'Wrote a draft of {{what}}',
  contacts: 'Changed who is in {{what}}',
  notes: 'Wrote a note on {{what}}',
};

/* t('Published {{what}}') t('Paused {{what}}') t('Resumed {{what}}') t('Stopped {{what}}')
   t('Moved people between versions of {{what}}') t('Called a webhook of {{what}}') t('Started {{what}}')
   t('Erased {{what}}') t('Merged {{what}}') t('Replayed something of {{what}}') t('Sent a test of {{what}}')
   t('Made a secret of {{what}}') t('Wrote a draft of {{what}}') t('Changed who is in {{what}}') t('Wrote a note on {{what}}')
   t('Read out {{what}}') t('Added {{what}}') t('Changed {{what}}') t('Removed {{what}}') */
const methods: Readonly<Record<string, string>> = {
  GET: 'Read out {{what}}',
  POST: 'Added {{what}}',
  PUT: 'Changed {{what}}',
  PATCH: 'Changed {{what}}',
  DELETE: 'Removed {{what}}',
};

const taskDeeds = {
  PUT: 'Finished a task about {{contact}}',
  PATCH: 'Handed over a task about {{contact}}, or moved its day',
} as Readonly<Record<string, string>> & { readonly PUT: string };

/* t('Finished a task about {{contact}}') t('Handed over a task about {{contact}}, or moved its day') */
export function sentenceOf({ what, path }: Pick<AuditRow, 'what' | 'path'>, t: TFunction): string {
  const [method = '', address = ''] = what.split(' ');
  const [, , thing = '', ...rest] = address.split('/');
  if (thing === 'session')
    return method === 'DELETE' ? t('audit: signed out') : t('audit: signed in');
  if (rest.includes('tasks'))
    return t(taskDeeds[method] ?? taskDeeds.PUT, { contact: path.id ?? '' });
  const said = deedOf(method, rest);
  const name = t(`thing: ${thing}`, '');
  const named = namesIn(thing, path);
  return said && name ? t(said, { what: [name, ...named].join(' ') }) : [what, ...named].join(' ');
}

const deedOf = (method: string, rest: readonly string[]): string | undefined =>
  (method !== 'DELETE' && ends[rest.at(-1) ?? '']) || methods[method];

/** Within a day of the quarantine a request has a number that tells nobody anything. */
const namesIn = (thing: string, path: AuditRow['path']): string[] =>
  thing === 'quarantine' ? [path.day ?? ''] : Object.values(path);
