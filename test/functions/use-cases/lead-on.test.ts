// Who was frozen for somebody who became another user in the same moment goes on as it was; everybody else is led on.
import { expect, test } from 'vitest';
import type { StoredContact } from '../../../functions/ports.ts';
import type { Work } from '../../../functions/use-cases/decision.ts';
import { leadOn } from '../../../functions/use-cases/lead-on.ts';
import { newContact } from '../../../workflows/model/contact.ts';

const stored = (id: string, given: object): StoredContact => ({
  contact: { ...newContact(id), revision: 3, ...given },
  outbox: [],
});
const merging = { at: 1, because: 'one event names both', by: 'anonymous:d-1' };
const frozen = stored('con_b', {
  identities: ['user:ann'],
  traits: { plan: 'pro' },
  mergedInto: 'con_a',
  merging,
});
const work: Work = { contact: 'con_b', cause: { kind: 'alarm', due: 1, revision: 0 } };

/** Contacts by id, with what was saved. */
function storeOf(...all: readonly StoredContact[]) {
  const kept = new Map(all.map((one) => [one.contact.id, one]));
  const load = async (ids: readonly string[]) =>
    new Map(ids.flatMap((id) => (kept.has(id) ? [[id, kept.get(id) as StoredContact]] : [])));
  const save = async (one: StoredContact) => void kept.set(one.contact.id, one);
  return { kept, load, save };
}

test.each([
  ['nobody yet', ['anonymous:d-1']],
  ['the same user', ['anonymous:d-1', 'email:ann@example.com']],
])(
  'a cause is led on to a survivor that is %s, with what the other held',
  async (_, identities) => {
    const store = storeOf(stored('con_a', { identities }), frozen);
    const led = await leadOn(store, [['con_b', [work]]], new Map([['con_b', frozen]]));
    expect(led.groups).toEqual([['con_a', [work]]]);
    expect(led.frozen.get('con_a')).toEqual([frozen.contact]);
  },
);

test('who was frozen for another user is thawed as it was, and keeps its causes', async () => {
  const store = storeOf(stored('con_a', { identities: ['anonymous:d-1', 'user:bob'] }), frozen);
  const led = await leadOn(store, [['con_b', [work]]], new Map([['con_b', frozen]]));
  expect(led.groups).toEqual([['con_b', [work]]]);
  expect(store.kept.get('con_b')).toEqual(
    stored('con_b', { identities: ['user:ann'], traits: { plan: 'pro' }, revision: 4 }),
  );
});

test('who was frozen by somebody who must know is led on to another user all the same', async () => {
  const said = { ...frozen, contact: { ...frozen.contact, merging: { at: 1, because: '' } } };
  const store = storeOf(stored('con_a', { identities: ['user:bob'] }), said);
  const led = await leadOn(store, [['con_b', [work]]], new Map([['con_b', said]]));
  expect(led.groups).toEqual([['con_a', [work]]]);
});
