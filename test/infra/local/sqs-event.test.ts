import { describe, expect, it } from 'vitest';
import { succeeded, toEvents, toRecord } from '../../../infra/local/sqs-event.ts';

const arn = 'arn:aws:sqs:us-east-1:000000000000:work';
const received = (id: string, body = 'hello') => ({
  id,
  receiptHandle: `handle of ${id}`,
  body,
  receiveCount: 2,
  sentAt: 1_000,
  firstReceivedAt: 2_000,
});
const records = ['a', 'b', 'c'].map((id) => toRecord(received(id), arn));
const done = (answer: unknown) => succeeded(records, answer).map(({ messageId }) => messageId);
const failing = (...ids: unknown[]) => ({
  batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })),
});

describe('a record', () => {
  it('has the shape that Lambda gives it', () => {
    expect(toRecord(received('a'), arn)).toEqual({
      messageId: 'a',
      receiptHandle: 'handle of a',
      body: 'hello',
      attributes: {
        ApproximateReceiveCount: '2',
        SentTimestamp: '1000',
        SenderId: 'AIDALOCAL',
        ApproximateFirstReceiveTimestamp: '2000',
      },
      messageAttributes: {},
      md5OfBody: '5d41402abc4b2a76b9719d911017c592',
      eventSource: 'aws:sqs',
      eventSourceARN: arn,
      awsRegion: 'us-east-1',
    });
  });
});

describe('of a batch', () => {
  it.each([
    ['no failures', failing()],
    ['a null list', { batchItemFailures: null }],
    ['another answer', { ok: true }],
    ['an empty answer', {}],
    ['no answer', null],
    ['nothing', undefined],
  ])('all are done with %s', (_what, answer) => {
    expect(done(answer)).toEqual(['a', 'b', 'c']);
  });

  it('all but the listed failures are done', () => {
    expect(done(failing('b'))).toEqual(['a', 'c']);
    expect(done(failing('b', 'b', 'a'))).toEqual(['c']);
  });

  it.each([
    ['an unknown identifier', failing('b', 'z')],
    ['an empty identifier', failing('')],
    ['a null identifier', failing(null)],
    ['a misspelt key', { batchItemFailures: [{ ItemIdentifier: 'a' }] }],
    ['an identifier that stands alone', { batchItemFailures: ['a'] }],
    ['no list', { batchItemFailures: 'a' }],
  ])('none is done with %s', (_what, answer) => {
    expect(done(answer)).toEqual([]);
  });
});

describe('an event', () => {
  const megabyte = 'x'.repeat(1024 * 1024);

  it('holds the whole batch', () => {
    expect(toEvents(records)).toEqual([{ Records: records }]);
  });

  it('stays within six megabytes', () => {
    const large = Array.from({ length: 8 }, (_, n) => toRecord(received(`${n}`, megabyte), arn));
    const events = toEvents(large);
    expect(events.map(({ Records }) => Records.length)).toEqual([5, 3]);
    expect(events.flatMap(({ Records }) => Records)).toEqual(large);
  });
});
