// What an installation costs that nobody uses.
import { expect, it } from 'vitest';
import { synthesize } from '../../infra/assembly.ts';
import { idleUse, total } from '../../infra/idle-cost.ts';
import { loadAssembly, type Resource } from '../../infra/local/template.ts';
import { costOf } from '../../infra/price.ts';

const place = { region: 'us-east-1', account: '000000000000', publicUrl: 'http://localhost' };

const resource = (type: string, properties: Resource['properties'] = {}): Resource => {
  const logicalId = type.endsWith('Function') ? 'Tick' : type;
  return { logicalId, stack: 'App', type: `AWS::${type}`, ref: '', attributes: {}, properties };
};

const tick = resource('Lambda::Function', { MemorySize: 256 });

const unitsOf = (what: string, ...resources: Resource[]) =>
  idleUse([tick, ...resources]).find((line) => line.what === what)?.units;

it('an installation that nobody uses costs less than $2 a month after the free tier', async () => {
  const lines = idleUse(loadAssembly(await synthesize(), place));
  expect(total(lines).usdAfterFree).toBeLessThan(2);
  expect(total(lines).usd).toBeLessThan(8);
});

it('a queue that is polled costs about 26 cents a month', () => {
  const polls = unitsOf('Polling the queues', resource('Lambda::EventSourceMapping')) ?? 0;
  expect(costOf('sqs.request', polls).usd).toBeCloseTo(0.26, 2);
});

it('a table is paid for its recovery only if it has one', () => {
  const point = { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } };
  const kept = resource('DynamoDB::GlobalTable', { Replicas: [point] });
  const other = resource('DynamoDB::GlobalTable', { Replicas: [{}] });
  expect(unitsOf('Point-in-time recovery', kept, other)).toBe(1);
  expect(unitsOf('Tables', kept, other)).toBe(2);
});

it('an alarm is paid by the metrics that it watches', () => {
  const one = resource('CloudWatch::Alarm', { MetricName: 'Age' });
  const two = resource('CloudWatch::Alarm', {
    Metrics: [{ Expression: 'a - b' }, { MetricStat: {} }, { MetricStat: {} }],
  });
  expect(unitsOf('Alarms', one, two)).toBe(3);
});

it('the console is paid by what is kept and who signs in, and by nothing while it idles', () => {
  const resources = [resource('S3::Bucket'), resource('CloudFront::Distribution')];
  expect(unitsOf('Console: files', ...resources)).toBe(0.05);
  expect(unitsOf('Console: requests', ...resources)).toBe(10_000);
  expect(unitsOf('Console: people', ...resources)).toBe(0);
  expect(costOf('cloudfront.request', 10_000).usdAfterFree).toBe(0);
  expect(costOf('cognito.user', 10_000).usdAfterFree).toBe(0);
});

it('free units are taken off before a price is asked', () => {
  expect(costOf('sqs.request', 3_000_000)).toEqual({ usd: 1.2, usdAfterFree: 0.8 });
  expect(costOf('sqs.request', 500_000).usdAfterFree).toBe(0);
});
