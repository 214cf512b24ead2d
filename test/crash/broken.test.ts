// The proof of the proof: a protocol that leaves out one of its rules is caught by the crash explorer.
import { beforeEach, expect, it, vi } from 'vitest';
import {
  alarmAcknowledgedFirst,
  claimAfterSend,
  effectsBeforeWrite,
  outboxDropped,
  rowsFirst,
} from './broken.ts';
import { explore } from './explorer.ts';
import { drip, eventBased } from './scenarios.ts';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

it.each([
  ['the outbox is dropped by the next write', eventBased, { advance: outboxDropped }, 'PutItem'],
  ['effects go out before the write', eventBased, { advance: effectsBeforeWrite }, 'MessageBatch'],
  ['rows go out before messages', eventBased, { advance: rowsFirst }, 'BatchWriteItem'],
  [
    'an alarm is acknowledged before the write',
    drip,
    { advance: alarmAcknowledgedFirst },
    'DeleteMessage',
  ],
  ['the claim comes after the send', eventBased, { deliver: claimAfterSend }, 'SendRawEmail'],
] as const)(
  'a broken protocol is caught when %s',
  async (_, scenario, replaced, what) => {
    const [only] = Object.keys(replaced) as ('advance' | 'deliver')[];
    const { findings } = await explore(scenario, { replaced, only, what, first: true });
    console.log(findings[0]);
    expect(findings).not.toEqual([]);
  },
  200_000,
);
