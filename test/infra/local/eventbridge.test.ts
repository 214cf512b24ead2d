import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { beforeEach, describe, expect, it } from 'vitest';
import type { BusEntry } from '../../../infra/local/event-bus.ts';
import { createMeter } from '../../../infra/local/meter.ts';
import { createEventBridge } from '../../../infra/local/services/eventbridge.ts';
import { clientOf } from '../../support/local-aws.ts';

const meter = createMeter();
let received: { bus: string; entry: BusEntry }[] = [];
const events = createEventBridge({
  put: (bus, entries) => entries.map((entry) => `event-${received.push({ bus, entry })}`),
  buses: new Set(['default', 'Events']),
  arn: (bus) => `arn:aws:events:us-east-1:000000000000:event-bus/${bus}`,
  meter,
});
const client = new EventBridgeClient(clientOf({ events }));

beforeEach(() => {
  received = [];
  meter.reset();
});

const entry = {
  EventBusName: 'Events',
  Source: 'perennial.ingest',
  DetailType: 'Events Received',
  Detail: '{"events":[]}',
};
const put = (...Entries: object[]) => client.send(new PutEventsCommand({ Entries }));

describe('PutEvents', () => {
  it('puts each entry on its bus, named or by ARN, and answers with its id', async () => {
    const EventBusName = 'arn:aws:events:us-east-1:000000000000:event-bus/Events';
    const { Entries, FailedEntryCount } = await put(entry, { ...entry, EventBusName });
    expect({ Entries, FailedEntryCount }).toEqual({
      Entries: [{ EventId: 'event-1' }, { EventId: 'event-2' }],
      FailedEntryCount: 0,
    });
    expect(received.map(({ bus }) => bus)).toEqual(['Events', 'Events']);
  });

  it('keeps the time and resources that its sender gave', async () => {
    await put({ ...entry, Time: new Date('2026-11-21T10:00:00Z'), Resources: ['arn:x'] });
    expect(received[0]?.entry).toMatchObject({ Time: 1795255200, Resources: ['arn:x'] });
  });

  it('takes the good entries and names the fault of each other one', async () => {
    const { Entries = [], FailedEntryCount } = await put(
      entry,
      { ...entry, Detail: '[1]' },
      { ...entry, Source: 'aws.ses' },
      { ...entry, DetailType: '' },
      { ...entry, EventBusName: 'other' },
    );
    expect(FailedEntryCount).toBe(4);
    expect(Entries.map(({ ErrorCode }) => ErrorCode)).toEqual([
      undefined,
      'MalformedDetail',
      'NotAuthorizedForSource',
      'InvalidArgument',
      'InvalidArgument',
    ]);
    expect(received).toHaveLength(1);
  });

  it('refuses more than ten entries, or a megabyte', async () => {
    await expect(put(...Array(11).fill(entry))).rejects.toMatchObject({
      name: 'ValidationException',
    });
    const half = { ...entry, Detail: JSON.stringify({ text: 'x'.repeat(530_000) }) };
    await expect(put(half, half)).rejects.toThrow(/over the limit/);
    expect(received).toHaveLength(0);
  });

  it('is billed by chunks of 64 KB of each entry', async () => {
    await put(entry, { ...entry, Detail: JSON.stringify({ text: 'x'.repeat(100_000) }) });
    expect(meter.snapshot().events).toBe(3);
  });
});
