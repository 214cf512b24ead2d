// Texts by which contacts are found, in the core table: under the first two letters of each, in the order of the rest.
// Beside the contact stands what it was ever found by, written first: an erasure finds every line by it.
import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Finder, Found } from '../finding-ports.ts';
import { deleteAll, type Item, writeAll } from './dynamo.ts';
import { keys } from './keys.ts';
import { pack, unpack } from './packing.ts';
import { readFrom } from './partition.ts';

export const createFinder = (client: DynamoDBClient, table: string): Finder => ({
  change: async (changes) => {
    const grown = changes.filter(({ add }) => add.length > 0);
    const notes = grown.map(({ contact, revision, add }) => ({
      ...keys.foundBy(contact, revision),
      ...pack(add),
    }));
    await writeAll(client, table, notes);
    await writeAll(
      client,
      table,
      grown.flatMap(({ contact, add }) => linesOf(contact, add)),
    );
    await deleteAll(
      client,
      table,
      changes.flatMap(({ contact, drop }) => linesOf(contact, drop)),
    );
  },

  find: async (beginning, { limit, after }) => {
    const last = after && keys.found(after.text, after.contact);
    const { pk, sk } = keys.found(beginning, '');
    const answer = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :beginning)',
        ExpressionAttributeValues: { ':pk': pk, ':beginning': { S: sk.S.slice(0, -1) } },
        ExclusiveStartKey: last,
        Limit: limit,
      }),
    );
    return (answer.Items ?? []).map(foundIn);
  },

  forget: async (contact, keeps) => {
    const notes = await readFrom(client, table, keys.foundBy(contact, 0));
    const kept = new Set(await keeps());
    const textsOf = (note: Item) => unpack<readonly string[]>(note).filter((one) => !kept.has(one));
    const gone = new Set(notes.flatMap(textsOf));
    await deleteAll(client, table, linesOf(contact, [...gone]));
    const empty = notes.filter((note) => textsOf(note).length === unpack<string[]>(note).length);
    await deleteAll(client, table, empty.map(keyOf));
  },
});

const linesOf = (contact: string, texts: readonly string[]) =>
  texts.map((text) => keys.found(text, contact));

/** No id has the separator in it; a text may. */
function foundIn({ sk }: Item): Found {
  const line = sk?.S ?? '';
  const end = line.lastIndexOf('#');
  return { text: line.slice(0, end), contact: line.slice(end + 1) };
}

const keyOf = ({ pk, sk }: Item): Item => ({ ...(pk && { pk }), ...(sk && { sk }) });
