// Events as advance finds them in its queue, handed to any of its instances.
import type { Event } from '../../workflows/model/event.ts';
import type { FunctionName } from './builders.ts';
import type { World } from './world.ts';

export const happened = (world: World, given: Partial<Event> = {}): Event => ({
  id: crypto.randomUUID(),
  type: 'track',
  name: 'Order Completed',
  properties: { number: '1' },
  timestamp: world.now(),
  receivedAt: world.now(),
  source: 'test',
  ...given,
});

/** One record with all of them. */
export const envelope = (...events: readonly Event[]) => JSON.stringify({ detail: { events } });

interface Runs {
  run(payload: unknown): Promise<unknown>;
}

/** Hands bodies over as one batch; answers how many of them have to come again. */
export async function hand(to: Runs, ...bodies: readonly string[]): Promise<number> {
  const Records = bodies.map((body, at) => ({ messageId: String(at), body }));
  const answer = (await to.run({ Records })) as { batchItemFailures: unknown[] };
  return answer.batchItemFailures.length;
}

/** Takes what a function could not do out of its dead-letter queue. */
export const deadLetters = (world: World, of: FunctionName): string[] =>
  world.queues.receive(world.deadLetterQueueOf(of), 100).map(({ body }) => body);
