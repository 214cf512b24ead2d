// Tasks in the core table: each beside those of its contact, and while it is open on one list by due date.
// The task itself says whether it is open; the list only saves looking through all of them.
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Task } from '../../workflows/model/order.ts';
import type { Finish, KeptTask } from '../../workflows/model/task.ts';
import type { Tasks } from '../order-ports.ts';
import { type Item, readAll } from './dynamo.ts';
import { keys } from './keys.ts';
import { pack, unpack } from './packing.ts';
import { readPortion } from './partition.ts';

export function createTasks(client: DynamoDBClient, table: string): Tasks {
  const get = async (contact: string, id: string): Promise<KeptTask | undefined> => {
    const request = { TableName: table, Key: keys.task(contact, id), ConsistentRead: true };
    const { Item: item } = await client.send(new GetItemCommand(request));
    return item && unpack<KeptTask>(item);
  };

  /** Whether the condition held. */
  const put = async (kept: KeptTask, condition: Condition): Promise<boolean> => {
    try {
      await client.send(new PutItemCommand({ TableName: table, Item: toItem(kept), ...condition }));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };

  const open = async (task: Task): Promise<void> => {
    const isNew = await put({ task }, { ConditionExpression: 'attribute_not_exists(pk)' });
    const standing = isNew ? { task } : await get(task.contact, task.id);
    if (standing === undefined || standing.finish) return;
    // Sent again with another time it is the task of the first time: it stands on the list once.
    await client.send(new PutItemCommand({ TableName: table, Item: listing(standing.task) }));
  };

  const unlist = unlister(client, table);

  return {
    open: async (tasks) => void (await Promise.all(tasks.map(open))),
    get,
    finish: async (task, finish) => {
      const finished = { task, finish };
      if (await put(finished, whileOpen)) return finished;
      const standing = await get(task.contact, task.id);
      if (!standing?.finish) throw new Error(`There is no task ${task.id}`);
      return standing;
    },
    unlist,
    change: async (task, to) => {
      const changed = { ...task, ...to };
      // It is on the list before and after: who dies in between leaves a line that does not count, for its time is another.
      await client.send(new PutItemCommand({ TableName: table, Item: listing(changed) }));
      const isOpen = await put({ task: changed }, whileOpen);
      if (!isOpen) await unlist(changed);
      else if (changed.due !== task.due) await unlist(task);
      return isOpen;
    },
    listOpen: openLister(client, table),
    ofContact: async (contact, limit, after) => {
      const last = after === undefined ? undefined : keys.task(contact, after);
      const of = keys.task(contact, '');
      const items = await readPortion(client, { table, of, limit, after: last });
      return items.map((item) => unpack<KeptTask>(item));
    },
  };
}

const unlister =
  (client: DynamoDBClient, table: string): Tasks['unlist'] =>
  async ({ due, id }) => {
    const Key = keys.openTask(due, id);
    await client.send(new DeleteItemCommand({ TableName: table, Key }));
  };

function openLister(client: DynamoDBClient, table: string): Tasks['listOpen'] {
  /** One that was finished or moved a moment ago may be listed still where it was. */
  const stillOpen = async (listed: readonly Item[]): Promise<Task[]> => {
    const lines = new Set(listed.map(({ sk }) => sk?.S));
    const once = new Map(listed.map((one) => [one.id?.S ?? '', one.contact?.S ?? '']));
    const at = [...once].map(([id, contact]) => keys.task(contact, id));
    const found = (await readAll(client, table, at)).map((item) => unpack<KeptTask>(item));
    const open = found.flatMap(({ task, finish }) =>
      !finish && lines.has(keys.openTask(task.due, task.id).sk.S) ? [task] : [],
    );
    return open.sort((a, b) => a.due - b.due || (a.id < b.id ? -1 : 1));
  };

  return async (limit, after) => {
    const open: Task[] = [];
    let last: Item | undefined = after && keys.openTask(after.due, after.id);
    do {
      const listed = await readPortion(client, { table, of: openList, limit, after: last });
      open.push(...(await stillOpen(listed)));
      const end = listed.length < limit ? undefined : listed.at(-1);
      last = end && keyOf(end);
    } while (last && open.length < limit);
    return open.slice(0, limit);
  };
}

type Condition = Pick<
  ConstructorParameters<typeof PutItemCommand>[0],
  'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
>;

const whileOpen: Condition = {
  ConditionExpression: '#state = :open',
  ExpressionAttributeNames: { '#state': 'state' },
  ExpressionAttributeValues: { ':open': { S: 'open' } },
};

const toItem = (kept: KeptTask): Item => ({
  ...keys.task(kept.task.contact, kept.task.id),
  state: { S: stateOf(kept.finish) },
  ...pack(kept),
});

const stateOf = (finish: Finish | undefined) => finish?.state ?? 'open';

const listing = ({ contact, id, due }: Task): Item => ({
  ...keys.openTask(due, id),
  contact: { S: contact },
  id: { S: id },
});

const keyOf = ({ pk, sk }: Item): Item => ({ ...(pk && { pk }), ...(sk && { sk }) });

const openList = keys.openTask(0, '');
