// What one event costs beside a thousand to a million contacts.
import { createContacts } from '../../../functions/adapters/contacts.ts';
import { hash, keys } from '../../../functions/adapters/keys.ts';
import { pack } from '../../../functions/adapters/packing.ts';
import { newContact } from '../../../workflows/model/contact.ts';
import { onDisk } from '../on-disk.ts';
import { publishMany } from './publish-many.ts';
import { type Row, rowOf } from './row.ts';
import { arrival, openSite, type Site } from './site.ts';

export async function growWithContacts(
  counts: readonly number[],
  folderFor: (name: string) => Promise<string>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const count of counts) {
    const site = await openSite(await folderFor(`contacts-${count}`));
    await publishMany(site, 10);
    populate(site, count);
    rows.push(await measure(site, count));
    site.close();
  }
  return rows;
}

const chunk = 20_000;

/** Straight into the tables' own file: a million contacts would take their hour through the protocol. */
function populate({ dynamodb, tables }: Site, count: number): void {
  for (let from = 0; from < count; from += chunk)
    dynamodb.load(tables.core, people(from, Math.min(from + chunk, count)));
}

function* people(from: number, to: number) {
  for (let person = from; person < to; person += 1) yield* itemsOf(contactOf(person));
}

const contactOf = (index: number) => ({
  ...newContact(`con_${hash(`user:known-${index}`)}`),
  revision: 1,
  identities: [`user:known-${index}`],
  traits: { email: `known-${index}@example.com`, first_name: `Robin${index}`, plan: 'gold' },
});

const itemsOf = (contact: ReturnType<typeof contactOf>) => [
  { ...keys.contact(contact.id), rev: { N: '1' }, ...onDisk(pack({ contact, outbox: [] })) },
  { ...keys.identity(contact.identities[0] ?? ''), contact: { S: contact.id } },
];

async function measure(site: Site, count: number): Promise<Row> {
  const advance = site.start('advance');
  const someone = (run: number) => `known-${Math.floor((run * count) / 1_000)}`;
  for (let run = 0; run < 300; run += 1)
    await advance(arrival('Order Completed', [someone(run + 700)]));
  const spent = [];
  for (let run = 0; run < 400; run += 1)
    spent.push(await advance(arrival('Order Completed', [someone(run)])));
  await refuseStrangers(site, someone(0));
  return rowOf(`${count.toLocaleString('en')} contacts`, spent);
}

/** The figures would be those of new contacts, if the keys here were not those of the product. */
async function refuseStrangers({ dynamo, tables }: Site, user: string): Promise<void> {
  const id = `con_${hash(`user:${user}`)}`;
  const found = await createContacts(dynamo, tables.core).load([id], { consistent: true });
  const traits = found.get(id)?.contact.traits ?? {};
  if (traits.plan !== 'gold') throw new Error(`The event of ${user} did not reach the contact`);
}
