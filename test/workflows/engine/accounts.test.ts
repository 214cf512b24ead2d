// Accounts by diary: what group calls tell of a company is asked by rules of everybody in it.
import { describe, expect, test } from 'vitest';
import { absorbing } from '../../../functions/use-cases/absorbing.ts';
import { runnable } from '../../../workflows/engine/program.ts';
import { type AccountNews, learned, toldBy } from '../../../workflows/model/account.ts';
import { campaignDocument } from '../../../workflows/model/campaign.ts';
import type { Event, Fields } from '../../../workflows/model/event.ts';
import { segmentDocument } from '../../../workflows/model/segment.ts';
import { openDiaryIn, start } from '../../support/diary.ts';

const proAccounts = {
  segment: 'pro-accounts',
  version: 1,
  document: segmentDocument.parse({
    name: 'In a company on pro',
    condition: { op: 'equals', attribute: 'account.plan', value: 'pro' },
  }),
};
const welcome = runnable({
  campaign: 'welcome',
  version: 1,
  document: campaignDocument.parse({
    name: 'Welcome to pro',
    trigger: { segment: { id: 'pro-accounts' } },
    steps: [{ task: { title: 'Call them', due: '1 day' } }],
  }),
  kinds: {},
  reads: [],
});
const open = () => openDiaryIn({ segments: [proAccounts] }, welcome);

const news = (id: string, traits: Fields, revision = 1): AccountNews => ({
  account: { id, traits, revision },
  refused: [],
});
const tells = (account: AccountNews['account']) =>
  ({ kind: 'account', id: `${account.id}/${account.revision}`, at: start, account }) as const;
const group = (
  account: AccountNews,
  at = start,
): Parameters<ReturnType<typeof open>['apply']>[0] => {
  const id = `group-${account.account.id}-${account.account.revision}-${at}`;
  const said: Event = {
    ...{ id, type: 'group', name: 'Group Identified', user: 'sara', source: 'segment' },
    ...{ timestamp: at, receivedAt: at, properties: { groupId: account.account.id } },
  };
  return { kind: 'event', id, at, event: said, account };
};
const acme = news('acme', { name: 'Acme', plan: 'free' });

describe('a contact of an account', () => {
  test('carries its attributes, and enters what asks for them', () => {
    const diary = open().apply(group(news('acme', { name: 'Acme', plan: 'pro' })));
    expect(diary.draft.contact).toMatchObject({
      accounts: [{ account: 'acme', at: start, revision: 1 }],
      traits: { account: { id: 'acme', name: 'Acme', plan: 'pro' } },
      segments: { 'pro-accounts': start },
    });
    expect(diary.transitions.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['account_joined', 'account_changed', 'segment_entered', 'entered']),
    );
    expect(diary.draft.orders).toMatchObject([{ title: 'Call them' }]);
  });

  test('hears of a change once, and never of an older one', () => {
    const pro = news('acme', { name: 'Acme', plan: 'pro' }, 3).account;
    const diary = open().apply(group(acme)).pass('1 day').apply(tells(pro));
    expect(diary.draft.contact.segments).toHaveProperty('pro-accounts');
    const known = diary.draft;
    diary.apply(tells(pro)).apply(tells(news('acme', { plan: 'free' }, 2).account));
    expect(diary.draft).toBe(known);
  });

  test('of two accounts goes by the one that was named last, whichever event comes first', () => {
    const zenith = news('zenith', { plan: 'pro' });
    const diary = open()
      .apply(group(zenith, start + 1_000))
      .apply(group(acme, start));
    expect(diary.draft.contact).toMatchObject({
      accounts: [{ account: 'zenith' }, { account: 'acme' }],
      traits: { account: { id: 'zenith' } },
    });
    const known = diary.draft;
    expect(diary.apply(tells(news('acme', { plan: 'pro' }, 2).account)).draft).toBe(known);
  });

  test('lets nobody but group calls change the copy', () => {
    const diary = open().apply(group(acme));
    diary.event('Contact Identified', {
      type: 'identify',
      traits: { account: 'mine', city: 'Oslo' },
    });
    diary.edit({ set: { account: { plan: 'pro' } } }).edit({ unset: ['account'] });
    expect(diary.draft.contact.traits).toEqual({
      account: { id: 'acme', name: 'Acme', plan: 'free' },
      city: 'Oslo',
    });
    const refused = diary.transitions.filter(({ kind }) => kind === 'attributes_refused');
    expect(refused.length).toBe(2);
  });

  test('has an attribute of that name as long as it belongs to none', () => {
    const diary = open().event('Contact Identified', {
      type: 'identify',
      traits: { account: 'mine' },
    });
    expect(diary.draft.contact.traits).toEqual({ account: 'mine' });
  });

  test('belongs to no more than twenty', () => {
    const diary = open();
    for (let at = 0; at < 25; at += 1) diary.apply(group(news(`a${at}`, {}), start + at));
    expect(diary.draft.contact.accounts?.length).toBe(20);
    expect(diary.draft.contact.traits.account).toEqual({ id: 'a19' });
  });

  test('that turns out to be two keeps the accounts of both, and goes by the one named last', () => {
    const other = open().apply(group(news('zenith', { plan: 'pro' }), start + 5_000));
    const from = { ...other.draft.contact, id: 'con_z', merging: { at: start, because: 'same' } };
    const diary = open().apply(group(acme)).apply(absorbing('con_sara', from).cause);
    expect(diary.draft.contact).toMatchObject({
      accounts: [{ account: 'zenith' }, { account: 'acme' }],
      traits: { account: { id: 'zenith', plan: 'pro' } },
    });
  });
});

