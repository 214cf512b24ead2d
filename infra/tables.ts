// The three tables. What they hold outlives the application: removing a stack leaves them in place.
import { RemovalPolicy } from 'aws-cdk-lib';
import type { TablePropsV2 } from 'aws-cdk-lib/aws-dynamodb';
import { AttributeType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { settings } from './settings.ts';

export interface Tables {
  readonly core: TableV2;
  readonly activity: TableV2;
  readonly work: TableV2;
}

const shape = {
  partitionKey: { name: 'pk', type: AttributeType.STRING },
  sortKey: { name: 'sk', type: AttributeType.STRING },
  encryption: TableEncryptionV2.dynamoOwnedKey(),
  removalPolicy: RemovalPolicy.RETAIN,
  deletionProtection: true,
} satisfies TablePropsV2;

const recoverable = {
  pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
} satisfies Partial<TablePropsV2>;

export const tables = (scope: Construct): Tables => ({
  core: new TableV2(scope, 'Core', { ...shape, ...recoverable }),
  activity: new TableV2(scope, 'Activity', {
    ...shape,
    ...(settings(scope.node).activityRecovery && recoverable),
    timeToLiveAttribute: 'ttl',
  }),
  work: new TableV2(scope, 'Work', { ...shape, timeToLiveAttribute: 'ttl' }),
});
