// DynamoDB for the template's tables. No secondary indexes, no transactions, no streams: what the
// design does not use is refused by name.
import { AwsError } from '../aws-error.ts';
import type { Operation, Service } from '../gateway.ts';
import { type Item, type Items, openItems, type TableDefinition } from '../item-store.ts';
import type { Meter } from '../meter.ts';
import { type Input, jsonProtocol, type Output } from '../protocol.ts';
import {
  createKey,
  type DynaliteStore,
  operation,
  type Run,
  resourceNotFound,
} from './dynalite.ts';
import {
  billed,
  conditionFailed,
  countingCapacity,
  tablesOf,
  withoutCapacity,
} from './dynamodb-requests.ts';

export interface DynamoDb extends Service {
  /** Opens the table, making it if it is new. `timeToLive` names the attribute that expires items. */
  createTable(definition: TableDefinition, timeToLive?: string): void;
  /** Writes items past all checks and meters, in one transaction: for filling large tables. */
  load(table: string, items: Iterable<Item>): void;
  /** Deletes what its table's time to live has ended for; DynamoDB does so within days. */
  expire(): number;
  /** The lowest sort key above `after` in partitions like that (a glob): for looking ahead, not for functions. */
  lowest(table: string, like: string, after: string): string | undefined;
  close(): void;
}

interface DynamoDbParts {
  /** A path or ':memory:'. */
  readonly file: string;
  readonly now: () => number;
  readonly arn: (table: string) => string;
  readonly meter?: Meter;
}

interface Table {
  readonly definition: TableDefinition;
  readonly items: Items;
  readonly timeToLive: string | undefined;
}

const names = {
  GetItem: 'getItem',
  BatchGetItem: 'batchGetItem',
  PutItem: 'putItem',
  UpdateItem: 'updateItem',
  DeleteItem: 'deleteItem',
  BatchWriteItem: 'batchWriteItem',
  Query: 'query',
  Scan: 'scan',
};

export function openDynamoDb({ file, now, arn, meter }: DynamoDbParts): DynamoDb {
  const disk = openItems(file);
  const tables = new Map<string, Table>();
  const store = dynaliteStore(tables);

  const operationOf = (name: string, run: Run): Operation => ({
    needs: (input) =>
      tablesOf(input).map((table) => ({ action: `dynamodb:${name}`, resource: arn(table) })),
    perform: (input) => performing(name, run, input),
  });

  async function performing(name: string, run: Run, input: Input): Promise<Output> {
    refuseWhatIsNotUsed(input);
    const output = await run(store, countingCapacity(input), conditionFailed(input, store, meter));
    for (const { table, ...units } of billed(name, output)) meter?.table(table, units);
    return input.ReturnConsumedCapacity ? output : withoutCapacity(output);
  }

  /** The batch is one write to disk: dynalite finishes on this store before it returns. */
  const atOnce =
    (run: Run): Run =>
    (...call) =>
      disk.transaction(() => run(...call));
  const adapted: Readonly<Record<string, (run: Run) => Run>> = {
    BatchWriteItem: atOnce,
    BatchGetItem: inLargeAnswers,
  };
  const runOf = (name: string, file: string): Run =>
    (adapted[name] ?? ((run) => run))(operation(file));

  return {
    protocol: jsonProtocol('1.0'),
    operations: {
      ...Object.fromEntries(
        Object.entries(names).map(([name, file]) => [name, operationOf(name, runOf(name, file))]),
      ),
      DescribeTable: describing(tables, arn),
    },
    ...housekeeping(tables, disk, now),
  };
}

/** An answer holds 16 MB. dynalite ends it at 1 MB and one item of the largest size: so that size is 15 MB here. */
const inLargeAnswers =
  (run: Run): Run =>
  (store, ...call) =>
    run({ ...store, options: { maxItemSize: 15 * 1024 * 1024 } }, ...call);

/** Of a table only its size is told; DynamoDB's own figure may be six hours old. */
const describing = (tables: ReadonlyMap<string, Table>, arn: DynamoDbParts['arn']): Operation => ({
  needs: ({ TableName }) => [
    { action: 'dynamodb:DescribeTable', resource: arn(String(TableName)) },
  ],
  perform: ({ TableName }) => {
    const table = tables.get(String(TableName));
    if (!table) throw resourceNotFound(String(TableName));
    return { Table: { TableName, ItemCount: table.items.count() } };
  },
});

type Disk = ReturnType<typeof openItems>;

/** What the machine itself does with the tables. */
function housekeeping(tables: Map<string, Table>, disk: Disk, now: () => number) {
  const find = (name: string): Table => {
    const table = tables.get(name);
    if (!table) throw resourceNotFound(name);
    return table;
  };
  return {
    createTable(definition: TableDefinition, timeToLive?: string) {
      const items = disk.table(definition.TableName);
      tables.set(definition.TableName, { definition, items, timeToLive });
    },
    load(name: string, loaded: Iterable<Item>) {
      const { items, definition } = find(name);
      disk.transaction(() => {
        for (const item of loaded) items.write(createKey(item, definition), item);
      });
    },
    expire: () =>
      [...tables.values()].reduce(
        (sum, { items, timeToLive }) => sum + (timeToLive ? items.expire(timeToLive, now()) : 0),
        0,
      ),
    lowest(name: string, like: string, after: string) {
      const { items, definition } = find(name);
      const keys = definition.KeySchema.map(({ AttributeName }) => AttributeName);
      return items.lowest(keys, like, after);
    },
    close: () => disk.close(),
  };
}

function dynaliteStore(tables: ReadonlyMap<string, Table>): DynaliteStore {
  return {
    options: { maxItemSize: 400 * 1024 },
    getTable(name, done) {
      const table = tables.get(name);
      if (table) done(null, table.definition);
      else done(dynaliteError(name));
    },
    getItemDb: (name) => (tables.get(name) as Table).items,
  };
}

const dynaliteError = (name: string) =>
  resourceNotFound(`Requested resource not found: Table: ${name} not found`);

function refuseWhatIsNotUsed(input: Input): void {
  if (input.IndexName)
    throw new AwsError(
      'ValidationException',
      `The local DynamoDB has no secondary indexes; this call asks for ${input.IndexName}`,
    );
}
