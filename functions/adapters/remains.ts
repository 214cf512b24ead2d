// Removes what is kept of a person outside of the contact: rows, tasks, mails in doubt, what was rejected, and keys.
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../workflows/model/time.ts';
import type { Remains } from '../erasure-ports.ts';
import type { Doubt, Resolved } from '../sending-ports.ts';
import { deleteAll, type Item } from './dynamo.ts';
import { keys } from './keys.ts';
import { removeArrivals } from './latest-arrivals.ts';
import { unpack } from './packing.ts';
import { readFrom } from './partition.ts';
import { blankQuarantined } from './quarantine-blanks.ts';

interface Tables {
  readonly core: string;
  readonly activity: string;
  readonly work: string;
}

export const createRemains = (client: DynamoDBClient, tables: Tables): Remains => ({
  placeOf: (key) => keys.identity(key).pk.S,

  rows: (rows) =>
    deleteAll(
      client,
      tables.activity,
      rows.map(({ contact, at, kind, id }) => keys.timeline(contact, at, `${kind}#${id}`)),
    ),

  consents: (records) =>
    deleteAll(
      client,
      tables.activity,
      records.map(({ contact, recorded_at, id }) => keys.consent(contact, recorded_at, id)),
    ),

  tasks: async (tasks) => {
    const listed = tasks.map(({ task }) => keys.openTask(task.due, task.id));
    const own = tasks.map(({ task }) => keys.task(task.contact, task.id));
    await deleteAll(client, tables.core, [...listed, ...own]);
  },

  doubts: (contacts, upTo) => removeDoubts(client, tables.work, { contacts, upTo }),

  quarantined: (day, isTheirs, after) =>
    blankQuarantined(client, { table: tables.work, day, isTheirs, after }),

  arrivals: (contacts, now) => removeArrivals(client, tables.work, { contacts, now }),

  identities: async (places, contacts) => {
    const held = contacts.map((contact, at) => [`:c${at}`, { S: contact }] as const);
    for (const place of places) {
      const request = {
        TableName: tables.core,
        Key: { ...keys.identity(':'), pk: { S: place } },
        ConditionExpression: `contact IN (${held.map(([name]) => name).join(', ')})`,
        ExpressionAttributeValues: Object.fromEntries(held),
      };
      await client.send(new DeleteItemCommand(request)).catch(unlessHeldByOthers);
    }
  },
});

interface Whose {
  readonly contacts: ReadonlySet<string>;
  readonly upTo: Instant;
}

async function removeDoubts(
  client: DynamoDBClient,
  table: string,
  { contacts, upTo }: Whose,
): Promise<void> {
  const open = await readFrom(client, table, keys.doubt(0, ''));
  const closed = await readFrom(client, table, keys.resolved(0, ''));
  const all = [
    ...open.map((item) => ({ item, doubt: unpack<Doubt>(item) })),
    ...closed.map((item) => ({ item, doubt: unpack<Resolved>(item).doubt })),
  ];
  const theirs = all.filter(
    ({ doubt: { message } }) => contacts.has(message.contact) && message.requestedAt <= upTo,
  );
  await deleteAll(
    client,
    table,
    theirs.map(({ item }) => keyOf(item)),
  );
}

const keyOf = ({ pk, sk }: Item): Item => ({ ...(pk && { pk }), ...(sk && { sk }) });

function unlessHeldByOthers(error: unknown): void {
  if (!(error instanceof ConditionalCheckFailedException)) throw error;
}