describe('an account', () => {
  const event = (properties: Fields, timestamp = start, id = 'e1'): Event => ({
    ...{ id, type: 'group', name: 'Group Identified', user: 'sara', source: 'segment' },
    ...{ timestamp, receivedAt: timestamp, properties: { groupId: 'acme', ...properties } },
  });
  const hear = (known: Parameters<typeof learned>[0], said: Event, now = said.receivedAt) =>
    learned(known, toldBy(said) ?? { id: '', fields: {}, refused: [] }, { event: said, now });

  test('takes newer attributes over, and fills gaps with older ones', () => {
    const first = hear(undefined, event({ plan: 'pro', context: { page: {} } }, start + 10));
    expect(first).toMatchObject({ account: { id: 'acme', traits: { plan: 'pro' }, revision: 1 } });
    expect(first.tellAt).toBeUndefined();
    const late = hear(first.account, event({ plan: 'free', seats: 3 }, start, 'e2'));
    expect(late.account).toMatchObject({ traits: { plan: 'pro', seats: 3 }, traitsAt: start + 10 });
  });

  test('is the same when nothing is new', () => {
    const { account } = hear(undefined, event({ plan: 'pro' }));
    expect(hear(account, event({ plan: 'pro' }, start + 5, 'e2'))).toEqual({
      account,
      refused: [],
    });
  });

  test('tells its members at most every ten minutes, and again when the event comes again', () => {
    const minute = 60_000;
    const { account } = hear(undefined, event({ seats: 1 }));
    const soon = hear(account, event({ seats: 2 }, start + minute, 'e2'));
    expect(soon.tellAt).toBe(start + 10 * minute);
    const meanwhile = hear(soon.account, event({ seats: 3 }, start + 2 * minute, 'e3'));
    expect(meanwhile.tellAt).toBeUndefined();
    const again = hear(meanwhile.account, event({ seats: 3 }, start + 2 * minute, 'e3'));
    expect(again.tellAt).toBe(start + 10 * minute);
    const later = hear(meanwhile.account, event({ seats: 4 }, start + 30 * minute, 'e4'));
    expect(later.tellAt).toBe(start + 30 * minute);
  });

  test('leaves out what is of another type, and what finds no room', () => {
    const { account, refused } = hear(
      undefined,
      event({ name: ['Acme'], notes: 'x'.repeat(5_000), plan: 'pro' }),
    );
    expect(account.traits).toEqual({ plan: 'pro' });
    expect(refused.map(({ name }) => name)).toEqual(['account.name', 'account.notes']);
  });
});
