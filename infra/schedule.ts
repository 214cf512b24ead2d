// The heartbeat: once a minute, what fell due is looked for. A missed beat is caught up by the next one.
import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

export const everyMinute = (scope: Construct, tick: IFunction, undelivered: IQueue): Rule =>
  new Rule(scope, 'EveryMinute', {
    schedule: Schedule.rate(Duration.minutes(1)),
    targets: [
      new LambdaFunction(tick, {
        deadLetterQueue: undelivered,
        maxEventAge: Duration.minutes(5),
        retryAttempts: 3,
      }),
    ],
  });
