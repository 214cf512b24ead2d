// A process to be killed: writes items and mails, and says on its output what was acknowledged.
import { join } from 'node:path';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { openOutbox } from '../../infra/local/outbox.ts';
import { key, localDynamoDb } from './local-dynamodb.ts';

const [, , folder = ''] = process.argv;
const { client } = localDynamoDb(join(folder, 'tables.db'));
const outbox = openOutbox(join(folder, 'outbox.db'));

for (let i = 0; ; i += 1) {
  await client.send(new PutItemCommand({ TableName: 'core', Item: key(`C#${i}`) }));
  const raw = Buffer.from(`Subject: ${i}\r\n\r\n`);
  outbox.add({
    id: `m${i}`,
    from: 'a@example.com',
    to: ['b@example.com'],
    sentAt: i,
    tags: {},
    raw,
  });
  process.stdout.write(`${i}\n`);
}
