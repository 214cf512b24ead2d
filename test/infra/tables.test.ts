// The tables: which of them can be turned back to a moment of the past.
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import { tables } from '../../infra/tables.ts';

function recoverable(context: Readonly<Record<string, string>>): readonly string[] {
  const stack = new Stack(new App({ context }), 'Test', { env: { region: 'eu-west-1' } });
  tables(stack);
  const found = Template.fromStack(stack).findResources('AWS::DynamoDB::GlobalTable');
  return Object.entries(found)
    .filter(([, { Properties }]) =>
      Properties.Replicas.some(
        (one: { PointInTimeRecoverySpecification?: { PointInTimeRecoveryEnabled: boolean } }) =>
          one.PointInTimeRecoverySpecification?.PointInTimeRecoveryEnabled,
      ),
    )
    .map(([id]) => id.replace(/[0-9A-F]{8}$/, ''));
}

it.each([
  [{}, ['Core']],
  [{ activityRecovery: 'true' }, ['Core', 'Activity']],
])('with %o these have point-in-time recovery: %j', (context, names) => {
  expect(recoverable(context)).toEqual(names);
});
