import { describe, expect, it } from 'vitest';
import {
  eventRules,
  eventSourceMappings,
  functionDefinitions,
  functionId,
  queueDefinitions,
  scheduleRules,
} from '../../../infra/local/deployment.ts';
import type { Resource } from '../../../infra/local/template.ts';

const arn = (rest: string) => `arn:aws:${rest}`;

function resource(type: string, properties: object, more: Partial<Resource> = {}): Resource {
  const unnamed = { logicalId: 'Thing', stack: 'App', ref: 'App-Thing', attributes: {} };
  return { ...unnamed, ...more, type, properties: properties as Resource['properties'] };
}

const queue = (properties: object) =>
  resource('AWS::SQS::Queue', properties, { attributes: { QueueName: 'work' } });

describe('a queue of the template', () => {
  it('has the values of SQS where the template has none', () => {
    expect(queueDefinitions([queue({})])).toEqual([
      { name: 'work', visibilityTimeout: 30, delay: 0, retention: 345_600 },
    ]);
  });

  it('knows its dead-letter queue', () => {
    const RedrivePolicy = { deadLetterTargetArn: arn('sqs:r:a:dead'), maxReceiveCount: 5 };
    expect(queueDefinitions([queue({ RedrivePolicy })])).toMatchObject([
      { deadLetter: { queue: 'dead', maxReceiveCount: 5 } },
    ]);
  });

  it('is refused when it wants to be what queues are not here', () => {
    expect(() => queueDefinitions([queue({ FifoQueue: true })])).toThrow(
      /App\/Thing \(AWS::SQS::Queue\) is not known here: .*FifoQueue/s,
    );
  });
});

const lambda = (properties: object = {}) =>
  resource(
    'AWS::Lambda::Function',
    { Handler: 'index.handler', Runtime: 'nodejs24.x', Code: { S3Key: 'abc.zip' }, ...properties },
    { attributes: { Arn: arn('lambda:r:a:function:App-Thing') } },
  );

describe('a function of the template', () => {
  it('is found in its bundle, with the values of Lambda where the template has none', () => {
    expect(functionDefinitions([lambda()], '/assembly')).toEqual([
      {
        id: 'Thing',
        name: 'App-Thing',
        arn: arn('lambda:r:a:function:App-Thing'),
        file: '/assembly/asset.abc/index.mjs',
        environment: {},
        memory: 128,
        timeout: 3,
      },
    ]);
  });

  it('has its own environment, limits and concurrency', () => {
    const properties = {
      Environment: { Variables: { TABLE: 'core' } },
      MemorySize: 512,
      Timeout: 30,
      ReservedConcurrentExecutions: 1,
    };
    expect(functionDefinitions([lambda(properties)], '/assembly')).toMatchObject([
      { environment: { TABLE: 'core' }, memory: 512, timeout: 30, concurrency: 1 },
    ]);
  });

  it('is refused when it is not for Node.js, or has layers', () => {
    expect(() => functionDefinitions([lambda({ Runtime: 'python3.13' })], '/')).toThrow('nodejs');
    expect(() => functionDefinitions([lambda({ Layers: [] })], '/')).toThrow('Layers');
  });

  it('is called by its name and by its ARN', () => {
    expect(functionId([lambda()], 'App-Thing')).toBe('Thing');
    expect(functionId([lambda()], arn('lambda:r:a:function:App-Thing'))).toBe('Thing');
    expect(() => functionId([lambda()], 'Nobody')).toThrow('There is no function Nobody');
  });
});

describe('an event source of the template', () => {
  const mapping = (properties: object) =>
    resource('AWS::Lambda::EventSourceMapping', {
      EventSourceArn: arn('sqs:r:a:work'),
      FunctionName: 'App-Thing',
      ...properties,
    });

  it('leads from its queue to its function', () => {
    const properties = {
      BatchSize: 50,
      MaximumBatchingWindowInSeconds: 1,
      ScalingConfig: { MaximumConcurrency: 20 },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    };
    expect(eventSourceMappings([lambda(), mapping(properties)])).toEqual([
      {
        queue: 'work',
        queueArn: arn('sqs:r:a:work'),
        functionId: 'Thing',
        batchSize: 50,
        window: 1,
        concurrency: 20,
        reportsFailures: true,
      },
    ]);
  });

  it('is refused when it filters', () => {
    expect(() => eventSourceMappings([lambda(), mapping({ FilterCriteria: {} })])).toThrow(
      'FilterCriteria',
    );
  });
});

describe('a rule of the template', () => {
  const target = { Id: 'Target0', Arn: arn('sqs:r:a:work') };
  const rule = (properties: object) =>
    resource('AWS::Events::Rule', { Targets: [target], ...properties });

  it('has a pattern on a bus, or a schedule', () => {
    const rules = [
      rule({ EventPattern: { source: ['x'] } }),
      rule({ ScheduleExpression: 'rate(1 minute)' }),
    ];
    expect(eventRules(rules)).toEqual([
      { name: 'Thing', bus: 'default', pattern: { source: ['x'] }, targets: [target] },
    ]);
    expect(scheduleRules(rules)).toMatchObject([{ expression: 'rate(1 minute)' }]);
  });

  it('does nothing while it is disabled', () => {
    expect(eventRules([rule({ EventPattern: { source: ['x'] }, State: 'DISABLED' })])).toEqual([]);
  });
});
