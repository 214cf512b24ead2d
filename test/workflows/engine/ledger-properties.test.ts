// The ledger is the truth: whatever people do, its lines one after the other give the wishes that the contact holds.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Wish } from '../../../workflows/model/consent.ts';
import { newContact, wishOf } from '../../../workflows/model/contact.ts';
import type { ConsentGiven } from '../../../workflows/model/event.ts';
import { confirm, leaveTopic, prefer, topics } from '../../support/consenting.ts';
import { type Diary, openDiaryIn, sara, start } from '../../support/diary.ts';

const hour = 3_600_000;
const topic = fc.constantFrom('news', 'offers', 'gone');
const status = fc.constantFrom('subscribed' as const, 'unsubscribed' as const);
const given: fc.Arbitrary<ConsentGiven> = fc.record(
  {
    status,
    method: fc.constantFrom('form', 'api', 'shopify'),
    topics: fc.uniqueArray(topic, { minLength: 1 }),
    expires_at: fc.nat(200).map((hours) => start + hours * hour),
    legal_basis: fc.constantFrom('consent' as const, 'casl_implied' as const),
    double_opt_in: fc.constant(true as const),
  },
  { requiredKeys: ['status', 'method'] },
);

type Deed = (diary: Diary, at: number) => unknown;

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.tuple(given, fc.nat(40)).map(
    ([consent, ago]): Deed =>
      (diary) => {
        diary.event('Seen', { ...sara, consent, timestamp: diary.now - ago * hour });
      },
  ),
  fc.constant((diary: Diary) => diary.unsubscribe()),
  topic.map(
    (id): Deed =>
      (diary) =>
        leaveTopic(diary, id),
  ),
  fc.record({ all: status, topics: fc.dictionary(topic, fc.boolean()) }, { requiredKeys: [] }).map(
    (changes): Deed =>
      (diary) =>
        prefer(diary, changes),
  ),
  fc.constant((diary: Diary, at: number) => confirm(diary, sara.email, `msg_${at}`)),
  given.map(
    (consent): Deed =>
      (diary, at) => {
        const identified = { id: `api-${at}`, at: diary.now };
        diary.apply({ kind: 'consent', ...identified, given: consent, by: 'Ann' });
      },
  ),
  fc.tuple(status, fc.nat(40), fc.boolean()).map(
    ([wish, ago, ends]): Deed =>
      (diary, at) => {
        const stated = { status: wish, at: diary.now - ago * hour, source: 'fair' };
        const row = {
          changes: {},
          wish: { ...stated, ...(ends && { endsRefusal: true as const }) },
        };
        diary.apply({ kind: 'import', id: `row-${at}`, at: diary.now, row, by: 'import/1' });
      },
  ),
  fc.nat(72).map(
    (hours): Deed =>
      (diary) =>
        diary.pass(`${hours + 1} hours`),
  ),
  fc.tuple(given, fc.boolean()).map(
    ([consent, offers]): Deed =>
      (diary, at) => {
        const from = openDiaryIn(around).event('Seen', { ...sara, user: 'b', consent });
        prefer(from, { topics: { offers } });
        const frozen = { ...from.draft.contact, id: `con_${at}` };
        const because = 'the same address';
        diary.apply({ kind: 'absorb', id: frozen.id, at: diary.now, from: frozen, because });
      },
  ),
);

const around = { workspace: { topics, doubleOptIn: true } };

const lived = (deeds: readonly Deed[]): Diary['draft'] => {
  const diary = openDiaryIn(around).event('Seen', { traits: { email: sara.email } });
  for (const [at, act] of deeds.entries()) act(diary, at);
  return diary.draft;
};

const always = (holds: (draft: Diary['draft']) => void) =>
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => holds(lived(deeds))),
    { numRuns: 300 },
  );

type Line = Diary['draft']['consents'][number];

const said = (line: Line | undefined) => line && [line.status, line.method, line.expires_at];
const held = (wish: Wish | undefined) => wish && [wish.status, wish.method, wish.expiresAt];

describe('the ledger', () => {
  it.each([undefined, 'news', 'offers'])('folded, gives the wish about %s', (about) => {
    always(({ contact, consents }) => {
      const last = consents.findLast((line) => line.topic === about);
      const wish = wishOf(contact, about);
      expect(said(last)).toEqual(held(wish));
      expect(last?.occurred_at ?? 0).toBeLessThanOrEqual(wish?.at ?? 0);
    });
  });

  it('knows no topic that the workspace does not have', () => {
    always(({ contact }) => {
      expect(contact.topics ?? {}).not.toHaveProperty('gone');
    });
  });

  it('says of everybody who subscribed by a form that they confirmed it', () => {
    always(({ consents }) => {
      const byForm = consents.filter(
        ({ status: is, method }) => is === 'subscribed' && method === 'form',
      );
      const own = byForm.filter(({ actor }) => actor !== 'merge');
      for (const { double_opt_in } of own) expect(double_opt_in?.confirmed_at).toBeDefined();
    });
  });

  it('says nothing of somebody who said nothing', () => {
    const diary = openDiaryIn(around).event('Seen', { traits: { email: sara.email } });
    expect(diary.draft.consents).toEqual([]);
    expect(wishOf(newContact('con_1'), 'news')).toBeUndefined();
  });
});

describe('a consent that the law implies', () => {
  const implied = {
    status: 'subscribed',
    method: 'checkout',
    legal_basis: 'casl_implied',
  } as const;
  const end = start + 48 * hour;
  const bought = (diary: Diary) =>
    diary.event('Bought', { ...sara, consent: { ...implied, expires_at: end } });

  it('ends by itself, and is no consent any more', () => {
    const diary = bought(openDiaryIn(around));
    expect(diary.draft.contact.rechecks.consent).toBe(end);
    const { contact, consents } = diary.pass('3 days').draft;
    expect(contact.consent).toEqual({ status: 'not_subscribed', at: end, method: 'expired' });
    expect(consents.at(-1)).toMatchObject({ status: 'not_subscribed', actor: 'clock' });
    expect(contact.rechecks).toEqual({});
  });

  it('ends no refusal, and shortens no consent that was given', () => {
    const refused = bought(openDiaryIn(around).event('Seen', sara).unsubscribe().pass('1 hour'));
    expect(refused.draft.contact.consent?.status).toBe('unsubscribed');
    const consent = { status: 'subscribed', method: 'api' } as const;
    const asked = bought(openDiaryIn(around).event('Seen', { ...sara, consent }));
    expect(asked.draft.contact.consent?.expiresAt).toBeUndefined();
  });

  it('lasts longer when it is implied anew', () => {
    const diary = bought(openDiaryIn(around)).pass('1 day');
    const again = { ...implied, expires_at: end + 48 * hour };
    diary.event('Bought', { ...sara, consent: again }).pass('2 days');
    expect(diary.draft.contact.consent).toMatchObject({ status: 'subscribed' });
    expect(diary.pass('2 days').draft.contact.consent?.status).toBe('not_subscribed');
  });
});
