// What the engine relies on when it looks for a person: a key leads to one contact, whoever binds it at the same time.
import { beforeEach, describe, expect, it } from 'vitest';
import { createIdentities } from '../../../functions/adapters/identities.ts';
import type { Identities } from '../../../functions/ports.ts';
import { itemsOf, numbered, type OpenStore, type Store } from './open.ts';

export function identitiesContract(open: OpenStore): void {
  describe('identities', () => {
    let store: Store;
    let identities: Identities;
    const holders = async (...keys: string[]) =>
      Object.fromEntries(await identities.find(keys)) as Record<string, string>;

    beforeEach(async () => {
      store = await open();
      identities = createIdentities(store.client, store.core);
    });

    it('lead to the contact they were bound to', async () => {
      expect(await identities.bind('user:42', 'con_sara')).toBe('con_sara');
      expect(await holders('user:42', 'user:43')).toEqual({ 'user:42': 'con_sara' });
    });

    it('stay with the first who bound them, and say who that is', async () => {
      await identities.bind('email:sara@example.com', 'con_sara');
      expect(await identities.bind('email:sara@example.com', 'con_ali')).toBe('con_sara');
      expect(await identities.bind('email:sara@example.com', 'con_sara')).toBe('con_sara');
      expect(await holders('email:sara@example.com')).toEqual({
        'email:sara@example.com': 'con_sara',
      });
    });

    it('are handed on by their holder, and by nobody else', async () => {
      await identities.bind('user:42', 'con_sara');
      await identities.rebind('user:42', 'con_ali', 'con_eve');
      await identities.rebind('user:43', 'con_ali', 'con_eve');
      expect(await holders('user:42', 'user:43')).toEqual({ 'user:42': 'con_sara' });
      await identities.rebind('user:42', 'con_sara', 'con_ali');
      await identities.rebind('user:42', 'con_sara', 'con_eve');
      expect(await holders('user:42')).toEqual({ 'user:42': 'con_ali' });
    });

    it('have one holder for all who bind them at the same time', async () => {
      const answers = await Promise.all(
        numbered(12, (index) => identities.bind('user:42', `con_${index}`)),
      );
      const [holder] = answers;
      expect(new Set(answers)).toEqual(new Set([holder]));
      expect(await holders('user:42')).toEqual({ 'user:42': holder });
    });

    it('are apart when their kinds are, or a letter is', async () => {
      await identities.bind('user:42', 'con_user');
      await identities.bind('anonymous:42', 'con_anonymous');
      await identities.bind('user:Sara', 'con_sara');
      expect(await holders('user:42', 'anonymous:42', 'email:42', 'user:sara')).toEqual({
        'user:42': 'con_user',
        'anonymous:42': 'con_anonymous',
      });
    });

    it('are found by hundreds, the same one as often as it is asked for', async () => {
      const keys = numbered(230, (index) => `user:${index}`);
      await Promise.all(keys.map((key, index) => identities.bind(key, `con_${index}`)));
      const found = await identities.find([...keys.flatMap((key) => [key, key]), 'user:nobody']);
      expect(found.size).toBe(230);
      expect(found.get('user:229')).toBe('con_229');
      expect((await identities.find([])).size).toBe(0);
    });

    it('are nowhere in clear', async () => {
      await identities.bind('email:sara@example.com', 'con_sara');
      expect(JSON.stringify(await itemsOf(store, store.core))).not.toContain('sara@');
    });
  });
}
