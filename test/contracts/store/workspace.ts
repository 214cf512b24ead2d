// What belongs to the owner: settings, and keys whose secrets are shown once.
import { type AttributeValue, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { createAccess } from '../../../functions/adapters/access.ts';
import { createAudit } from '../../../functions/adapters/audit.ts';
import { keys } from '../../../functions/adapters/keys.ts';
import { createSettings } from '../../../functions/adapters/settings.ts';
import { createWriteKeys } from '../../../functions/adapters/write-keys.ts';
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

    it('are known at once to who changed them or asks for them as they are, and within a minute to the others', async () => {
      const other = elsewhere();
      for (const one of [settings, other]) await one.get();
      await settings.setOrganization(organization);
      expect((await settings.get()).organization).toEqual(organization);
      expect((await other.get()).organization.name).toBe('');
      expect((await other.read()).organization).toEqual(organization);
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
      const access = createAccess(client, core, () => monday);
      const secret = await access.create('token', 'console', { role: 'sales', by: 'ann' });
      const key = { name: 'console', role: 'sales', at: monday, by: 'ann' };
      expect(await access.find('token', secret)).toEqual(key);
      expect(await access.find('write', secret)).toBeUndefined();
      expect(await access.find('token', secret.slice(0, -1))).toBeUndefined();
      expect(await access.find('token', '')).toBeUndefined();
    });

    it('of a token from before there were roles is the administrator’s, and so is the older name of that role', async () => {
      const { client, core } = await open();
      const older: Record<string, AttributeValue>[] = [{}, { role: { S: 'owner' } }];
      for (const role of older) {
        const Item = { ...keys.access('token', 'pat_old'), name: { S: 'first' }, ...role };
        await client.send(new PutItemCommand({ TableName: core, Item }));
        const found = await createAccess(client, core).find('token', 'pat_old');
        expect(found).toMatchObject({ name: 'first', role: 'administrator' });
      }
    });

    it('has a name that nobody else of its kind has', async () => {
      const { client, core } = await open();
      const access = createAccess(client, core);
      const one = await access.create('write', 'site');
      await expect(access.create('write', 'site')).rejects.toMatchObject({ status: 409 });
      const token = await access.create('token', 'site');
      expect(await access.find('write', one)).toMatchObject({ name: 'site' });
      expect(await access.find('token', token)).toMatchObject({ name: 'site', role: 'viewer' });
    });

    it('is listed by name, in portions, and never with its secret', async () => {
      const { client, core } = await open();
      const access = createAccess(client, core);
      for (const name of ['c', 'a', 'b']) await access.create('token', name);
      await access.create('write', 'site');
      const names = async (after?: string) =>
        (await access.list('token', { limit: 2, after })).map(({ name }) => name);
      expect([await names(), await names('b')]).toEqual([['a', 'b'], ['c']]);
    });

    it('ends when it is revoked, and its name is never given again', async () => {
      const { client, core } = await open();
      const access = createAccess(client, core, () => monday);
      const secret = await access.create('token', 'console');
      for (const _ of [1, 2]) expect(await access.revoke('token', 'console')).toBe(true);
      expect(await access.revoke('token', 'other')).toBe(false);
      expect(await access.find('token', secret)).toBeUndefined();
      expect(await access.list('token', { limit: 9 })).toMatchObject([{ revokedAt: monday }]);
      await expect(access.create('token', 'console')).rejects.toMatchObject({ status: 409 });
    });

    it('of a write key ends for events, too', async () => {
      const { client, core } = await open();
      const access = createAccess(client, core);
      const secret = await access.create('write', 'site');
      await access.revoke('write', 'site');
      expect(await createWriteKeys(client, core, () => monday).nameOf(secret)).toBeUndefined();
    });

    it('is nowhere in clear', async () => {
      const store = await open();
      const secret = await createAccess(store.client, store.core).create('write', 'site');
      expect(JSON.stringify(await itemsOf(store, store.core))).not.toContain(secret.slice(3));
    });
  });

  it('an audit tells what was done, the newest first, and its answer once there is one', async () => {
    const { client, core } = await open();
    const audit = createAudit(client, core);
    const row = (at: number) => ({
      ...{ id: 'a', at, who: 'ann', role: 'administrator' as const },
      ...{ what: 'PUT /api/organization', path: {} },
    });
    for (const at of [monday, monday + 1, monday + 2]) await audit.put(row(at));
    await audit.put({ ...row(monday + 1), status: 200 });
    const [newest, older] = await audit.list({ limit: 2 });
    expect([newest, older]).toEqual([row(monday + 2), { ...row(monday + 1), status: 200 }]);
    expect(await audit.list({ limit: 2, after: [monday + 1, 'a'] })).toEqual([row(monday)]);
  });
}
