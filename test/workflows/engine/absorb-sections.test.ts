// What a contact holds after it has taken another in, section by section: the stricter wish, the newer attributes, the
// sums of both pasts, and never more than there is room for.
import { describe, expect, it } from 'vitest';
import { absorb as absorbing } from '../../../workflows/engine/absorb.ts';
import { joined } from '../../../workflows/engine/absorb-joined.ts';
import { draftOf } from '../../../workflows/engine/draft.ts';
import { budget } from '../../../workflows/model/budget.ts';
import { type Contact, newContact } from '../../../workflows/model/contact.ts';
import type { Enrollment } from '../../../workflows/model/enrollment.ts';
import { noPurchases } from '../../../workflows/model/purchases.ts';
import { campaign } from '../../support/campaign.ts';
import { worldOf } from '../../support/engine.ts';

const contact = (id: string, given: Partial<Contact> = {}): Contact => ({
  ...newContact(id),
  ...given,
});
const both = (one: Partial<Contact>, other: Partial<Contact>) => [
  joined(contact('con_a', one), contact('con_b', other)),
  joined(contact('con_b', other), contact('con_a', one)),
];
const numbered = <T>(count: number, of: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => of(at));
const record = <T>(count: number, of: (at: number) => T) =>
  Object.fromEntries(numbered(count, (at) => [`k-${at}`, of(at)]));

describe('the wish', () => {
  const yes = { status: 'subscribed', at: 5, method: 'form', wording: 'Yes' } as const;
  const no = { status: 'unsubscribed', at: 3, method: 'preference_page' } as const;

  it.each([
    ['a no outweighs a later yes', yes, no, no],
    ['a yes outweighs silence, with its words', yes, undefined, yes],
    ['of two no the later counts', no, { ...no, at: 9 }, { ...no, at: 9 }],
    ['of two yes the later counts', yes, { ...yes, at: 9 }, { ...yes, at: 9 }],
    ['silence stays silence', undefined, undefined, undefined],
  ])('%s, whoever takes whom in', (_, one, other, wished) => {
    for (const { consent } of both(one ? { consent: one } : {}, other ? { consent: other } : {}))
      expect(consent).toEqual(wished);
  });
});

describe('addresses that must not be mailed', () => {
  const of = (address: string, reason: 'bounce' | 'complaint', at: number) => ({
    address,
    reason,
    at,
  });

  it('are those of both, and of one address the bounce', () => {
    const mine = [of('a@b.org', 'bounce', 1), of('c@d.org', 'complaint', 2)];
    const theirs = [of('a@b.org', 'complaint', 3), of('c@d.org', 'bounce', 4)];
    for (const { suppressions } of both({ suppressions: mine }, { suppressions: theirs }))
      expect(suppressions).toEqual([
        { ...of('a@b.org', 'bounce', 1), complainedAt: 3 },
        { ...of('c@d.org', 'bounce', 4), complainedAt: 2 },
      ]);
  });

  it('keep the one that is mailed, however old', () => {
    const many = numbered(budget.suppressions, (at) => of(`${at}@b.org`, 'bounce', 100 + at));
    const known = {
      traits: { email: 'Old@b.org' },
      suppressions: [of('old@b.org', 'complaint', 1)],
    };
    for (const { suppressions } of both(known, { suppressions: many })) {
      expect(suppressions).toHaveLength(budget.suppressions);
      expect(suppressions).toContainEqual(known.suppressions[0]);
    }
  });
});

describe('attributes', () => {
  it('of where the person was last are of the later sight, and so is its time', () => {
    const told = {
      traitsAt: 9,
      traits: { plan: 'pro', last_timezone: 'Europe/Warsaw' },
      seenAt: 3,
    };
    const seen = { traitsAt: 5, traits: { last_timezone: 'Asia/Tehran' }, seenAt: 7 };
    for (const { traits, seenAt } of both(told, seen))
      expect({ traits, seenAt }).toEqual({
        traits: { plan: 'pro', last_timezone: 'Asia/Tehran' },
        seenAt: 7,
      });
    for (const one of both(told, { traits: { city: 'Oslo' } })) expect(one.seenAt).toBe(3);
    for (const one of both({}, {})) expect(one).not.toHaveProperty('seenAt');
  });

  it('are those that were told later; the others fill gaps, and tags are of both', () => {
    const newer = { traitsAt: 9, traits: { plan: 'pro', tags: ['b', 'c'] } };
    const older = { traitsAt: 5, traits: { plan: 'free', city: 'Oslo', tags: ['a', 'b'] } };
    for (const { traits, traitsAt } of both(older, newer))
      expect({ traits, traitsAt }).toEqual({
        traits: { plan: 'pro', city: 'Oslo', tags: ['b', 'c', 'a'] },
        traitsAt: 9,
      });
  });

  it('that find no room are left out, and the address finds room', () => {
    const large = 'x'.repeat(budget.traits - 100);
    const newer = { traitsAt: 9, traits: { large } };
    const older = { traitsAt: 5, traits: { note: 'y'.repeat(200), email: 'a@b.org' } };
    for (const { traits } of both(older, newer))
      expect(traits).toEqual({ large, email: 'a@b.org' });
  });
});

