// The bus between taking events in and acting on them. A dozen fixed rules on packed envelopes: never one per campaign.
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

export const bus = (scope: Construct): EventBus =>
  new EventBus(scope, 'Bus', { description: 'Events that were taken in, packed in envelopes' });

/** Every envelope of received events goes to the advance queue. */
export function routeReceived(
  scope: Construct,
  from: EventBus,
  to: { readonly advance: IQueue; readonly undelivered: IQueue },
): Rule {
  return new Rule(scope, 'Received', {
    eventBus: from,
    eventPattern: { source: ['perennial.ingest'], detailType: ['Events Received'] },
    targets: [new SqsQueue(to.advance, { deadLetterQueue: to.undelivered })],
  });
}
