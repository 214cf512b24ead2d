// What an import may say of wishes and addresses: the stricter wins, and nothing is lifted.
import { describe, expect, test } from 'vitest';
import { draftOf } from '../../../workflows/engine/draft.ts';
import { importInto } from '../../../workflows/engine/import.ts';
import type { Consent, Suppression } from '../../../workflows/model/consent.ts';
import { newContact } from '../../../workflows/model/contact.ts';
import type { Imported, StatedWish } from '../../../workflows/model/imported.ts';

const day = 86_400_000;
const now = 100 * day;
const known = (status: Consent['status'], at: number): Consent => ({ status, at, method: 'form' });
const wish = (status: StatedWish['status'], at: number, more: object = {}): StatedWish => ({
  status,
  at,
  source: 'fair',
  ...more,
});

const imported = (row: Partial<Imported>, before: object = {}) =>
  importInto({ now }, draftOf({ ...newContact('con_1'), ...before }), { changes: {}, ...row })
    .contact;

describe('a wish', () => {
  test('with its source and time is taken where nothing is known', () => {
    const stated = wish('subscribed', 5 * day, { wording: 'I agree' });
    expect(imported({ wish: stated }).consent).toEqual({
      status: 'subscribed',
      at: 5 * day,
      method: 'import',
      detail: 'fair',
      wording: 'I agree',
    });
  });

  const ends = { endsRefusal: true };
  test.each([
    { wished: wish('subscribed', 20), before: known('unsubscribed', 10), status: 'unsubscribed' },
    {
      wished: wish('subscribed', 20, ends),
      before: known('unsubscribed', 10),
      status: 'subscribed',
    },
    {
      wished: wish('subscribed', 10, ends),
      before: known('unsubscribed', 20),
      status: 'unsubscribed',
    },
    {
      wished: wish('subscribed', 10, ends),
      before: known('unsubscribed', 10),
      status: 'unsubscribed',
    },
    { wished: wish('unsubscribed', 20), before: known('subscribed', 10), status: 'unsubscribed' },
    { wished: wish('unsubscribed', 10), before: known('subscribed', 10), status: 'unsubscribed' },
    { wished: wish('unsubscribed', 10), before: known('subscribed', 20), status: 'subscribed' },
  ])('%j', ({ wished, before, status }) => {
    expect(imported({ wish: wished }, { consent: before }).consent?.status).toBe(status);
  });

  test('that is known already keeps its first proof', () => {
    const consent = known('subscribed', 10 * day);
    expect(imported({ wish: wish('subscribed', 20 * day) }, { consent }).consent).toBe(consent);
  });
});

describe('a consent that waits, or ran out', () => {
  const pending = { status: 'pending_confirmation', at: 10 * day, method: 'form' } as const;

  test('is confirmed by one of stated origin, unless a refusal stands behind it', () => {
    const yes = wish('subscribed', 20 * day);
    expect(imported({ wish: yes }, { consent: pending }).consent?.status).toBe('subscribed');
    const before = { status: 'unsubscribed', at: 5 * day, method: 'form' } as const;
    const refused = { ...pending, before };
    expect(imported({ wish: yes }, { consent: refused }).consent).toBe(refused);
    const ending = { ...yes, endsRefusal: true as const };
    expect(imported({ wish: ending }, { consent: refused }).consent?.status).toBe('subscribed');
  });

  test('is not renewed by one that is older', () => {
    const over = { status: 'not_subscribed', at: 10 * day, method: 'expired' } as const;
    expect(imported({ wish: wish('subscribed', 9 * day) }, { consent: over }).consent).toBe(over);
    expect(
      imported({ wish: wish('subscribed', 11 * day) }, { consent: over }).consent?.status,
    ).toBe('subscribed');
  });
});

describe('an address', () => {
  const suppressions: Suppression[] = [{ address: 'a@example.com', reason: 'complaint', at: day }];

  test('that is dead is suppressed as after a bounce', () => {
    expect(
      imported({ dead: { address: 'A@Example.com', at: 5 * day } }, { suppressions }).suppressions,
    ).toEqual([{ address: 'a@example.com', reason: 'bounce', at: 5 * day, complainedAt: day }]);
  });

  test('that is suppressed stays so, whatever is imported', () => {
    const said = {
      changes: { set: { email: 'a@example.com' } },
      wish: wish('subscribed', 50 * day, { endsRefusal: true }),
    };
    expect(imported(said, { suppressions }).suppressions).toEqual(suppressions);
  });
});