describe('the past', () => {
  it('adds up, and what both were told of counts once', () => {
    const watched = (...ids: string[]) => ({
      history: {
        views: {
          count: ids.length,
          first: 1,
          last: ids.length,
          sum: String(ids.length),
          recent: ids.map((id, at) => [at + 1, id, '1'] as const),
        },
      },
    });
    for (const { history } of both(watched('a', 'b'), watched('b', 'c', 'd')))
      expect(history.views).toMatchObject({ count: 4, first: 1, last: 3, sum: '4' });
  });

  it('has every order once, also one that both were told of, and none that either gave back', () => {
    const bought = (id: string, at: number, amount: string) => [at, id, amount] as const;
    const mine = { ...noPurchases, count: 2, first: 1, last: 3, total: '30', days: [0] };
    const theirs = { ...noPurchases, count: 3, first: 2, last: 9, total: '70', days: [0, 4] };
    const one = { ...mine, recent: [bought('o-1', 1, '10'), bought('o-2', 3, '20')] };
    const recent = [bought('o-2', 3, '20'), bought('o-4', 9, '40')];
    const other = { ...theirs, recent, undone: [['o-1'] as const] };
    for (const { purchases } of both({ purchases: one }, { purchases: other }))
      expect(purchases).toMatchObject({ count: 3, total: '70', last: 9, days: [0, 4] });
  });

  it('keeps what one of them has forgotten forgotten, to be looked up', () => {
    const memory = (from: number) => ({
      applied: numbered(80, (at) => `${from + at}`),
      appliedAt: numbered(80, (at) => from + at),
    });
    for (const one of both(memory(0), { ...memory(80), forgottenUntil: 7 })) {
      expect(one.applied).toHaveLength(budget.applied);
      expect(one.applied[0]).toBe('60');
      expect(one.forgottenUntil).toBe(59);
    }
  });
});

describe('a contact that has taken in as much as it may', () => {
  const walk = (id: string, step?: string): Enrollment => ({
    ...{ id, campaign: id, version: 1, group: 'treatment', triggeredAt: 1, event: {} },
    ...(step ? { step, until: 9 } : { goalUntil: 9 }),
  });
  const full = (name: string): Partial<Contact> => ({
    identities: [`user:${name}`, ...numbered(24, (at) => `anonymous:${name}-${at}`)],
    lists: record(150, () => 1),
    sends: numbered(60, (at) => ({ at, campaign: name })),
    entries: record(300, (at) => ({ count: 1, last: at, group: 'treatment' as const })),
    ended: record(300, (at) => at),
    owned: record(150, (at) => at),
    enrollments: [
      ...numbered(30, (at) => walk(`${name}-${at}`, 'wait')),
      ...numbered(20, (at) => walk(`${name}-done-${at}`)),
    ],
  });

  it('keeps to its budgets, and keeps who they are and where they walk', () => {
    const campaigns = numbered(30, (at) => ['a', 'b'].map((name) => `${name}-${at}`))
      .flat()
      .map((id) => campaign('[{ wait: { for: 9 days } }]', { campaign: id }));
    const draft = draftOf(contact('con_a', full('a')));
    const cause = { kind: 'absorb', id: 'con_b', at: 1, because: '' } as const;
    const from = contact('con_b', full('b'));
    const after = absorbing(worldOf(campaigns, 2), draft, { ...cause, from }).contact;
    expect(after.identities).toHaveLength(budget.identities);
    expect(after.identities).toEqual(expect.arrayContaining(['user:a', 'user:b']));
    expect(after.sends).toHaveLength(budget.sends);
    expect(after.enrollments).toHaveLength(budget.enrollments);
    expect(after.enrollments.every(({ step }) => step === 'wait')).toBe(true);
    expect(Object.keys(after.lists)).toHaveLength(150);
    expect(Object.keys(after.entries)).toHaveLength(300);
  });
});
