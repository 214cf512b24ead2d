// A binding is a value in a function's environment together with the permission to use it: never one without the other.
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';

export interface Binding {
  readonly value: string;
  readonly allows: readonly PolicyStatement[];
  /** Findings about these permissions that we know of and accept. */
  readonly accepted?: readonly { readonly id: string; readonly reason: string }[];
}

type TableAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'BatchWriteItem'
  | 'Scan'
  | 'DescribeTable';

export const uses = (table: ITableV2, ...actions: readonly TableAction[]): Binding => ({
  value: table.tableName,
  allows: [
    allow(
      actions.map((action) => `dynamodb:${action}`),
      [table.tableArn],
    ),
  ],
});

export const sendsTo = (queue: IQueue): Binding => ({
  value: queue.queueUrl,
  allows: [allow(['sqs:SendMessage'], [queue.queueArn])],
});

export const publishesTo = (bus: IEventBus): Binding => ({
  value: bus.eventBusName,
  allows: [allow(['events:PutEvents'], [bus.eventBusArn])],
});

/** A value that needs no permission. */
export const told = (value: string): Binding => ({ value, allows: [] });

export const allow = (
  actions: string[],
  resources: string[],
  conditions: Record<string, unknown> = {},
): PolicyStatement => new PolicyStatement({ actions, resources, conditions });
