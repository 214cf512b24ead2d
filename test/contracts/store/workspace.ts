// What belongs to the owner: settings, and keys whose secrets are shown once.
import { beforeEach, describe, expect, it } from 'vitest';
import { createAccess } from '../../../functions/adapters/access.ts';
import { createSettings } from '../../../functions/adapters/settings.ts';
import type { SettingsStore } from '../../../functions/ports.ts';
import { itemsOf, minute, monday, type OpenStore, type Store } from './open.ts';

const organization = { name: 'شرکت نمونه', address: '12 Garden Street' };

export function workspaceContract(open: OpenStore): void {
  describe('settings', () => {
    let store: Store;
    let now = monday;
    let settings: SettingsStore;
    const elsewhere = () => createSettings(store.client, store.core, () => now);

    beforeEach(async () => {
      store = await open();
      now = monday;
      settings = elsewhere();
    });

    it('are empty before they are made', async () => {
      expect(await settings.get()).toEqual({
        organization: { name: '', address: '' },
        signingKeys: [],
      });
    });

    it('are known at once to who changed them, and within a minute to the others', async () => {
      const other = elsewhere();
      for (const one of [settings, other]) await one.get();
      await settings.setOrganization(organization);
      expect((await settings.get()).organization).toEqual(organization);
      expect((await other.get()).organization.name).toBe('');
      now += minute + 1;
      expect((await other.get()).organization).toEqual(organization);
    });

    it('keep one signing key, whatever else is changed', async () => {
      await settings.ensureSigningKey();
      const { signingKeys } = await settings.get();
      expect(signingKeys).toHaveLength(1);
      expect(signingKeys[0]?.length).toBeGreaterThan(40);
      await settings.setOrganization(organization);
      await elsewhere().ensureSigningKey();
      expect(await elsewhere().get()).toEqual({ organization, signingKeys });
    });
  });

  describe('webhook secrets', () => {
    it('are made once, and changed one at a time: the one before still counts', async () => {
      const { client, core } = await open();
      const settings = createSettings(client, core, () => monday);
      const secrets = async () => (await settings.get()).webhookSecrets ?? [];
      for (const _ of [1, 2]) await settings.ensureWebhookSecret();
      const [first = ''] = await secrets();
      expect(await secrets()).toEqual([expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/)]);
      await settings.changeWebhookSecret();
      const [second = ''] = await secrets();
      expect(await secrets()).toEqual([second, first]);
      await settings.changeWebhookSecret();
      expect((await secrets()).slice(1)).toEqual([second]);
      await settings.setOrganization(organization);
      await settings.ensureWebhookSecret();
      expect(await secrets()).toHaveLength(2);
    });
  });

  describe('access', () => {
    it('is given by the secret that was made, and by nothing like it', async () => {
      const { client, core } = await open();
      const access = createAccess(client, core);
      const secret = await access.create('token', 'console');
      expect(await access.knows('token', secret)).toBe(true);
      expect(await access.knows('write', secret)).toBe(false);
      expect(await access.knows('token', secret.slice(0, -1))).toBe(false);
      expect(await access.knows('token', '')).toBe(false);
    });

    it('has a secret of its own for everyone, under any name', async () => {
      const { client, core } = await open();
      const access = createAccess(client, core);
      const [one, other] = [
        await access.create('write', 'site'),
        await access.create('write', 'site'),
      ];
      expect(one).not.toBe(other);
      expect(await access.knows('write', one)).toBe(true);
      expect(await access.knows('write', other)).toBe(true);
    });

    it('is nowhere in clear', async () => {
      const store = await open();
      const secret = await createAccess(store.client, store.core).create('write', 'site');
      expect(JSON.stringify(await itemsOf(store, store.core))).not.toContain(secret.slice(3));
    });
  });
}
