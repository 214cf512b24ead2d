// Tasks: opened once however often they are ordered, on one list while they are open, finished once.
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { createTasks } from '../../../functions/adapters/tasks.ts';
import type { Tasks } from '../../../functions/order-ports.ts';
import type { Task } from '../../../workflows/model/order.ts';
import type { Finish } from '../../../workflows/model/task.ts';
import { day, hour, itemsOf, monday, numbered, type OpenStore, type Store } from './open.ts';

const task = (id: string, due = monday + day, contact = 'con_1'): Task => ({
  kind: 'task',
  id,
  title: `Call ${id}`,
  due,
  contact,
  campaign: 'leads',
  enrollment: 'enr_1',
  step: 'task',
  at: monday,
  hops: 1,
});
const done: Finish = { state: 'done', at: monday + hour, by: 'mia' };
const dismissed: Finish = { ...done, state: 'dismissed', note: 'A test account' };

export function tasksContract(open: OpenStore): void {
  describe('tasks', () => {
    let store: Store;
    let tasks: Tasks;
    const idsOf = (some: readonly Task[]) => some.map(({ id }) => id);
    const listed = async (limit = 100) => idsOf(await tasks.listOpen(limit));

    beforeEach(async () => {
      store = await open();
      tasks = createTasks(store.client, store.core);
    });

    it('are listed while they are open, the first due first', async () => {
      await tasks.open([task('b', monday + 2 * day), task('a', monday + hour, 'con_2')]);
      await tasks.open([task('c', monday + day), task('d', monday + day)]);
      expect(await tasks.listOpen(100)).toEqual([
        task('a', monday + hour, 'con_2'),
        task('c'),
        task('d'),
        task('b', monday + 2 * day),
      ]);
      expect(await listed(2)).toEqual(['a', 'c']);
    });

    it('are known by their contact, also when they are finished', async () => {
      await tasks.open([task('a'), task('b'), task('x', monday, 'con_2')]);
      await tasks.finish(task('a'), done);
      expect(await tasks.ofContact('con_1', 100)).toEqual([
        { task: task('a'), finish: done },
        { task: task('b') },
      ]);
      expect(await tasks.get('con_1', 'b')).toEqual({ task: task('b') });
      expect(await tasks.get('con_2', 'b')).toBeUndefined();
    });

    it('are opened once, however often they are ordered', async () => {
      for (const _ of [1, 2, 3]) await tasks.open([task('a')]);
      expect(await listed()).toEqual(['a']);
      expect(await itemsOf(store, store.core)).toHaveLength(2);
    });

    it('that were finished are not opened again by an order that is repeated', async () => {
      await tasks.open([task('a')]);
      await tasks.finish(task('a'), dismissed);
      await tasks.unlist(task('a'));
      await tasks.open([task('a')]);
      expect(await listed()).toEqual([]);
      expect(await tasks.get('con_1', 'a')).toEqual({ task: task('a'), finish: dismissed });
      expect(await itemsOf(store, store.core)).toHaveLength(1);
    });

    it('are handed to somebody else and to another day, and are listed there once', async () => {
      await tasks.open([task('a'), task('b', monday + 3 * day)]);
      const to = { assignee: 'Omid', due: monday + 5 * day };
      expect(await tasks.change(task('a'), to)).toBe(true);
      expect(await tasks.listOpen(100)).toEqual([
        task('b', monday + 3 * day),
        { ...task('a'), ...to },
      ]);
      expect(await itemsOf(store, store.core)).toHaveLength(4);
    });

    it('that were moved by somebody who died over it are listed once, where they are due now', async () => {
      await tasks.open([task('a')]);
      const [line] = (await itemsOf(store, store.core)).filter(({ state }) => !state);
      await tasks.change(task('a'), { due: monday + 5 * day });
      await store.client.send(new PutItemCommand({ TableName: store.core, Item: line }));
      expect(await tasks.listOpen(100)).toEqual([task('a', monday + 5 * day)]);
    });

    it('that were finished are handed to nobody', async () => {
      await tasks.open([task('a')]);
      await tasks.finish(task('a'), done);
      expect(await tasks.change(task('a'), { due: monday + 5 * day })).toBe(false);
      expect(await listed()).toEqual([]);
      expect(await tasks.get('con_1', 'a')).toEqual({ task: task('a'), finish: done });
    });

    it('whose opening was cut short are listed when it is repeated', async () => {
      await tasks.open([task('a')]);
      await tasks.unlist(task('a'));
      expect(await listed()).toEqual([]);
      await tasks.open([task('a')]);
      expect(await listed()).toEqual(['a']);
    });

    it('are not listed once they are finished, even before they leave the list', async () => {
      await tasks.open([task('a'), task('b')]);
      await tasks.finish(task('a'), done);
      expect(await listed()).toEqual(['b']);
    });

    it('opened again with another time are listed once, with the time of the first', async () => {
      await tasks.open([task('a')]);
      await tasks.open([{ ...task('a'), due: task('a').due + 1 }]);
      expect(await listed()).toEqual(['a']);
      await tasks.unlist(task('a'));
      expect(await listed()).toEqual([]);
    });

    it('are finished once: who comes later is told how', async () => {
      await tasks.open([task('a')]);
      const both = [done, dismissed].map((finish) => tasks.finish(task('a'), finish));
      const [first, second] = await Promise.all(both);
      expect(first).toEqual(second);
      expect([done, dismissed]).toContainEqual(first?.finish);
      expect(await tasks.finish(task('a'), { ...done, by: 'leo' })).toEqual(first);
    });

    it('that nobody opened are finished by nobody', async () => {
      await expect(tasks.finish(task('a'), done)).rejects.toThrow('There is no task a');
      expect(await itemsOf(store, store.core)).toEqual([]);
    });

    it('leave the list as often as they are told to', async () => {
      await tasks.open([task('a'), task('b')]);
      for (const _ of [1, 2]) await tasks.unlist(task('a'));
      expect(await listed()).toEqual(['b']);
    });

    it('are listed by the hundreds', async () => {
      const many = numbered(250, (n) => task(`tsk_${String(n).padStart(3, '0')}`, monday + n));
      await tasks.open(many);
      expect(await listed(500)).toEqual(idsOf(many));
    });

    it('are nowhere among the contacts', async () => {
      await tasks.open([task('a')]);
      const keys = (await itemsOf(store, store.core)).map(({ pk }) => pk?.S);
      expect(keys.sort()).toEqual(['CT#con_1', 'TASK#OPEN']);
    });
  });
}
