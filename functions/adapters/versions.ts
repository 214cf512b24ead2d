// Versions of campaigns and segments: numbers that are claimed, and marks of those that went live. A number whose writer
// died or lost the race stays unused.
import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { CampaignCard } from '../../workflows/engine/card.ts';
import type { Went } from '../book-ports.ts';
import { Clash } from '../errors.ts';
import { put } from './conditional-put.ts';
import { type Item, writeAll } from './dynamo.ts';
import { keys, type Of } from './keys.ts';
import { pack, unpack } from './packing.ts';

const tries = 30;

export type Versions = ReturnType<typeof createVersions>;

export const createVersions = (client: DynamoDBClient, table: string) => ({
  /** Writes `make(n)` under the first free number from `first` on. */
  claim: async <T>(first: number, keyOf: (version: number) => Item, make: (n: number) => T) => {
    for (let version = first; version < first + tries; version += 1) {
      const written = make(version);
      const Item = { ...keyOf(version), ...pack(written) };
      const isNew = { TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' };
      if (await succeeds(put(client, isNew))) return written;
    }
    throw new Clash(`No free version from ${first} on`);
  },

  /** Notes that these went live, each by the card that says so. */
  mark: (of: Of, all: readonly Went[]): Promise<void> =>
    writeAll(
      client,
      table,
      all.map((went) => ({ ...keys.went(of, went.version), ...pack(went) })),
    ),

  list: async (of: Of): Promise<Went[]> => {
    const found: Went[] = [];
    let from: Item | undefined;
    do {
      const answer = await client.send(
        new QueryCommand({ ...marksOf(table, of), ExclusiveStartKey: from }),
      );
      found.push(...(answer.Items ?? []).map((item) => unpack<Went>(item)));
      from = answer.LastEvaluatedKey;
    } while (from);
    return found;
  },
});

const marksOf = (TableName: string, of: Of) => ({
  TableName,
  KeyConditionExpression: 'pk = :pk AND begins_with(sk, :mark)',
  ExpressionAttributeValues: { ':pk': keys.went(of, 0).pk, ':mark': { S: 'L#' } },
  ConsistentRead: true,
  ScanIndexForward: false,
});

/** The mark of a card's version. */
export const markOf = ({
  version,
  published,
}: Pick<CampaignCard, 'version' | 'published'>): Went => ({
  version,
  ...(published ?? { at: 0, by: '' }),
});

async function succeeds(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof Clash) return false;
    throw error;
  }
}
