// Drafts of campaigns in the core table: each an item beside its campaign's versions, and a line in one list. Refuses
// what an item cannot hold.
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import type { Draft, DraftLine, Drafts } from '../book-ports.ts';
import { onRevision, put } from './conditional-put.ts';
import type { Item } from './dynamo.ts';
import { keys } from './keys.ts';
import { pack, packWithin, unpack } from './packing.ts';

export const createDrafts = (client: DynamoDBClient, table: string): Drafts => ({
  get: async (campaign) => {
    const request = { TableName: table, Key: keys.draft(campaign), ConsistentRead: true };
    const { Item } = await client.send(new GetItemCommand(request));
    return Item && unpack<Draft>(Item);
  },

  save: async (campaign, draft) => {
    const packed = packWithin(draft, 'The draft');
    const rev = { N: String(draft.revision) };
    const Item = { ...keys.draft(campaign), rev, ...packed };
    await put(client, { TableName: table, Item, ...onRevision(draft.revision - 1) });
    const { campaign: _, templates: __, ...line } = draft;
    const listed = { ...keys.listedDraft(campaign), ...pack({ ...line, campaign }) };
    await put(client, { TableName: table, Item: listed });
  },

  remove: async (campaign, revision) => {
    const removed = await remove(client, {
      TableName: table,
      Key: keys.draft(campaign),
      ...onRevision(revision),
    });
    if (removed) await remove(client, { TableName: table, Key: keys.listedDraft(campaign) });
    return removed;
  },

  list: async () => {
    const found: DraftLine[] = [];
    let from: Item | undefined;
    do {
      const answer = await client.send(
        new QueryCommand({ ...allOf(table), ExclusiveStartKey: from }),
      );
      found.push(...(answer.Items ?? []).map((item) => unpack<DraftLine>(item)));
      from = answer.LastEvaluatedKey;
    } while (from);
    return found;
  },
});

async function remove(
  client: DynamoDBClient,
  input: ConstructorParameters<typeof DeleteItemCommand>[0],
): Promise<boolean> {
  try {
    await client.send(new DeleteItemCommand(input));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

const allOf = (TableName: string) => ({
  TableName,
  KeyConditionExpression: 'pk = :pk',
  ExpressionAttributeValues: { ':pk': keys.listedDraft('').pk },
  ConsistentRead: true,
});
