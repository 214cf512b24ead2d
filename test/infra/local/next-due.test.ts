import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { alarmShard, keys } from '../../../functions/adapters/keys.ts';
import { createNextDue } from '../../../infra/local/next-due.ts';
import { localDynamoDb } from '../../support/local-dynamodb.ts';

const minute = 60_000;
const at = Date.parse('2026-03-01T10:00:00Z');
let nextDue: () => Promise<number | undefined>;
let put: (item: Record<string, { S: string } | { N: string }>) => Promise<unknown>;

beforeEach(() => {
  const { dynamodb, client } = localDynamoDb();
  nextDue = createNextDue(dynamodb, 'core');
  put = (Item) => client.send(new PutItemCommand({ TableName: 'core', Item }));
});

describe('the next instant at which the tick finds work', () => {
  it('is unknown while nothing waits', async () => {
    await put(keys.contact('con_a'));
    expect(await nextDue()).toBeUndefined();
  });

  it('is a minute before the earliest alarm: so far ahead it looks', async () => {
    await put(keys.alarm(at + 90 * minute, 'con_b'));
    await put(keys.alarm(at, 'con_a'));
    expect(await nextDue()).toBe(at - minute);
  });

  it('passes over what its shard has already swept', async () => {
    await put(keys.alarm(at, 'con_a'));
    await put({ ...keys.watermark(alarmShard('con_a')), at: { N: String(at) } });
    expect(await nextDue()).toBeUndefined();
    await put(keys.alarm(at, 'con_b'));
    expect(await nextDue()).toBe(at - minute);
  });

  it('is when a mail in doubt may be resolved', async () => {
    await put(keys.doubt(at, 'msg_a'));
    await put(keys.resolved(at - minute, 'msg_b'));
    expect(await nextDue()).toBe(at);
  });

  it('is when the first of what is scheduled falls due', async () => {
    await put({ ...keys.schedule('R#news'), due: { N: String(at + minute) } });
    await put({ ...keys.schedule('W#job_1'), due: { N: String(at) } });
    expect(await nextDue()).toBe(at);
  });
});
