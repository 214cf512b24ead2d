// Accounts in the core table: each with its members in a partition of its own, and all of them in a list by id.
import { DeleteItemCommand, type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Account } from '../../workflows/model/account.ts';
import type { Accounts, Joined, Tellings } from '../account-ports.ts';
import type { Now } from '../ports.ts';
import { onRevision, put } from './conditional-put.ts';
import { readAll } from './dynamo.ts';
import { keys } from './keys.ts';
import { pack, unpack } from './packing.ts';
import { readFrom, readPortion } from './partition.ts';
import { sendAll } from './sqs.ts';

export const createAccounts = (client: DynamoDBClient, table: string): Accounts => ({
  get: async (id) => {
    const request = { TableName: table, Key: keys.account(id), ConsistentRead: true };
    const { Item } = await client.send(new GetItemCommand(request));
    return Item && unpack<Account>(Item);
  },

  save: async (account) => {
    const { id, revision } = account;
    // In the list first: who is in it and not there yet is left out when it is read.
    if (revision === 1) await put(client, { TableName: table, Item: keys.listedAccount(id) });
    const Item = { ...keys.account(id), rev: { N: String(revision) }, ...pack(account) };
    await put(client, { TableName: table, Item, ...onRevision(revision - 1) });
  },

  list: async ({ limit, after }) => {
    const of = keys.listedAccount('');
    const last = after === undefined ? undefined : keys.listedAccount(after);
    const listed = await readPortion(client, { table, of, limit, after: last });
    const found = await readAll(
      client,
      table,
      listed.map(({ sk }) => keys.account(sk?.S ?? '')),
    );
    return found.map((item) => unpack<Account>(item)).sort((a, b) => (a.id < b.id ? -1 : 1));
  },

  // Of a member the contact's side is there as long as the account's is: an erasure finds every member by it.
  join: async (joined) => {
    const { account, contact } = joined;
    const Item = { ...keys.membership(contact, account), ...pack(joined) };
    await put(client, { TableName: table, Item });
    await put(client, { TableName: table, Item: keys.member(account, contact) });
  },

  leave: async ({ account, contact }) => {
    for (const Key of [keys.member(account, contact), keys.membership(contact, account)])
      await client.send(new DeleteItemCommand({ TableName: table, Key }));
  },

  joinedBy: async (contact) => {
    const items = await readFrom(client, table, keys.membership(contact, ''));
    return items.map((item) => unpack<Joined>(item));
  },

  members: async (account, { limit, after }) => {
    const of = keys.member(account, '');
    const last = after === undefined ? undefined : keys.member(account, after);
    // Whoever is told of a change must not be missed for having come just now.
    const items = await readPortion(client, { table, of, limit, after: last, consistent: true });
    return items.map(({ sk }) => sk?.S ?? '');
  },
});

interface TellingQueue {
  readonly sqs: SQSClient;
  readonly queueUrl: string;
  readonly now: Now;
}

/** At most fifteen minutes ahead. */
export const createTellings = ({ sqs, queueUrl, now }: TellingQueue): Tellings => ({
  send: (members, at) => {
    const delay = Math.max(0, Math.ceil((at - now()) / 1000));
    return sendAll(sqs, queueUrl, [{ body: JSON.stringify({ members }), delay }]);
  },
});
