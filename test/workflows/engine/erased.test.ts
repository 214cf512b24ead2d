// What an erased contact hears, and what it takes to be somebody again.
import { expect, it } from 'vitest';
import { joined } from '../../../workflows/engine/absorb-joined.ts';
import { isUnheard } from '../../../workflows/engine/erased.ts';
import { gate, hardNo } from '../../../workflows/engine/gate.ts';
import type { Cause } from '../../../workflows/model/cause.ts';
import { isErased, newContact } from '../../../workflows/model/contact.ts';

const erasedAt = 1_000;
const nobody = { ...newContact('con_1'), revision: 7, erasedAt };
const back = { ...nobody, identities: ['user:1'], traits: { email: 'sara@example.com' } };

const event = (at: number): Cause => ({
  kind: 'event',
  id: `e-${at}`,
  at,
  event: {
    ...{ id: `e-${at}`, type: 'track', name: 'Seen', source: 'api' },
    ...{ timestamp: at, receivedAt: at },
  },
});
const edit = (at: number): Cause => ({ kind: 'edit', id: 'x', at, changes: {}, by: 'somebody' });
const bounce = (address: string): Cause => ({
  kind: 'feedback',
  id: 'f',
  at: erasedAt + 1,
  feedback: { type: 'bounce', address, message: 'msg_1', detail: '' },
});

it('hears nothing that was received up to the erasure, not even when it is somebody again', () => {
  expect(isUnheard(nobody, event(erasedAt), true)).toBe(true);
  expect(isUnheard(back, event(erasedAt), true)).toBe(true);
  expect(isUnheard(back, edit(erasedAt), false)).toBe(true);
});

it('comes back by an event of the person, and by nothing else', () => {
  expect(isUnheard(nobody, event(erasedAt + 1), true)).toBe(false);
  expect(isUnheard(nobody, event(erasedAt + 1), false)).toBe(true);
  expect(isUnheard(nobody, edit(erasedAt + 1), false)).toBe(true);
  expect(isUnheard(nobody, bounce('sara@example.com'), false)).toBe(true);
});

it('hears everything again once it is back, but what is said of an address of before', () => {
  expect(isErased(back)).toBe(false);
  expect(isUnheard(back, edit(erasedAt + 1), false)).toBe(false);
  expect(isUnheard(back, bounce('Sara@Example.com'), false)).toBe(false);
  expect(isUnheard(back, bounce('before@example.com'), false)).toBe(true);
});

it('gets marketing only once it has said yes anew, whatever the campaign rests on', () => {
  expect(gate(back, 'marketing', 'soft_opt_in')).toBe('not_subscribed');
  expect(hardNo(back, { kind: 'marketing' }, 1)).toBe('not_subscribed');
  expect(hardNo(back, { kind: 'transactional' }, 1)).toBeUndefined();
  const consent = { status: 'subscribed', at: erasedAt + 1, method: 'form' } as const;
  expect(gate({ ...back, consent }, 'marketing', 'soft_opt_in')).toBeUndefined();
});

it('stays erased up to that moment for whomever it is merged with', () => {
  const other = { ...newContact('con_0'), identities: ['user:1'] };
  expect(joined(other, back).erasedAt).toBe(erasedAt);
  expect(joined({ ...other, erasedAt: 2_000 }, back).erasedAt).toBe(2_000);
});
