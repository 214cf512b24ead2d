// Who we send as, what SES does with our mail, and how its reports come back to us.
import { Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { EventBus, type IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  type EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { MessageKind } from '../workflows/model/message.ts';
import { allow, type Binding } from './binding.ts';
import { sender } from './sender.ts';
import type { Settings } from './settings.ts';

export interface Mail {
  readonly identity: EmailIdentity;
  /** Apart, so that SES tells how receipts fare and how marketing does, and can pause one without the other. */
  readonly sets: Readonly<Record<MessageKind, ConfigurationSet>>;
}

export function mail(scope: Construct, chosen: Settings): Mail {
  // SES reports to the default bus only.
  const bus = EventBus.fromEventBusName(scope, 'Default', 'default');
  const sets = {
    transactional: reportingSet(scope, 'TransactionalMail', { bus, ...chosen }),
    marketing: reportingSet(scope, 'MarketingMail', { bus, ...chosen }),
  };
  return { sets, identity: sender(scope, chosen, sets.transactional) };
}

interface Reporting extends Pick<Settings, 'deliveryEvents'> {
  readonly bus: IEventBus;
}

function reportingSet(
  scope: Construct,
  id: string,
  { bus, deliveryEvents }: Reporting,
): ConfigurationSet {
  const set = new ConfigurationSet(scope, id, {
    tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    reputationMetrics: true,
    suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
  });
  set.addEventDestination('Reports', {
    destination: EventDestination.eventBus(bus),
    // Deliveries only where they are wanted: nearly every mail has one, and to hear of a million costs dollars.
    events: [
      ...(deliveryEvents ? [EmailSendingEvent.DELIVERY] : []),
      EmailSendingEvent.SEND,
      EmailSendingEvent.BOUNCE,
      EmailSendingEvent.COMPLAINT,
      EmailSendingEvent.REJECT,
      EmailSendingEvent.RENDERING_FAILURE,
      EmailSendingEvent.DELIVERY_DELAY,
    ],
  });
  return set;
}

export function routeReports(
  scope: Construct,
  { sets }: Mail,
  to: { readonly feedback: IQueue; readonly undelivered: IQueue },
): Rule {
  return new Rule(scope, 'Reports', {
    eventPattern: {
      source: ['aws.ses'],
      detailType: [
        'Email Sent',
        'Email Delivered',
        'Email Bounced',
        'Email Complaint Received',
        'Email Rejected',
        'Email Rendering Failed',
        'Email Delivery Delayed',
      ],
      resources: arnsOf(scope, Object.values(sets)),
    },
    targets: [new SqsQueue(to.feedback, { deadLetterQueue: to.undelivered })],
  });
}

/** What SES tells of the whole account: that it may send no more, or what it advises. */
export const routeAccountNews = (
  scope: Construct,
  to: { readonly feedback: IQueue; readonly undelivered: IQueue },
): Rule =>
  new Rule(scope, 'AccountNews', {
    eventPattern: {
      source: ['aws.ses'],
      detailType: [
        'Sending Status Enabled',
        'Sending Status Disabled',
        'Advisor Recommendation Status Open',
        'Advisor Recommendation Status Resolved',
      ],
    },
    targets: [new SqsQueue(to.feedback, { deadLetterQueue: to.undelivered })],
  });

/** Sending with these of our configuration sets, from our address and no other. */
const sending = (scope: Construct, sets: readonly ConfigurationSet[], from: string) => ({
  allows: [
    allow(['ses:SendRawEmail'], [sesArn(scope, 'identity', '*'), ...arnsOf(scope, sets)], {
      StringEquals: { 'ses:FromAddress': from },
    }),
  ],
  accepted: [
    {
      id: 'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/*]',
      reason:
        'While an account is in the sandbox SES asks for the identity of the recipient too; the address we send from is what binds',
    },
  ],
});

/** Asking what has become of the identity: SES knows no resource for that. */
export const asksOf = ({ identity }: Mail): Binding => ({
  value: identity.emailIdentityName,
  allows: [
    allow(
      [
        'ses:GetIdentityVerificationAttributes',
        'ses:GetIdentityDkimAttributes',
        'ses:GetIdentityMailFromDomainAttributes',
      ],
      ['*'],
    ),
  ],
  accepted: [
    {
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'What SES tells of an identity is told to the whole account or to nobody',
    },
  ],
});

/** Tests go as receipts do, so that they do not touch how marketing fares. */
export const testsWith = (scope: Construct, { sets }: Mail, from: string): Binding => ({
  value: sets.transactional.configurationSetName,
  ...sending(scope, [sets.transactional], from),
});

/** Sending with all of our configuration sets; and asking how much we may send. */
export function sendsWith(scope: Construct, { sets }: Mail, from: string): Binding {
  const { allows, accepted } = sending(scope, Object.values(sets), from);
  return {
    value: sets.transactional.configurationSetName,
    allows: [...allows, allow(['ses:GetSendQuota'], ['*'])],
    accepted: [
      ...accepted,
      {
        id: 'AwsSolutions-IAM5[Resource::*]',
        reason: 'The quota is the account’s: SES knows no resource for it',
      },
    ],
  };
}

const arnsOf = (scope: Construct, sets: readonly ConfigurationSet[]): string[] =>
  sets.map(({ configurationSetName }) => sesArn(scope, 'configuration-set', configurationSetName));

const sesArn = (scope: Construct, resource: string, resourceName: string): string =>
  Stack.of(scope).formatArn({ service: 'ses', resource, resourceName });

/** What SES counts for the whole account, at no charge. */
export const sesMetric = (metricName: string): Metric =>
  new Metric({ namespace: 'AWS/SES', metricName, statistic: 'sum' });
