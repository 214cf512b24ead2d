// What wakes an owner up: work that stopped, work that failed for good, mail that hurts the sender's name.
// Each metric watched costs ten cents a month, so only what someone must act on is here.
import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { alarmingPoints } from '../functions/log.ts';
import type { Queues } from './queues.ts';

interface Watched {
  readonly queues: Queues;
  readonly tick: IFunction;
  readonly alarmEmail: string | undefined;
}

interface Rule {
  readonly id: string;
  readonly says: string;
  readonly metric: IMetric;
  readonly reaches: number;
  /** No data means trouble, not quiet. */
  readonly silenceIsBad?: boolean;
}

export function alarms(scope: Construct, watched: Watched): void {
  const action = watched.alarmEmail ? mailTo(scope, watched.alarmEmail) : undefined;
  for (const rule of [...queueRules(watched), ...mailRules, heartbeat(watched)]) {
    const alarm = new Alarm(scope, `${rule.id}Alarm`, {
      alarmDescription: rule.says,
      metric: rule.metric,
      threshold: rule.reaches,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: rule.silenceIsBad
        ? TreatMissingData.BREACHING
        : TreatMissingData.NOT_BREACHING,
    });
    if (action) alarm.addAlarmAction(action);
  }
}

const queueRules = ({ queues }: Watched): Rule[] => [
  ...queues.dead.map((queue) => ({
    id: queue.node.id,
    says: 'Work failed for good and rests in this queue: see why, then move it back',
    metric: queue.metricApproximateNumberOfMessagesVisible({ statistic: 'max' }),
    reaches: 1,
  })),
  ...[queues.advance, queues.send, queues.marketing].map((queue) => ({
    id: `${queue.node.id}Age`,
    says: 'Work waits longer than any delay we ask for: it comes in faster than it is done',
    metric: queue.metricApproximateAgeOfOldestMessage({ statistic: 'max' }),
    reaches: Duration.minutes(30).toSeconds(),
  })),
];

/** Of the whole account, as SES judges it. */
const reputation = (name: 'BounceRate' | 'ComplaintRate'): Metric =>
  new Metric({
    namespace: 'AWS/SES',
    metricName: `Reputation.${name}`,
    statistic: 'avg',
    period: Duration.hours(1),
  });

// SES looks into an account at 5 % bounces or 0.1 % complaints, so both are told before.
const mailRules: readonly Rule[] = [
  {
    id: 'Bounces',
    says: 'Too many of our mails bounce: check where the newest contacts come from',
    metric: reputation('BounceRate'),
    reaches: 0.04,
  },
  {
    id: 'Complaints',
    says: 'Too many people call our mails spam: pause the newest campaign',
    metric: reputation('ComplaintRate'),
    reaches: 0.0008,
  },
  {
    id: 'Attention',
    says: 'A campaign was paused by its guard rails, SES did not send a mail or stopped sending, or many mails are in doubt: the log of errors says which',
    // Of all that somebody must look at: each metric watched would cost ten cents a month.
    metric: new Metric({
      namespace: 'Perennial',
      metricName: 'Attention',
      statistic: 'sum',
      period: Duration.hours(1),
    }),
    reaches: alarmingPoints,
  },
];

const heartbeat = ({ tick }: Watched): Rule => ({
  id: 'Heartbeat',
  says: 'For five minutes no sweep for due work has succeeded: waits do not end',
  metric: new MathExpression({
    expression: 'IF(beats - failures < 1, 1, 0)',
    usingMetrics: { beats: tick.metricInvocations(), failures: tick.metricErrors() },
    period: Duration.minutes(5),
  }),
  reaches: 1,
  silenceIsBad: true,
});

function mailTo(scope: Construct, address: string): SnsAction {
  const topic = new Topic(scope, 'Alarms', { enforceSSL: true });
  topic.addSubscription(new EmailSubscription(address));
  return new SnsAction(topic);
}
