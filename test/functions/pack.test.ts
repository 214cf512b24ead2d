import { expect, test } from 'vitest';
import { envelopeBytes } from '../../workflows/model/event.ts';
import { openDoor } from '../support/door.ts';

const event = (id: string, size = 0) => ({
  id,
  type: 'track',
  name: 'Order Completed',
  user: 'u1',
  properties: { text: 'é'.repeat(size / 2) },
  timestamp: 0,
  receivedAt: 0,
  source: 'segment',
});
const record = (messageId: string, ...events: object[]) => ({
  messageId,
  body: JSON.stringify({ events }),
});
const numbered = (count: number, size = 0) =>
  Array.from({ length: count }, (_, index) => record(`r${index}`, event(`e${index}`, size)));
const ids = (door: ReturnType<typeof openDoor>) =>
  door.onBus().flatMap(({ events }) => events.map(({ id }) => id));

test('a hundred single events leave as one envelope, each once', async () => {
  const door = openDoor();
  expect(await door.pack(numbered(100))).toEqual({ batchItemFailures: [] });
  expect(door.entries).toHaveLength(1);
  expect(ids(door).sort()).toEqual(
    numbered(100)
      .map(({ messageId }) => messageId.replace('r', 'e'))
      .sort(),
  );
});

test('no envelope is larger than one chunk, counted in bytes', async () => {
  const door = openDoor();
  await door.pack(numbered(20, 20_000));
  expect(door.entries).toHaveLength(10);
  for (const { Detail } of door.entries)
    expect(Buffer.byteLength(Detail)).toBeLessThanOrEqual(envelopeBytes);
});

test('records of several events stay whole', async () => {
  const door = openDoor();
  await door.pack([record('r1', event('a'), event('b')), record('r2', event('c'))]);
  expect(ids(door)).toEqual(['a', 'b', 'c']);
});

test('a record that is no envelope is brought back alone', async () => {
  const door = openDoor();
  const bad = ['', 'x', '{}', '{"events":[]}', '{"events":[{]}', '{"events":[1],"x":[2]}'].map(
    (body, index) => ({ messageId: `bad${index}`, body }),
  );
  const answer = await door.pack([...bad.slice(0, 3), record('good', event('a')), ...bad.slice(3)]);
  expect(answer).toEqual({
    batchItemFailures: bad.map(({ messageId }) => ({ itemIdentifier: messageId })),
  });
  expect(ids(door)).toEqual(['a']);
});

test('when the bus takes nothing every record is brought back', async () => {
  const door = openDoor();
  door.broken.add('events');
  const answer = (await door.pack(numbered(3))) as { batchItemFailures: unknown[] };
  expect(answer.batchItemFailures).toHaveLength(3);
});
