// The audience of the broadcast bench: contacts put into the table's own file while nothing runs, past every meter, and
// a campaign that waits for its hour.
import { join } from 'node:path';
import { hash, keys } from '../../../functions/adapters/keys.ts';
import { pack } from '../../../functions/adapters/packing.ts';
import type { Item } from '../../../infra/local/item-store.ts';
import type { Runtime } from '../../../infra/local/runtime.ts';
import { openDynamoDb } from '../../../infra/local/services/dynamodb.ts';
import type { Resource } from '../../../infra/local/template.ts';
import { tables } from '../../../infra/local/template-parts.ts';
import { newContact } from '../../../workflows/model/contact.ts';
import { onDisk } from '../on-disk.ts';

const addressOf = (person: number): string => `reader-${person}@example.com`;

const chunk = 20_000;

interface Crowd {
  readonly contacts: number;
  /** Of a hundred contacts so many are in the audience. */
  readonly percent: number;
}

const isReader = (person: number, percent: number) => person % 100 < percent;

export const numberOfReaders = (contacts: number, percent: number): number =>
  Math.floor(contacts / 100) * percent + Math.min(contacts % 100, percent);

/** To be called while no runtime has the folder. */
export function populate(folder: string, resources: readonly Resource[], crowd: Crowd): void {
  const { contacts, percent } = crowd;
  const dynamodb = openDynamoDb({ file: join(folder, 'tables.db'), now: Date.now, arn: String });
  const core = tables(resources).find(({ definition }) => definition.TableName.includes('Core'));
  if (!core) throw new Error('The template has no core table');
  dynamodb.createTable(core.definition);
  for (let from = 0; from < contacts; from += chunk) {
    const to = Math.min(from + chunk, contacts);
    dynamodb.load(core.definition.TableName, people({ from, to, percent }));
  }
  dynamodb.close();
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly percent: number;
}

function* people({ from, to, percent }: Range): Generator<Item> {
  for (let person = from; person < to; person += 1)
    yield* itemsOf(person, isReader(person, percent));
}

/** The contact, and the two keys that lead to it. */
function itemsOf(person: number, reader: boolean): Item[] {
  const identities = [`user:reader-${person}`, `email:${addressOf(person)}`];
  const traits = {
    email: addressOf(person),
    first_name: `Robin${person}`,
    last_name: 'Ellison',
    company: `Company ${person % 500}`,
    plan: person % 2 === 0 ? 'gold' : 'free',
    reader,
  };
  const id = `con_${hash(identities[0] ?? '')}`;
  const contact = { ...newContact(id), revision: 1, identities, traits, traitsAt: 1 };
  return [
    { ...keys.contact(id), rev: { N: '1' }, ...onDisk(pack({ contact, outbox: [] })) },
    ...identities.map((key) => ({ ...keys.identity(key), contact: { S: id } })),
  ];
}

const mjml = `<mjml><mj-body><mj-section><mj-column>
  <mj-text>Hello {{ person.first_name }}, this is new.</mj-text>
  <mj-text>{{ organization.address }} <a href="{{ unsubscribe_url }}">Unsubscribe</a></mj-text>
</mj-column></mj-section></mj-body></mjml>`;

/** `at` is a local date and time, UTC. */
export async function publish({ url, adminToken }: Runtime, at: string): Promise<void> {
  const put = async (path: string, body: object) => {
    const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' };
    const sent = { method: 'PUT', headers, body: JSON.stringify(body) };
    const answer = await fetch(`${url}${path}`, sent);
    if (!answer.ok) throw new Error(`PUT ${path}: ${answer.status} ${await answer.text()}`);
  };
  await put('/api/organization', { name: 'Bench Ltd', address: '12 Garden Street, Springfield' });
  await put('/api/campaigns/news', {
    campaign: {
      name: 'News',
      trigger: { schedule: { at, zone: 'UTC' } },
      audience: { attribute: 'reader', op: 'is_true' },
      basis: 'soft_opt_in',
      holdout: { percent: 0, because: 'everybody is counted' },
      steps: [{ send: 'news' }],
    },
    templates: { news: { kind: 'marketing', subject: 'News, {{ person.first_name }}', mjml } },
  });
}
