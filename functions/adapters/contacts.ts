// Contacts in the core table: one packed item each, written only on top of the revision that was read.
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Contacts, StoredContact } from '../ports.ts';
import { onRevision, put } from './conditional-put.ts';
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
    const Item = { ...keys.contact(id), rev: { N: String(revision) }, ...pack(stored) };
    await put(client, { TableName: table, Item, ...onRevision(revision - 1) });
  },
});
