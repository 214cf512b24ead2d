// Contacts in the core table: one packed item each, written only on top of the revision that was read.
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { Clash } from '../errors.ts';
import type { Contacts, StoredContact } from '../ports.ts';
import { readAll } from './dynamo.ts';
import { keys } from './keys.ts';
import { pack, unpack } from './packing.ts';

export const createContacts = (client: DynamoDBClient, table: string): Contacts => ({
  load: async (ids, { consistent }) => {
    const items = await readAll(client, table, ids.map(keys.contact), consistent);
    const stored = items.map((item) => unpack<StoredContact>(item));
    return new Map(stored.map((one) => [one.contact.id, one]));
  },

  save: async (stored) => {
    const { id, revision } = stored.contact;
    const known = revision - 1;
    const condition =
      known === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: 'rev = :known',
            ExpressionAttributeValues: { ':known': { N: String(known) } },
          };
    const Item = { ...keys.contact(id), rev: { N: String(revision) }, ...pack(stored) };
    try {
      await client.send(new PutItemCommand({ TableName: table, Item, ...condition }));
    } catch (cause) {
      if (cause instanceof ConditionalCheckFailedException)
        throw new Clash(`${id} has moved on from revision ${known}`, { cause });
      throw cause;
    }
  },
});
