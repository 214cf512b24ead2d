// One contact that floods the door. Nobody else's events wait for it, and no client is told to drop a batch.
import { afterEach, expect, test, vi } from 'vitest';
import { createFloodGuard } from '../../functions/use-cases/flood-guard.ts';
import type { Event } from '../../workflows/model/event.ts';
import { batchOf, post, track } from '../support/calls.ts';
import { openDoor } from '../support/door.ts';

const of = (user: string) => ({ user }) as Event;
const burst = 10_000;

afterEach(() => void vi.useRealTimers());

function full(at = 0) {
  const guard = createFloodGuard();
  const passed = Array.from({ length: burst }, () => guard.passes(of('bot'), at));
  expect(passed).not.toContain(false);
  return guard;
}

test('ten thousand events of one contact pass at once, and then ten a second', () => {
  const guard = full();
  expect(guard.passes(of('bot'), 0)).toBe(false);
  const passed = Array.from({ length: 100 }, () => guard.passes(of('bot'), 1_000)).filter(Boolean);
  expect(passed).toHaveLength(10);
});

test('what is not let in does not count: whoever calms down is let in again', () => {
  const guard = full();
  for (let count = 0; count < burst; count += 1) guard.passes(of('bot'), 0);
  expect(guard.passes(of('bot'), 1_000)).toBe(true);
});

test('nobody else is held up, and a clock that goes back lets nobody in early', () => {
  const guard = full(5_000);
  expect(guard.passes(of('sara'), 5_000)).toBe(true);
  expect(guard.passes(of('bot'), 0)).toBe(false);
});

test('a request of nothing but a flood is told when to come back; in a batch the flood is set aside', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_795_345_200_000 });
  const door = openDoor('wk');
  const batch = batchOf(2_500);
  for (let count = 0; count < 4; count += 1) await door.send(post('/v1/batch', { batch }));
  expect(door.events()).toHaveLength(burst);
  const answer = await door.send(post('/v1/track', track));
  expect(answer.statusCode).toBe(429);
  expect(answer.headers).toMatchObject({
    'retry-after': '60',
    'x-ratelimit-reset': '60',
    'access-control-allow-origin': '*',
  });
  const mixed = [track, { ...track, userId: 'sara' }];
  expect((await door.send(post('/v1/batch', { batch: mixed }))).statusCode).toBe(200);
  expect(door.inbox()).toMatchObject([{ events: [{ user: 'sara' }] }]);
  expect(await door.quarantine()).toMatchObject([{ reason: 'Too many events of one contact' }]);
});
