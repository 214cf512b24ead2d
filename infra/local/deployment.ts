// What runs here: functions, queues, event sources, rules and schedules, read out of the template. A
// property that would make a difference and is not known here is refused.
import { join } from 'node:path';
import * as z from 'zod';
import type { EventRule, RuleTarget } from './event-bus.ts';
import type { EventSourceMapping } from './event-source.ts';
import type { FunctionDefinition } from './function-host.ts';
import type { QueueDefinition } from './queue.ts';
import type { ScheduleRule } from './schedule.ts';
import { bundleOf, type Resource } from './template.ts';

type Resources = readonly Resource[];

const queue = z.strictObject({
  QueueName: z.string().optional(),
  VisibilityTimeout: z.number().default(30),
  DelaySeconds: z.number().default(0),
  MessageRetentionPeriod: z.number().default(345_600),
  RedrivePolicy: z
    .strictObject({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number() })
    .optional(),
});

export const queueDefinitions = (resources: Resources): QueueDefinition[] =>
  read(resources, 'AWS::SQS::Queue', queue, ({ RedrivePolicy, ...properties }, { attributes }) => ({
    name: attributes.QueueName ?? '',
    visibilityTimeout: properties.VisibilityTimeout,
    delay: properties.DelaySeconds,
    retention: properties.MessageRetentionPeriod,
    ...(RedrivePolicy && {
      deadLetter: {
        queue: nameOf(RedrivePolicy.deadLetterTargetArn),
        maxReceiveCount: RedrivePolicy.maxReceiveCount,
      },
    }),
  }));

/** What is only of interest in AWS: where it runs, who may, where its output goes. */
const elsewhere = {
  Architectures: z.unknown().optional(),
  Code: z.unknown().optional(),
  Description: z.unknown().optional(),
  LoggingConfig: z.unknown().optional(),
  Role: z.unknown().optional(),
  Runtime: z.string().startsWith('nodejs'),
};

const lambda = z.strictObject({
  ...elsewhere,
  FunctionName: z.string().optional(),
  Handler: z.string().regex(/^\w+\.handler$/),
  Environment: z.strictObject({ Variables: z.record(z.string(), z.string()) }).optional(),
  MemorySize: z.number().default(128),
  Timeout: z.number().default(3),
  ReservedConcurrentExecutions: z.number().optional(),
});

/** `folder` is the assembly's. */
export const functionDefinitions = (resources: Resources, folder: string): FunctionDefinition[] =>
  read(resources, 'AWS::Lambda::Function', lambda, (properties, resource) => ({
    id: resource.logicalId,
    name: resource.ref,
    arn: resource.attributes.Arn ?? '',
    file: join(bundleOf(folder, resource), `${properties.Handler.split('.')[0]}.mjs`),
    environment: properties.Environment?.Variables ?? {},
    memory: properties.MemorySize,
    timeout: properties.Timeout,
    ...(properties.ReservedConcurrentExecutions !== undefined && {
      concurrency: properties.ReservedConcurrentExecutions,
    }),
  }));

const mapping = z.strictObject({
  BatchSize: z.number().default(10),
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  MaximumBatchingWindowInSeconds: z.number().default(0),
  ScalingConfig: z.strictObject({ MaximumConcurrency: z.number() }).optional(),
});

export const eventSourceMappings = (resources: Resources): EventSourceMapping[] =>
  read(resources, 'AWS::Lambda::EventSourceMapping', mapping, (properties) => ({
    queue: nameOf(properties.EventSourceArn),
    queueArn: properties.EventSourceArn,
    functionId: functionId(resources, properties.FunctionName),
    batchSize: properties.BatchSize,
    window: properties.MaximumBatchingWindowInSeconds,
    concurrency: properties.ScalingConfig?.MaximumConcurrency ?? 1000,
    reportsFailures: properties.FunctionResponseTypes.length > 0,
  }));

const rule = z.strictObject({
  Description: z.string().optional(),
  EventBusName: z.string().default('default'),
  EventPattern: z.record(z.string(), z.unknown()).optional(),
  Name: z.string().optional(),
  ScheduleExpression: z.string().optional(),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Targets: z.array(z.looseObject({ Id: z.string(), Arn: z.string() })).default([]),
});

export const eventRules = (resources: Resources): EventRule[] =>
  rules(resources).flatMap(
    ({ name, EventBusName: bus, EventPattern: pattern, Targets: targets }) =>
      pattern ? [{ name, bus, pattern, targets }] : [],
  );

type TargetedSchedule = Pick<ScheduleRule, 'name' | 'arn' | 'expression'> & {
  readonly targets: readonly RuleTarget[];
};

export const scheduleRules = (resources: Resources): TargetedSchedule[] =>
  rules(resources).flatMap(({ name, arn, ScheduleExpression: expression, Targets: targets }) =>
    expression ? [{ name, arn, expression, targets }] : [],
  );

const rules = (resources: Resources) =>
  read(resources, 'AWS::Events::Rule', rule, (properties, { logicalId, attributes }) => ({
    ...properties,
    name: logicalId,
    arn: attributes.Arn ?? '',
  })).filter(({ State }) => State === 'ENABLED');

/** The logical id of the function that a name or an ARN means. */
export function functionId(resources: Resources, nameOrArn: string): string {
  const found = resources.find(
    ({ type, ref, attributes }) =>
      type === 'AWS::Lambda::Function' && (ref === nameOrArn || attributes.Arn === nameOrArn),
  );
  if (!found) throw new Error(`There is no function ${nameOrArn} in the template`);
  return found.logicalId;
}

const nameOf = (arn: string): string => arn.slice(arn.lastIndexOf(':') + 1);

function read<P, T>(
  resources: Resources,
  type: string,
  shape: z.ZodType<P>,
  make: (properties: P, resource: Resource) => T,
): T[] {
  return resources
    .filter((resource) => resource.type === type)
    .map((resource) => {
      const { data, error } = shape.safeParse(resource.properties);
      if (error)
        throw new Error(
          `${resource.stack}/${resource.logicalId} (${type}) is not known here: ${z.prettifyError(error)}`,
        );
      return make(data, resource);
    });
}
