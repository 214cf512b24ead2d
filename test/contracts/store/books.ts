// What is live, for a container: read at the cost of what has changed, and never older than what it leads to.
import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { createBookKeeping } from '../../../functions/adapters/book-keeping.ts';
import { createBooks } from '../../../functions/adapters/books.ts';
import { campaign, fill, grow } from '../../support/book.ts';
import { counting } from '../../support/counted-client.ts';
import { itemsOf, type OpenStore, type Store } from './open.ts';

export function booksContract(open: OpenStore): void {
  describe('the book, for a container', () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    const put = async (...args: Parameters<typeof campaign>) => {
      const book = createBookKeeping(store.client, store.core);
      await book.change(() => campaign(...args));
    };

    const container = () => {
      const { client, count } = counting(store.client);
      return { books: createBooks(client, store.core), count };
    };

    it('costs one unit while nothing changes, however large it is', async () => {
      await grow(store, 5_000);
      const { books, count } = container();
      await books.open();
      count();
      await books.open();
      expect(count()).toEqual({ calls: ['GetItem'], units: 1 });
    });

    it('costs what has changed since, when something has', async () => {
      await grow(store, 150);
      const { books, count } = container();
      await books.open();
      await put('welcome');
      await put('welcome', 2);
      count();
      const { playbook } = await books.open();
      expect(count()).toEqual({ calls: ['GetItem', 'Query'], units: 2 });
      expect(playbook.state('welcome')).toBe('live');
    });

    it('that is new costs a few units, from snapshots and what came after', async () => {
      await grow(store, 2_000);
      await fill(store, 90, 'later');
      const { books, count } = container();
      const { playbook } = await books.open();
      for (const name of ['campaign-0', 'campaign-1999', 'later-89'])
        expect(playbook.state(name)).toBe('live');
      const { calls, units } = count();
      expect(calls).toEqual(['GetItem', 'BatchGetItem', 'Query']);
      expect(units).toBeLessThan(60);
    });

    it('may be old when what it read has been cleared away', async () => {
      await fill(store, 1);
      const { books } = container();
      await books.open();
      await fill(store, 160, 'later');
      const { playbook } = await books.open();
      expect(playbook.state('later-159')).toBe('live');
      const pages = (await itemsOf(store, store.core)).filter(({ pk }) =>
        pk?.S?.startsWith('BOOK#'),
      );
      expect(pages).toHaveLength(2);
    });

    it('sees another book when the table went back to an older one', async () => {
      await fill(store, 3);
      const { books } = container();
      await books.open();
      await empty(store);
      await put('another');
      const { playbook } = await books.open();
      expect(['another', 'campaign-0'].map((id) => playbook.state(id))).toEqual([
        'live',
        undefined,
      ]);
    });
  });
}

async function empty(store: Store): Promise<void> {
  const { client, core } = store;
  for (const { pk = { S: '' }, sk = { S: '' } } of await itemsOf(store, core))
    await client.send(new DeleteItemCommand({ TableName: core, Key: { pk, sk } }));
}
