// What must hold however the keys of people meet: every event counts once, nobody is mailed twice, a no stays a no, every
// key leads to one contact, and nothing is left half merged.
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { expect } from 'vitest';
import { unpack } from '../../functions/adapters/packing.ts';
import type { StoredContact } from '../../functions/ports.ts';
import type { Contact } from '../../workflows/model/contact.ts';
import { nextDue } from '../../workflows/model/contact.ts';
import type { Event } from '../../workflows/model/event.ts';
import { type Deed, type Keys, type Moment, meetings } from './arbitrary-meetings.ts';
import { envelope, hand, happened } from './envelopes.ts';
import { send } from './sender.ts';
import { get, openShop } from './shop.ts';
import type { Workspace } from './workspace.ts';

const minute = 60_000;

interface Lived {
  readonly workspace: Workspace;
  readonly orders: Set<string>;
  readonly unsubscribed: Set<string>;
  readonly used: Set<string>;
}

export async function meetingsEndWell(runs: number, isSaid: boolean): Promise<void> {
  await fc.assert(
    fc.asyncProperty(meetings(isSaid), (moments) => endsWell(moments, isSaid)),
    { numRuns: runs },
  );
}

export async function endsWell(moments: readonly Moment[], isSaid: boolean): Promise<void> {
  const lived = await live(moments);
  try {
    await judge(lived, isSaid);
  } finally {
    lived.workspace.world.close();
  }
}

async function live(moments: readonly Moment[]): Promise<Lived> {
  const workspace = await openShop();
  const lived = { workspace, orders: new Set(), unsubscribed: new Set(), used: new Set() } as Lived;
  for (const [moment, { deeds, minutes }] of moments.entries()) {
    await Promise.all(deeds.map((deed, at) => carryOut(lived, deed, `${moment}-${at}`)));
    await workspace.world.quiet();
    await workspace.world.advance(minutes * minute);
  }
  await workspace.world.advance(4 * 24 * 60 * minute);
  return lived;
}

async function carryOut(lived: Lived, deed: Deed, number: string): Promise<void> {
  if (deed.do === 'merge') return merge(lived, deed);
  const { world } = lived.workspace;
  const event = happened(world, { id: `evt-${number}`, ...saidBy(deed, number) });
  if (event.name === 'Order Completed') lived.orders.add(event.id);
  for (const key of namesOf(event)) lived.used.add(key);
  if (deed.do === 'unsubscribe') lived.unsubscribed.add(namesOf(event)[0] ?? '');
  const times = 'twice' in deed && deed.twice ? 2 : 1;
  await Promise.all(Array.from({ length: times }, () => bring(lived.workspace, event)));
}

function saidBy(deed: Exclude<Deed, { do: 'merge' }>, number: string): Partial<Event> {
  if (deed.do === 'alias') {
    const properties = { previousId: deed.former };
    return { type: 'alias', name: 'Contact Aliased', user: deed.user, properties };
  }
  if (deed.do === 'event') return { ...deed.keys, name: deed.name, properties: { number } };
  const consent = { status: 'unsubscribed', method: 'form' } as const;
  return { ...deed.keys, name: 'Newsletter Left', consent };
}

const namesOf = ({ user, email, anonymous }: Keys): string[] =>
  Object.entries({ user, email, anonymous }).flatMap(([kind, id]) => (id ? [`${kind}:${id}`] : []));

/** Each time to another instance; what fails comes again, as the queue would have it. */
async function bring({ world }: Workspace, event: Event): Promise<void> {
  for (let count = 0; count < 10; count += 1)
    if ((await hand(world.start('advance'), envelope(event))) === 0) return;
  throw new Error('It fails at every delivery');
}

async function merge({ workspace: { world, keys } }: Lived, deed: Extract<Deed, { do: 'merge' }>) {
  await send(world, 'api', {
    path: `/api/contacts/${deed.one}/merge`,
    method: 'POST',
    headers: { authorization: `Bearer ${keys.adminToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ with: deed.other }),
  });
}

async function judge({ workspace, orders, unsubscribed, used }: Lived, isSaid: boolean) {
  const { world } = workspace;
  const { Items = [] } = await world.observer.send(
    new ScanCommand({ TableName: world.tables.core }),
  );
  const all = Items.filter(({ pk }) => pk?.S?.startsWith('C#')).map(
    (item) => unpack<StoredContact>(item).contact,
  );
  const living = all.filter(({ mergedInto }) => mergedInto === undefined);
  const receipts = living.map(({ entries }) => entries.receipt?.count ?? 0);
  expect(
    receipts.reduce((sum, one) => sum + one, 0),
    'orders that counted',
  ).toBe(orders.size);
  expect(
    all.filter(({ merging }) => merging),
    'half merged',
  ).toEqual([]);
  expect(
    living.filter((one) => (nextDue(one) ?? Infinity) <= world.now()),
    'stuck',
  ).toEqual([]);
  expect(world.deadLetters()).toBe(0);
  const subjects = (await world.outbox.letters()).map(({ subject, headers }) =>
    subject.startsWith('Order') ? subject : (headers['list-unsubscribe'] ?? ''),
  );
  expect(subjects, 'mails').toEqual([...new Set(subjects)]);
  for (const key of used) await get<Contact>(workspace, `/api/contacts/${key}`);
  for (const key of unsubscribed) {
    const { consent } = await get<Contact>(workspace, `/api/contacts/${key}`);
    expect(consent?.status, key).toBe('unsubscribed');
  }
  const users = ({ identities }: Contact) => identities.filter((key) => key.startsWith('user:'));
  if (!isSaid)
    expect(
      living.filter((one) => users(one).length > 1),
      'two users',
    ).toEqual([]);
}
