// What the door needs when events come in: it knows write keys, and sets aside what it cannot take.
import { gunzipSync } from 'node:zlib';
import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { createAccess } from '../../../functions/adapters/access.ts';
import { keys } from '../../../functions/adapters/keys.ts';
import { createQuarantine } from '../../../functions/adapters/quarantine.ts';
import { createWriteKeys } from '../../../functions/adapters/write-keys.ts';
import type { Quarantine } from '../../../functions/use-cases/accept-events.ts';
import { day, itemsOf, minute, monday, noise, type OpenStore, type Store } from './open.ts';

export function doorContract(open: OpenStore): void {
  describe('a write key', () => {
    let store: Store;
    let now = monday;
    const writeKeys = () => createWriteKeys(store.client, store.core, () => now);
    const create = () => createAccess(store.client, store.core).create('write', 'site');

    beforeEach(async () => {
      store = await open();
      now = monday;
    });

    it('is known by its name once it is made', async () => {
      const key = await create();
      expect(await writeKeys().nameOf(key)).toBe('site');
      expect(await writeKeys().nameOf(`${key}x`)).toBeUndefined();
      expect(await writeKeys().nameOf('')).toBeUndefined();
    });

    it('is known for a minute, and unknown for seconds, without asking again', async () => {
      const known = writeKeys();
      const Key = keys.access('write', 'wk_site');
      const Item = { ...Key, name: { S: 'site' } };
      expect(await known.nameOf('wk_site')).toBeUndefined();
      await store.client.send(new PutItemCommand({ TableName: store.core, Item }));
      expect(await known.nameOf('wk_site')).toBeUndefined();
      now += 5_000;
      expect(await known.nameOf('wk_site')).toBe('site');
      await store.client.send(new DeleteItemCommand({ TableName: store.core, Key }));
      now += minute - 1;
      expect(await known.nameOf('wk_site')).toBe('site');
      now += 1;
      expect(await known.nameOf('wk_site')).toBeUndefined();
    });
  });

  describe('quarantine', () => {
    let store: Store;
    let quarantine: Quarantine;
    const keep = (raw: string, at = monday) =>
      quarantine.keep({ source: 'segment', rejected: [{ reason: 'No type', raw }], at });
    const kept = () => itemsOf(store, store.work);

    beforeEach(async () => {
      store = await open();
      quarantine = createQuarantine(store.client, store.work);
    });

    it('keeps what was sent, and why it was not taken, for thirty days', async () => {
      const rejected = ['سلام', '{}'].map((raw) => ({ reason: 'No type', raw }));
      await quarantine.keep({ source: 'segment', rejected, at: monday });
      const [item] = await kept();
      expect(JSON.parse(gunzipSync(item?.raw?.B ?? '').toString())).toEqual(rejected);
      expect(item).toMatchObject({
        ...{ source: { S: 'segment' }, reason: { S: 'No type' }, count: { N: '2' } },
        ttl: { N: String((monday + 30 * day) / 1000) },
      });
      expect(item?.truncated).toBeUndefined();
    });

    it('keeps the same request of one moment once, and all others', async () => {
      for (const raw of ['a', 'a', 'b']) await keep(raw);
      await keep('a', monday + 1);
      expect(await kept()).toHaveLength(3);
    });

    it('keeps the beginning of what no item could hold', async () => {
      const raw = noise(2_000_000);
      await keep(raw);
      const [item] = await kept();
      expect(item?.truncated).toEqual({ BOOL: true });
      const text = gunzipSync(item?.raw?.B ?? '').toString();
      expect(JSON.stringify([{ reason: 'No type', raw }]).startsWith(text)).toBe(true);
      expect(text.length).toBeGreaterThan(300_000);
    });

    it('keeps what has no reason in words', async () => {
      await quarantine.keep({ source: 'form', rejected: [{ reason: '', raw: '' }], at: monday });
      await quarantine.keep({ source: 'form', rejected: [], at: monday });
      expect(await kept()).toHaveLength(2);
    });
  });
}
