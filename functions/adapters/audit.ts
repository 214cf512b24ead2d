// The audit in the core table: one partition for all time, since people change a workspace some times a day.
import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Audit, AuditRow } from '../access-ports.ts';
import { keys } from './keys.ts';
import { pack, unpack } from './packing.ts';
import { readPortion } from './partition.ts';

export const createAudit = (client: DynamoDBClient, table: string): Audit => ({
  put: async (row) => {
    const Item = { ...keys.audit(row.at, row.id), ...pack(row) };
    await client.send(new PutItemCommand({ TableName: table, Item }));
  },
  list: async ({ limit, after }) => {
    const last = after && keys.audit(...after);
    const of = keys.audit(0, '');
    const portion = { table, of, limit, after: last, newestFirst: true, consistent: true };
    return (await readPortion(client, portion)).map((item) => unpack<AuditRow>(item));
  },
});
