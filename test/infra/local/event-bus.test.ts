import { beforeEach, describe, expect, it } from 'vitest';
import { type BusEvent, createEventBus, type EventRule } from '../../../infra/local/event-bus.ts';
import type { Queues } from '../../../infra/local/queue.ts';
import { testQueues } from '../../support/queues.ts';

const clock = { now: Date.parse('2026-03-01T10:00:00.500Z') };
const toWork = { Id: 'Target0', Arn: 'arn:aws:sqs:us-east-1:000000000000:work' };
const toSlow = { Id: 'Target1', Arn: 'arn:aws:sqs:us-east-1:000000000000:slow' };
const toWatch = { Id: 'Target0', Arn: 'arn:aws:lambda:us-east-1:000000000000:function:watch' };
const received: EventRule = {
  name: 'received',
  bus: 'main',
  pattern: { 'detail-type': ['Events Received'] },
  targets: [toWork],
};

let queues: Queues;
let invoked: BusEvent[];
let failures: number;
let succeed = () => {};

function bus(...rules: EventRule[]) {
  return createEventBus({
    queues,
    buses: ['default', 'main'],
    rules,
    now: () => clock.now,
    region: 'us-east-1',
    account: '000000000000',
    invoke: async (_arn, event) => {
      invoked.push(event);
      failures -= 1;
      if (failures >= 0) throw new Error('not yet');
      succeed();
    },
  });
}

const entry = {
  Source: 'perennial.ingest',
  DetailType: 'Events Received',
  Detail: '{"events":[]}',
};
const bodies = (queue: string) => queues.receive(queue, 10).map(({ body }) => JSON.parse(body));

beforeEach(() => {
  queues = testQueues(clock);
  invoked = [];
  failures = 0;
});

describe('an event put on a bus', () => {
  it('is in the queue of a matching rule, whole, when the answer comes', () => {
    const [id] = bus(received).put('main', [{ ...entry, Resources: ['arn:x'] }]);
    expect(bodies('work')).toEqual([
      {
        version: '0',
        id,
        'detail-type': 'Events Received',
        source: 'perennial.ingest',
        account: '000000000000',
        time: '2026-03-01T10:00:00Z',
        region: 'us-east-1',
        resources: ['arn:x'],
        detail: { events: [] },
      },
    ]);
  });

  it('goes to every target of every rule that matches', () => {
    const all = {
      ...received,
      pattern: { source: [{ prefix: 'perennial.' }] },
      targets: [toWork, toSlow],
    };
    bus(received, all).put('main', [entry]);
    expect(queues.counts('work').visible).toBe(2);
    expect(queues.counts('slow').delayed).toBe(1);
  });

  it('goes nowhere without a matching rule on the same bus', () => {
    bus(received).put('main', [{ ...entry, DetailType: 'Something Else' }]);
    bus(received).put('default', [entry]);
    expect(queues.counts('work').visible).toBe(0);
  });

  it('keeps the time it was given', () => {
    bus(received).put('main', [{ ...entry, Time: Date.parse('2020-01-02T03:04:05Z') / 1000 }]);
    expect(bodies('work')).toMatchObject([{ time: '2020-01-02T03:04:05Z' }]);
  });

  it('cannot be put on a bus that does not exist', () => {
    expect(() => bus().put('other', [entry])).toThrow('no event bus named other');
  });
});

describe('a function as target', () => {
  it('is tried three times', async () => {
    failures = 2;
    const succeeded = Promise.withResolvers<void>();
    succeed = succeeded.resolve;
    bus({ ...received, targets: [toWatch] }).put('main', [entry]);
    await succeeded.promise;
    expect(invoked).toHaveLength(3);
    expect(invoked[2]).toMatchObject({ source: 'perennial.ingest' });
  });
});

describe('a rule', () => {
  it('is refused when a target transforms its input', () => {
    const target = { ...toWork, InputPath: '$.detail' };
    expect(() => bus({ ...received, targets: [target] })).toThrow(
      "does not know a target's InputPath",
    );
  });

  it('is refused when it delivers elsewhere', () => {
    const target = { Id: 'x', Arn: 'arn:aws:kinesis:us-east-1:000000000000:stream/x' };
    expect(() => bus({ ...received, targets: [target] })).toThrow('delivers to no arn:aws:kinesis');
  });

  it('is refused when its pattern is', () => {
    expect(() => bus({ ...received, pattern: { source: 'x' } })).toThrow(
      'must be an object or an array',
    );
  });
});
