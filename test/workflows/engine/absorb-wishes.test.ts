// Two contacts that are one person: of each topic the stricter wish, the later pause, and the no to everything.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinedWishes } from '../../../workflows/engine/absorb-wishes.ts';
import { gate } from '../../../workflows/engine/gate.ts';
import type { Wish } from '../../../workflows/model/consent.ts';
import { type Contact, newContact } from '../../../workflows/model/contact.ts';

const plain: fc.Arbitrary<Wish> = fc.record({
  status: fc.constantFrom(
    'subscribed' as const,
    'unsubscribed' as const,
    'not_subscribed' as const,
  ),
  at: fc.nat(50),
  method: fc.constant('form'),
});
const wish: fc.Arbitrary<Wish> = fc.oneof(
  plain,
  fc.tuple(fc.nat(50), fc.option(plain, { nil: undefined })).map(([at, before]) => ({
    ...{ status: 'pending_confirmation' as const, at, method: 'form' },
    ...(before && { before }),
  })),
);
const person: fc.Arbitrary<Contact> = fc
  .record(
    {
      consent: wish,
      topics: fc.dictionary(fc.constantFrom('news', 'offers'), wish, { noNullPrototype: true }),
      pausedUntil: fc.integer({ min: 50, max: 200 }),
      untracked: fc.constant(true as const),
    },
    { requiredKeys: [] },
  )
  .map((wishes) => ({ ...newContact('con_a'), traits: { email: 'a@example.com' }, ...wishes }));

const joined = (one: Contact, other: Contact): Contact => {
  const { consent: _, topics: __, pausedUntil: ___, untracked: ____, ...bare } = one;
  return { ...bare, ...joinedWishes(one, other) };
};

const mails = [undefined, 'news', 'offers'].flatMap((topic) =>
  (['consent', 'soft_opt_in'] as const).map((basis) => ({ topic, basis })),
);
type Mail = (typeof mails)[number];

const allows = (contact: Contact, { topic, basis }: Mail): boolean => {
  const mail = { now: 100, ...(topic !== undefined && { topic, mustJoin: topic === 'offers' }) };
  return gate(contact, 'marketing', basis, mail) === undefined;
};
const refuses = ({ consent, topics = {} }: Contact, topic: string | undefined): boolean =>
  [consent, topic === undefined ? undefined : topics[topic]].some(
    (one) => one?.status === 'unsubscribed',
  );

/** Of everything that may be mailed, to two people and to both as one. */
const always = (holds: (mail: Mail, all: readonly [Contact, Contact, Contact]) => void) =>
  fc.assert(
    fc.property(person, person, fc.constantFrom(...mails), (one, other, mail) => {
      holds(mail, [one, other, joined(one, other)]);
    }),
    { numRuns: 5_000 },
  );

describe('two that are one', () => {
  it('are mailed nothing that one of them has refused', () => {
    always((mail, [one, other, both]) => {
      const isRefused = [one, other].some(
        (each) => refuses(each, mail.topic) && !allows(each, mail),
      );
      if (isRefused) expect(allows(both, mail)).toBe(false);
    });
  });

  it('are mailed nothing that neither was', () => {
    always((mail, [one, other, both]) => {
      if (!allows(one, mail) && !allows(other, mail)) expect(allows(both, mail)).toBe(false);
    });
  });

  it('are the same, whichever is taken in', () => {
    always((mail, [one, other, both]) => {
      const turned = joined(other, one);
      expect(allows(turned, mail)).toBe(allows(both, mail));
      expect([turned.pausedUntil, turned.untracked]).toEqual([both.pausedUntil, both.untracked]);
    });
  });
});
