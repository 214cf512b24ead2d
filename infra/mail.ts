// Who we send as, what SES does with our mail, and how its reports come back to us.
import { Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { allow, type Binding } from './binding.ts';
import { isAddress, type Settings } from './settings.ts';

export interface Mail {
  readonly identity: EmailIdentity;
  readonly configurationSet: ConfigurationSet;
}

export function mail(scope: Construct, { identity }: Settings): Mail {
  const configurationSet = new ConfigurationSet(scope, 'Mail', {
    tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    reputationMetrics: true,
    suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
  });
  configurationSet.addEventDestination('Reports', {
    // SES reports to the default bus only.
    destination: EventDestination.eventBus(EventBus.fromEventBusName(scope, 'Default', 'default')),
    // Deliveries are left out: nearly every mail has one, and to hear of a million costs $0.48.
    events: [
      EmailSendingEvent.SEND,
      EmailSendingEvent.BOUNCE,
      EmailSendingEvent.COMPLAINT,
      EmailSendingEvent.REJECT,
      EmailSendingEvent.RENDERING_FAILURE,
    ],
  });
  const sender = isAddress(identity) ? Identity.email(identity) : Identity.domain(identity);
  return {
    configurationSet,
    identity: new EmailIdentity(scope, 'Sender', { identity: sender, configurationSet }),
  };
}

export function routeReports(
  scope: Construct,
  { configurationSet }: Mail,
  to: { readonly feedback: IQueue; readonly undelivered: IQueue },
): Rule {
  return new Rule(scope, 'Reports', {
    eventPattern: {
      source: ['aws.ses'],
      detailType: [
        'Email Sent',
        'Email Bounced',
        'Email Complaint Received',
        'Email Rejected',
        'Email Rendering Failed',
      ],
      resources: [arn(scope, configurationSet)],
    },
    targets: [new SqsQueue(to.feedback, { deadLetterQueue: to.undelivered })],
  });
}

/** Sending with our configuration set, from our address and no other. */
export const sendsWith = (scope: Construct, { configurationSet }: Mail, from: string): Binding => ({
  value: configurationSet.configurationSetName,
  allows: [
    allow(['ses:SendRawEmail'], [sesArn(scope, 'identity', '*'), arn(scope, configurationSet)], {
      StringEquals: { 'ses:FromAddress': from },
    }),
  ],
  accepted: {
    id: 'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/*]',
    reason:
      'While an account is in the sandbox SES asks for the identity of the recipient too; the address we send from is what binds',
  },
});

const arn = (scope: Construct, { configurationSetName }: ConfigurationSet): string =>
  sesArn(scope, 'configuration-set', configurationSetName);

const sesArn = (scope: Construct, resource: string, resourceName: string): string =>
  Stack.of(scope).formatArn({ service: 'ses', resource, resourceName });

/** What SES counts for the whole account, at no charge. */
export const sesMetric = (metricName: string): Metric =>
  new Metric({ namespace: 'AWS/SES', metricName, statistic: 'sum' });
