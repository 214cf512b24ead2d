// Reads DynamoDB requests and answers for what the front needs to know: which tables, what is billed,
// and the item that made a condition fail.
import { AwsError } from '../aws-error.ts';
import type { Item } from '../item-store.ts';
import type { Meter } from '../meter.ts';
import type { Input, Output } from '../protocol.ts';
import { capacityUnits, createKey, type DynaliteStore } from './dynalite.ts';

export function tablesOf({ TableName, RequestItems }: Input): readonly string[] {
  return RequestItems ? Object.keys(RequestItems) : [String(TableName)];
}

interface Capacity {
  readonly TableName: string;
  readonly CapacityUnits: number;
}

const reads = new Set(['GetItem', 'BatchGetItem', 'Query', 'Scan']);

export function billed(operation: string, { ConsumedCapacity }: Output) {
  const consumed = [ConsumedCapacity ?? []].flat() as unknown as readonly Capacity[];
  return consumed.map(({ TableName, CapacityUnits }) =>
    reads.has(operation)
      ? { table: TableName, read: Math.max(CapacityUnits, 0.5) }
      : { table: TableName, write: CapacityUnits },
  );
}

export const countingCapacity = (input: Input): Input => ({
  ...input,
  ReturnConsumedCapacity: input.ReturnConsumedCapacity === 'INDEXES' ? 'INDEXES' : 'TOTAL',
});

export function withoutCapacity({ ConsumedCapacity, ...output }: Output): Output {
  return output;
}

/**
 * A failed condition is billed like a write of the item that was there, and hands that item out if
 * asked to.
 */
export function conditionFailed(input: Input, store: DynaliteStore, meter: Meter | undefined) {
  return (error: unknown): unknown => {
    if (!(error instanceof AwsError) || error.code !== 'ConditionalCheckFailedException')
      return error;
    const table = String(input.TableName);
    const Item = read(store, table, (input.Key ?? input.Item) as Item);
    meter?.table(table, { write: capacityUnits(Item, false, true) });
    if (input.ReturnValuesOnConditionCheckFailure !== 'ALL_OLD' || !Item) return error;
    return new AwsError(error.code, error.message, { ...error.details, members: { Item } });
  };
}

function read(store: DynaliteStore, table: string, key: Item): Item | undefined {
  let found: Item | undefined;
  store.getTable(table, (_, definition) => {
    if (definition) found = store.getItemDb(table).read(createKey(key, definition));
  });
  return found;
}
