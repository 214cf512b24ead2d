import type { EventBridgeClient, PutEventsCommandInput } from '@aws-sdk/client-eventbridge';
import { expect, test } from 'vitest';
import { createBus } from '../../../functions/adapters/bus.ts';
import { packEnvelopes } from '../../../functions/use-cases/pack-envelopes.ts';

type Entries = NonNullable<PutEventsCommandInput['Entries']>;

/** A bus that refuses an entry as long as `refuses` says so of its text. */
function busThat(refuses: (detail: string, call: number) => boolean) {
  const calls: Entries[] = [];
  const client = {
    send: async ({ input }: { input: PutEventsCommandInput }) => {
      const entries = input.Entries ?? [];
      const call = calls.push(entries);
      return {
        Entries: entries.map(({ Detail = '' }, index) =>
          refuses(Detail, call) ? { ErrorCode: 'ThrottlingException' } : { EventId: String(index) },
        ),
      };
    },
  };
  return { calls, bus: createBus(client as unknown as EventBridgeClient, 'bus') };
}

const envelopes = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ json: `{"n":${index}}`, items: [index] }));

test('only the refused entries are put again', async () => {
  const { bus, calls } = busThat((detail, call) => detail.includes('3') && call < 3);
  expect(await bus.keep(envelopes(5))).toEqual([]);
  expect(calls.map((entries) => entries.map(({ Detail }) => Detail))).toEqual([
    envelopes(5).map(({ json }) => json),
    ['{"n":3}'],
    ['{"n":3}'],
  ]);
});

test('an entry that stays refused is given back, and nothing else', async () => {
  const { bus } = busThat((detail) => detail.includes('3'));
  expect((await bus.keep(envelopes(5))).map(({ items }) => items)).toEqual([[3]]);
});

test('a call carries at most ten entries', async () => {
  const { bus, calls } = busThat(() => false);
  await bus.keep(envelopes(25));
  expect(calls.map((entries) => entries.length)).toEqual([10, 10, 5]);
});

test('exactly the records of a refused envelope are brought back', async () => {
  const { bus } = busThat((detail) => detail.includes('"e1"'));
  const large = 'x'.repeat(35_000);
  const body = (id: string, text: string) => JSON.stringify({ events: [{ id, text }] });
  const records = [
    { messageId: 'r0', body: body('e0', large) },
    { messageId: 'r1', body: body('e1', large) },
    { messageId: 'r2', body: body('e2', '') },
    { messageId: 'r3', body: body('e3', large) },
  ];
  expect(await packEnvelopes(records, bus)).toEqual(['r1']);
});
