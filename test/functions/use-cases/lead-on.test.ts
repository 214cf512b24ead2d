// Whatever is brought to a contact that was merged is led on, with all that is frozen on the way.
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
const other = stored('con_b', {
  identities: ['email:ann@example.com'],
  traits: { plan: 'pro' },
  mergedInto: 'con_a',
  merging,
});
const work: Work = { contact: 'con_b', cause: { kind: 'alarm', due: 1, revision: 0 } };

/** Contacts by id. */
function storeOf(...all: readonly StoredContact[]) {
  const load = async (ids: readonly string[]) =>
    new Map(
      all.filter(({ contact }) => ids.includes(contact.id)).map((one) => [one.contact.id, one]),
    );
  return { load };
}

const led = async (from: string, ...all: readonly StoredContact[]) => {
  const store = storeOf(...all);
  return leadOn(store, [[from, [work]]], await store.load([from]));
};

test.each([
  ['nobody yet', ['anonymous:d-1']],
  ['another user by now, since whoever was frozen has none', ['anonymous:d-1', 'user:bob']],
])(
  'a cause is led on to a survivor that is %s, with what the other held',
  async (_, identities) => {
    const { groups, frozen } = await led('con_b', stored('con_a', { identities }), other);
    expect(groups).toEqual([['con_a', [work]]]);
    expect(frozen.get('con_a')).toEqual([other.contact]);
  },
);

test('of several that are frozen on the way, the one nearest to the survivor is taken in first', async () => {
  const between = stored('con_a', { mergedInto: 'con_c', merging });
  const { groups, frozen } = await led('con_b', other, between, stored('con_c', {}));
  expect(groups).toEqual([['con_c', [work]]]);
  expect(frozen.get('con_c')).toEqual([between.contact, other.contact]);
});
