// Perennial's own export, imported again: who refused has refused, and nothing else is lost on the way.

import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { propose } from '../../../functions/imports/propose.ts';
import { readRow } from '../../../functions/imports/read-row.ts';
import { recognize } from '../../../functions/imports/recognize.ts';
import { importSettings } from '../../../functions/imports/settings.ts';
import { csvHeader, csvRows, usualAttributes } from '../../../functions/use-cases/contact-csv.ts';
import { draftOf } from '../../../workflows/engine/draft.ts';
import { importInto } from '../../../workflows/engine/import.ts';
import { type Contact, newContact } from '../../../workflows/model/contact.ts';

const at = Date.UTC(2025, 1, 3, 4, 5, 6);
const now = Date.UTC(2026, 5, 1);

const contact = (more: Partial<Contact>): Contact => ({
  ...newContact('con_1'),
  identities: ['user:u-1', 'email:a@example.com'],
  ...more,
  traits: { email: 'a@example.com', ...more.traits },
});

function again(exported: Contact) {
  const text =
    csvHeader(usualAttributes).replace('\uFEFF', '') + csvRows([exported], usualAttributes);
  const [header = [], cells = []] = Papa.parse<string[]>(text).data;
  const { product, treat } = recognize('contacts.csv', header);
  const columns = propose(header, [cells], product);
  const consent = { source: 'moved', date: '2026-01-01' };
  const settings = importSettings.parse({ columns, treat, consent });
  const row = readRow({ settings, file: 'contacts.csv', now }, cells);
  if (!('changes' in row)) throw new Error(JSON.stringify(row));
  return { product, row };
}

test.each(['unsubscribed', 'subscribed'] as const)('who was %s is so since then', (status) => {
  const { product, row } = again(contact({ consent: { status, at, method: 'form' } }));
  expect(product).toBe('perennial');
  expect(row).toMatchObject({
    user: 'u-1',
    email: 'a@example.com',
    wish: { status, at },
    notes: [],
  });
});

test('who was never asked is not subscribed', () => {
  expect(again(contact({})).row).toMatchObject({
    notes: ['no consent taken: "consent" is empty'],
  });
  expect(again(contact({})).row.wish).toBeUndefined();
});

test('a row of several users is rejected with the reason', () => {
  const identities = ['user:u-1', 'email:a@example.com', 'user:u-2'];
  expect(() => again(contact({ identities }))).toThrow(
    'its keys name 2 users, and a row is about one',
  );
});

test.each(['bounce', 'complaint'] as const)('a %s stays one', (reason) => {
  const suppressions = [{ address: 'a@example.com', reason, at }];
  const consent = { status: 'unsubscribed', at, method: 'form' } as const;
  const { row } = again(contact({ suppressions, consent }));
  const { changes, wish, dead } = row;
  const imported = { changes, ...(wish && { wish }), ...(dead && { dead }) };
  const after = importInto({ now }, draftOf(newContact('con_2')), imported).contact;
  expect(after).toMatchObject({ suppressions, consent: { status: 'unsubscribed', at } });
});

test('topics that were left stay left, and those that were joined want a new consent', () => {
  const wish = (status: 'subscribed' | 'unsubscribed') => ({ status, at, method: 'form' });
  const topics = { news: wish('unsubscribed'), offers: wish('subscribed') };
  const { row } = again(contact({ topics, pausedUntil: now }));
  expect(row.changes).toEqual({});
  const imported = { changes: row.changes, ...(row.left && { left: row.left }) };
  const after = importInto({ now }, draftOf(newContact('con_2')), imported).contact;
  expect(after.topics).toEqual({ news: { status: 'unsubscribed', at: now, method: 'import' } });
});

test('attributes come back, whatever they begin with', () => {
  const own = { plan: 'pro', seats: 3, nested: { list: [1, 'b'] } };
  const traits = { first_name: '=1+1', phone: '+48123456789', tags: ['a', 'b'], ...own };
  const { changes, notes } = again(contact({ traits })).row;
  expect(changes).toEqual({
    set: { first_name: '=1+1', phone: '+48123456789', ...own },
    tag: ['a', 'b'],
  });
  expect(notes).toHaveLength(1);
});
