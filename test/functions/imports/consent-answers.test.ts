// What a row answers to the question whether somebody wants mail: a no is never a yes, and a doubt is no consent.
import { describe, expect, test } from 'vitest';
import { propose } from '../../../functions/imports/propose.ts';
import { type Reading, readRow } from '../../../functions/imports/read-row.ts';
import { type Column, importSettings } from '../../../functions/imports/settings.ts';

const now = Date.UTC(2026, 5, 1);
const source = 'trade fair, paper form';

function reading(columns: readonly Column[]): Reading {
  const consent = { source, date: '2026-01-06' };
  return { settings: importSettings.parse({ columns, consent }), file: 'list.csv', now };
}

/** The file as it is proposed, with nothing said but the source and the date. */
function said(header: string, row: string) {
  const cells = row.split(',');
  const columns = propose(header.split(','), [cells], 'generic');
  const read = readRow(reading(columns), cells);
  if (!('notes' in read)) throw new Error(JSON.stringify(read));
  return { status: read.wish?.status, at: read.wish?.at, notes: read.notes };
}

describe('a row whose column says no', () => {
  test.each([
    ['Adres e-mail,Zgoda,Data zgody', 'x@example.com,nie,2026-03-15'],
    ['ایمیل,رضایت,تاریخ رضایت', 'x@example.com,خیر,2026-03-15'],
    ['Email,Consent', 'x@example.com,no'],
    ['Email,CONSENT', 'x@example.com,0'],
    ['Email,Opt-in', 'x@example.com,No'],
    ['Email,Newsletter', 'x@example.com,false'],
    ['Email,Consent', 'x@example.com,nein'],
    ['Email,Newsletter', 'x@example.com,no thanks'],
    ['Email,Zgoda', 'x@example.com,nie chcę'],
    ['Email,رضایت', 'x@example.com,رد'],
    ['Email,Consent', 'x@example.com,ne'],
    ['Email,Subscribed', 'x@example.com,no'],
    ['Email,Marketing', 'x@example.com,no'],
    ['Email,Status', 'x@example.com,unsubscribed'],
    ['Email,Status', 'x@example.com,cleaned'],
    ['Email,Email Marketing Consent', 'x@example.com,NEVER_SUBSCRIBED'],
    ['Email,Consent to our letters', 'x@example.com,no'],
    ['Email,Zgoda na kontakt', 'x@example.com,nie'],
    ['Email,Opted out of email: One to One', 'x@example.com,true'],
    ['Email,Consent,Newsletter', 'x@example.com,yes,no'],
    ['Email,Unsubscribed', 'x@example.com,unsubscribed'],
    ['Email,Unsubscribed,Consent', 'x@example.com,yes,yes'],
  ])('%s / %s refuses', (header, row) => {
    expect(said(header, row)).toEqual({ status: 'unsubscribed', at: now, notes: [] });
  });
});

describe('a column whose first rows say nothing of mail', () => {
  const read = (header: string, later: string, name?: string) => {
    const first = Array.from({ length: 200 }, () => ['x@example.com', 'lead']);
    const columns = propose(['Email', header], first, 'generic').map((one) =>
      one.to === 'attribute' && name !== undefined ? { ...one, name } : one,
    );
    expect(columns[1]).toMatchObject({ to: 'attribute' });
    const row = readRow(reading(columns), ['x@example.com', later]);
    if (!('changes' in row)) throw new Error(JSON.stringify(row));
    return { status: row.wish?.status, set: row.changes.set };
  };

  test.each([
    ['Status', 'unsubscribed'],
    ['Status', 'nie'],
    ['وضعیت', 'لغو اشتراک'],
    ['Consent to our letters', 'no'],
    ['Opted out of email: One to One', 'true'],
  ])('%s refuses all the same in the row that says %s', (header, later) => {
    expect(read(header, later).status).toBe('unsubscribed');
  });

  test('says nothing by anything else, nor under a name of its own', () => {
    for (const later of ['lead', 'customer', 'yes'])
      expect(read('Status', later).status).toBe('subscribed');
    expect(read('Status', 'inactive', 'crm_status')).toEqual({
      status: 'subscribed',
      set: { crm_status: 'inactive' },
    });
    expect(read('SMS consent', 'no').status).toBe('subscribed');
  });
});

test.each([
  ['Email,Consent', 'x@example.com,perhaps', '"Consent" cannot be read'],
  ['Email,Consent', 'x@example.com,', '"Consent" is empty'],
  ['Email,Zgoda,Newsletter', 'x@example.com,tak,', '"Newsletter" is empty'],
  ['Email,Unsubscribed', 'x@example.com,no thanks', '"Unsubscribed" cannot be read'],
  ['Email,Unsubscribed', 'x@example.com,maybe', '"Unsubscribed" cannot be read'],
  ['Email,Unsubscribed', 'x@example.com,subscribed', '"Unsubscribed" cannot be read'],
])('%s / %s gives no consent, and says why', (header, row, because) => {
  expect(said(header, row)).toMatchObject({
    status: undefined,
    notes: [`no consent taken: ${because}`],
  });
});

test.each([
  ['2025-01-01', Date.UTC(2025, 0, 1)],
  ['2025-01-01 10:00', Date.UTC(2025, 0, 1, 10)],
  ['2031-01-01', now],
  ['13.02.2025', now],
])('a date in "Unsubscribed", %s, is a refusal', (cell, at) => {
  expect(said('Email,Unsubscribed', `x@example.com,${cell}`)).toMatchObject({
    status: 'unsubscribed',
    at,
  });
});

test.each([
  ['Adres e-mail,Zgoda,Data zgody', 'x@example.com,tak,2026-03-15'],
  ['ایمیل,رضایت,تاریخ رضایت', 'x@example.com,بله,2026-03-15'],
  ['Email,Status,Consent date', 'x@example.com,subscribed,2026-03-15'],
  ['Email,Unsubscribed,Consent date', 'x@example.com,NONE,2026-03-15'],
  ['Email,Unsubscribed,Consent date', 'x@example.com,,2026-03-15'],
])('%s / %s agrees, at its time', (header, row) => {
  expect(said(header, row)).toEqual({
    status: 'subscribed',
    at: Date.UTC(2026, 2, 15),
    notes: [],
  });
});

test.each([
  ['Email,Unsubscribed at', 'x@example.com,2025-01-01', 'unsubscribed'],
  ['Email,Unsubscribed at,Consent date', 'x@example.com,2025-01-01,2024-01-01', 'unsubscribed'],
  ['Email,Unsubscribed at,Consent date', 'x@example.com,2025-01-01,2025-02-01', 'subscribed'],
  ['Email,Unsubscribed at,Unsubscribed', 'x@example.com,2025-01-01,no', 'subscribed'],
  ['Email,Unsubscribed at', 'x@example.com,', 'subscribed'],
])('%s / %s is %s: a date of leaving is heard by itself', (header, row, status) => {
  expect(said(header, row).status).toBe(status);
});

test('a status that says nothing of mail is an attribute', () => {
  expect(propose(['Status'], [['lead'], ['customer']], 'generic')).toMatchObject([
    { to: 'attribute', name: 'status' },
  ]);
});
