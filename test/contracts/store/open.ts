// A store under test: a DynamoDB client, and the names of three empty tables.
import { randomBytes } from 'node:crypto';
import { type AttributeValue, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';

export interface Store {
  readonly client: DynamoDBClient;
  readonly core: string;
  readonly activity: string;
  readonly work: string;
}

export type OpenStore = () => Promise<Store>;

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
/** A Monday at nine. */
export const monday = Date.UTC(2026, 0, 5, 9);

/** Everything in a table, for promises about what is not there. */
export async function itemsOf(
  { client }: Store,
  TableName: string,
): Promise<Record<string, AttributeValue>[]> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName, ConsistentRead: true }));
  return Items;
}

export const outcomes = async <T>(work: readonly Promise<T>[]) => {
  const settled = await Promise.allSettled(work);
  return {
    won: settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
    lost: settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : [])),
  };
};

export const numbered = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** Text that packing makes smaller by a quarter, and no more. */
export const noise = (length: number): string =>
  randomBytes(Math.ceil((length * 3) / 4))
    .toString('base64url')
    .slice(0, length);
