// Versions of campaigns and segments: numbers that are claimed, and marks of those that went live. A number whose writer
// died or lost the race stays unused.
import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { CampaignCard } from '../../workflows/engine/card.ts';
import type { Went } from '../book-ports.ts';
import { Clash, wins } from '../errors.ts';
import { put } from './conditional-put.ts';
import { type Item, writeAll } from './dynamo.ts';
import { keys, type Of } from './keys.ts';
import { pack, unpack } from './packing.ts';

type Card = Pick<CampaignCard, 'version' | 'published'>;

const tries = 30;

export function createVersions(client: DynamoDBClient, table: string) {
  const list = async (of: Of): Promise<Went[]> => {
    const found: Went[] = [];
    let from: Item | undefined;
    do {
      const request = { ...marksOf(table, of), ExclusiveStartKey: from };
      const answer = await client.send(new QueryCommand(request));
      found.push(...(answer.Items ?? []).map((item) => unpack<Went>(item)));
      from = answer.LastEvaluatedKey;
    } while (from);
    return found;
  };

  /** Above the live one; of what was deleted, above all that ever went live. */
  const nextOf = async (of: Of, card: Card | undefined): Promise<number> =>
    ((card ?? (await list(of))[0])?.version ?? 0) + 1;

  return {
    /** Those that went live, the newest first. */
    list,

    /** Writes `make(n)` under the first free number. */
    claim: async <T>(of: Of, card: Card | undefined, make: (version: number) => T): Promise<T> => {
      const first = await nextOf(of, card);
      for (let version = first; version < first + tries; version += 1) {
        const written = make(version);
        const Item = { ...keys.versionOf(of, version), ...pack(written) };
        const isNew = { TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' };
        if (await wins(put(client, isNew))) return written;
      }
      throw new Clash(`No free version from ${first} on`);
    },

    /** Notes that these went live. */
    mark: (of: Of, cards: readonly Card[]): Promise<void> =>
      writeAll(
        client,
        table,
        cards.map((card) => ({ ...keys.went(of, card.version), ...pack(markOf(card)) })),
      ),
  };
}

const marksOf = (TableName: string, of: Of) => ({
  TableName,
  KeyConditionExpression: 'pk = :pk AND begins_with(sk, :mark)',
  ExpressionAttributeValues: { ':pk': keys.went(of, 0).pk, ':mark': { S: 'L#' } },
  ConsistentRead: true,
  ScanIndexForward: false,
});

const markOf = ({ version, published }: Card): Went => ({
  version,
  ...(published ?? { at: 0, by: '' }),
});
