// What is live: read at the cost of what has changed, changed by one after the other, and never half.
import type { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { createBookKeeping } from '../../../functions/adapters/book-keeping.ts';
import { keys } from '../../../functions/adapters/keys.ts';
import type { BookKeeping, Signed } from '../../../functions/book-ports.ts';
import { defaultWorkspace } from '../../../workflows/model/workspace.ts';
import { campaign, card, fill, named, signed } from '../../support/book.ts';
import { counting } from '../../support/counted-client.ts';
import { numbered, type OpenStore, outcomes, type Store } from './open.ts';

const put = (book: BookKeeping, one: Signed) => book.change(() => one);

export function bookContract(open: OpenStore): void {
  describe('the book', () => {
    let store: Store;
    let book: BookKeeping;
    beforeEach(async () => {
      store = await open();
      book = createBookKeeping(store.client, store.core);
    });
    const elsewhere = (client = store.client) => createBookKeeping(client, store.core);

    it('is empty at first, under the default rules of a workspace', async () => {
      const live = await book.read();
      expect([live.revision, named(live)]).toEqual([0, []]);
      expect(live.workspace).toEqual(defaultWorkspace);
    });

    it('holds what was changed, for everybody at once', async () => {
      const other = elsewhere();
      await other.read();
      const list = { id: 'vip', name: 'VIP' };
      const segment = { id: 'new', version: 1, keys: ['always'], watches: [], refers: [] };
      const workspace = { ...defaultWorkspace, zone: 'Asia/Tehran' };
      for (const change of [{ list }, { segment }, { workspace }]) await put(book, signed(change));
      await put(book, campaign('welcome', 2));
      for (const one of [other, elsewhere()])
        expect(await one.read()).toMatchObject({
          revision: 4,
          campaigns: new Map([['welcome', card('welcome', 2)]]),
          segments: new Map([['new', segment]]),
          lists: new Map([['vip', list]]),
          workspace,
        });
    });

    it('forgets what was dropped', async () => {
      const other = elsewhere();
      await fill(store, 3);
      await other.read();
      await put(book, signed({ drop: 'campaign', id: 'campaign-1' }));
      for (const one of [book, other, elsewhere()])
        expect(named(await one.read())).toEqual(['campaign-0@1', 'campaign-2@1']);
    });

    it('is changed by one after the other, each on top of what the others have done', async () => {
      const names = numbered(8, (index) => `campaign-${index}`);
      const { lost } = await outcomes(
        names.map((name) =>
          elsewhere().change(({ campaigns }) => campaign(name, campaigns.size + 1)),
        ),
      );
      expect(lost).toEqual([]);
      const live = await book.read();
      expect([...live.campaigns.values()].map(({ version }) => version).sort()).toEqual(
        numbered(8, (index) => index + 1),
      );
      expect(live.revision).toBe(8);
    });

    it('stays as it is when there is nothing to change, or when it is refused', async () => {
      await fill(store, 1);
      await book.change(() => undefined);
      const refusing = book.change(() => {
        throw new Error('not so');
      });
      await expect(refusing).rejects.toThrow('not so');
      expect((await elsewhere().read()).revision).toBe(1);
    });

    it.each([0, 1, 2])('is whole when its changer dies before call %i', async (fatal) => {
      await fill(store, 1);
      const { client } = counting(store.client, (call) => call === fatal);
      await expect(put(elsewhere(client), campaign('doomed'))).rejects.toThrow('died');
      for (const one of [book, elsewhere()])
        expect(named(await one.read())).toEqual(['campaign-0@1']);
      await put(book, campaign('next'));
      for (const one of [book, elsewhere()])
        expect(named(await one.read())).toEqual(['campaign-0@1', 'next@1']);
    });

    it('knows a change as done when only the answer was lost', async () => {
      const { client } = store;
      let lost = 0;
      const forgetful = async (command: PutItemCommand) => {
        const answer = await client.send(command);
        // What the SDK does when no answer comes: it asks again, and is told that the condition does not hold.
        const isStamp = command.input.Item?.sk?.S === keys.stamp().sk.S;
        if (!isStamp || lost > 0) return answer;
        lost += 1;
        return client.send(command);
      };
      await put(elsewhere({ send: forgetful } as never), campaign('welcome'));
      expect((await elsewhere().read()).revision).toBe(1);
    });
  });
}
