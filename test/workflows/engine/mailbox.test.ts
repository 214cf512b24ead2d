// Bounces for now: how many stop marketing, what ends the row, and that the order in which it is heard changes nothing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gate } from '../../../workflows/engine/gate.ts';
import type { FeedbackType } from '../../../workflows/model/cause.ts';
import type { Contact } from '../../../workflows/model/contact.ts';
import { openDiary, start } from '../../support/diary.ts';

const day = 86_400_000;
const address = 'sara@example.com';
const sara = { email: address, consent: { status: 'subscribed', method: 'form' } } as const;

interface Said {
  readonly type: FeedbackType;
  /** Days since the start. */
  readonly on: number;
  readonly of?: string;
}

const soft = (on: number, of = address): Said => ({ type: 'soft_bounce', on, of });
const delivery = (on: number): Said => ({ type: 'delivery', on });

/** The contact once it has heard all of it, in that order. */
function heard(...said: readonly Said[]): Contact {
  const diary = openDiary().event('Seen', sara);
  for (const { type, on, of = address } of said) {
    const feedback = { type, address: of, message: 'msg_1', detail: 'MailboxFull' };
    const at = start + on * day;
    diary.apply({ kind: 'feedback', id: `${type}/${on}`, at, feedback });
  }
  return diary.draft.contact;
}

const reasons = ({ suppressions }: Contact) => suppressions.map(({ reason }) => reason);

describe('a mailbox that bounces for now', () => {
  it.each([
    ['twice', [soft(1), soft(20)], []],
    ['three times within a week', [soft(1), soft(4), soft(7)], []],
    ['three times over a week', [soft(1), soft(4), soft(8)], ['soft_bounce']],
    ['and takes a mail in between', [soft(1), delivery(3), soft(4), soft(8)], []],
    [
      'three times again after that',
      [soft(1), delivery(3), soft(4), soft(8), soft(11)],
      ['soft_bounce'],
    ],
    ['for content of ours', [1, 5, 9].map((on) => ({ type: 'content_bounce', on }) as const), []],
    ['under an address that was left', [1, 5, 9].map((on) => soft(on, 'old@example.com')), []],
  ] as const)('%s', (_, said, expected) => {
    expect(reasons(heard(...said))).toEqual(expected);
  });

  it('gets no marketing, and receipts still', () => {
    const contact = heard(soft(1), soft(4), soft(8));
    expect(gate(contact, 'marketing', 'consent')).toBe('suppressed');
    expect(gate(contact, 'transactional', 'consent')).toBeUndefined();
  });

  it('is mailed again once a mail has come in', () => {
    const diary = heard(soft(1), soft(4), soft(8), delivery(9));
    expect(diary.suppressions).toEqual([]);
    expect(diary.softBounces).toBeUndefined();
  });

  it.each([
    ['Email Opened', true],
    ['Email Link Clicked', false],
  ])(
    'is mailed again after "%s" (by a machine: %s), if our own pixel or link tells',
    (name, machine) => {
      for (const [source, expected] of [
        ['tracking', []],
        ['segment', ['soft_bounce']],
      ] as const) {
        const diary = openDiary().event('Seen', sara);
        for (const on of [1, 4, 8]) {
          const feedback = { type: 'soft_bounce', address, message: 'msg_1', detail: '' } as const;
          diary.apply({ kind: 'feedback', id: `${on}`, at: start + on * day, feedback });
        }
        const timestamp = start + 9 * day;
        diary.event(name, { source, timestamp, properties: { machine } });
        expect(reasons(diary.draft.contact)).toEqual(expected);
      }
    },
  );

  it.each([
    ['bounce', ['bounce']],
    ['complaint', ['complaint']],
  ] as const)('does not weaken a %s', (type, expected) => {
    expect(reasons(heard({ type, on: 0 }, soft(1), soft(4), soft(8), delivery(9)))).toEqual(
      expected,
    );
    expect(reasons(heard(soft(1), soft(4), soft(8), { type, on: 9 }, delivery(10)))).toEqual(
      expected,
    );
  });

  it('comes to the same end in whatever order it is heard', () => {
    const said = fc.record({
      type: fc.constantFrom<FeedbackType>('soft_bounce', 'soft_bounce', 'delivery'),
      on: fc.nat(20),
    });
    const both = fc
      .uniqueArray(said, {
        selector: ({ type, on }) => `${type}/${on}`,
        minLength: 2,
        maxLength: 9,
      })
      .chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
      );
    fc.assert(
      fc.property(both, ([one, other]) => {
        const [calm, mixed] = [heard(...one), heard(...other)];
        expect(mixed.softBounces).toEqual(calm.softBounces);
        expect(mixed.reachedAt).toBe(calm.reachedAt);
        expect(reasons(mixed)).toEqual(reasons(calm));
      }),
    );
  });
});
