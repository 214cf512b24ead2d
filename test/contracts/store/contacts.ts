// What the engine relies on when it writes a contact: one writer of a revision wins, and the others hear of it.
import { beforeEach, describe, expect, it } from 'vitest';
import { createContacts } from '../../../functions/adapters/contacts.ts';
import { Clash } from '../../../functions/errors.ts';
import type { Contacts, StoredContact } from '../../../functions/ports.ts';
import { newContact } from '../../../workflows/model/contact.ts';
import { itemsOf, noise, numbered, type OpenStore, outcomes, type Store } from './open.ts';

const at = (revision: number, id = 'con_sara', traits = {}): StoredContact => ({
  contact: { ...newContact(id), revision, traits },
  outbox: [{ kind: 'alarm', alarm: { contact: id, due: 7, revision } }],
});

export function contactsContract(open: OpenStore): void {
  describe('contacts', () => {
    let store: Store;
    let contacts: Contacts;
    const load = async (...ids: string[]) => contacts.load(ids, { consistent: true });
    const loaded = async (id = 'con_sara') => (await load(id)).get(id);

    beforeEach(async () => {
      store = await open();
      contacts = createContacts(store.client, store.core);
    });

    it('come back as they were saved, outbox and all, in any script', async () => {
      const sara = at(1, 'con_sara', { name: 'سارا Żółć 🎁', age: 41.5, tags: ['a', null, true] });
      await contacts.save(sara);
      expect(await loaded()).toEqual(sara);
      expect((await contacts.load(['con_sara'], { consistent: false })).get('con_sara')).toEqual(
        sara,
      );
    });

    it('are absent until they are saved', async () => {
      await contacts.save(at(1, 'con_ali'));
      expect([...(await load('con_sara', 'con_ali')).keys()]).toEqual(['con_ali']);
      expect((await load()).size).toBe(0);
    });

    it('load by hundreds', async () => {
      const all = numbered(230, (index) => at(1, `con_${index}`));
      await Promise.all(all.map(contacts.save));
      const found = await load(...all.map(({ contact }) => contact.id), 'con_nobody');
      expect(found.size).toBe(230);
      expect(found.get('con_229')).toEqual(all[229]);
    });

    it('load when together they are more than one answer holds', async () => {
      const all = numbered(60, (index) => at(1, `con_${index}`, { text: noise(400_000) }));
      for (const one of all) await contacts.save(one);
      expect((await load(...all.map(({ contact }) => contact.id))).size).toBe(60);
    });

    it('go from revision to revision', async () => {
      for (const revision of [1, 2, 3]) await contacts.save(at(revision));
      expect((await loaded())?.contact.revision).toBe(3);
      expect(await itemsOf(store, store.core)).toHaveLength(1);
    });

    it.each([
      ['the first revision of one that exists', [1], 1],
      ['a revision that was written already', [1, 2], 2],
      ['a revision of long ago', [1, 2, 3], 2],
      ['a revision that skips one', [1], 3],
      ['a later revision of one that was never saved', [], 2],
    ])('refuse %s, and stay as they are', async (_, before, revision) => {
      for (const one of before) await contacts.save(at(one));
      const stood = await loaded();
      const attempt = contacts.save(at(revision, 'con_sara', { name: 'late' }));
      await expect(attempt).rejects.toThrow(Clash);
      expect(await loaded()).toEqual(stood);
    });

    it.each([1, 5])('let one of ten writers of revision %i win, and only one', async (revision) => {
      for (const one of numbered(revision - 1, (index) => index + 1)) await contacts.save(at(one));
      const writers = numbered(10, (writer) => at(revision, 'con_sara', { writer }));
      const saved = writers.map(async (one) => contacts.save(one).then(() => one));
      const { won, lost } = await outcomes(saved);
      expect(lost).toHaveLength(9);
      for (const error of lost) expect(error).toBeInstanceOf(Clash);
      expect(await loaded()).toEqual(won[0]);
    });

    it('that are too large for an item are an error, not a lost race', async () => {
      const attempt = contacts.save(at(1, 'con_sara', { text: noise(600_000) }));
      await expect(attempt).rejects.toThrow(/[Ii]tem size/);
      await expect(attempt).rejects.not.toBeInstanceOf(Clash);
    });
  });
}
