// What SES reports: deliveries only where an owner wants them, and news of the account in any case.
import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { expect, it } from 'vitest';
import { mail, routeAccountNews, routeReports } from '../../infra/mail.ts';
import { settings } from '../../infra/settings.ts';

function built(context: Readonly<Record<string, string>>): Template {
  const stack = new Stack(new App({ context }), 'Test', { env: { region: 'eu-west-1' } });
  const feedback = new Queue(stack, 'Feedback');
  const to = { feedback, undelivered: feedback };
  routeReports(stack, mail(stack, settings(stack.node)), to);
  routeAccountNews(stack, to);
  return Template.fromStack(stack);
}

it.each([
  [{}, false],
  [{ deliveryEvents: 'true' }, true],
  [{ deliveryEvents: 'false' }, false],
])('deliveries are reported as the owner wants: %o', (context, isReported) => {
  const found = built(context).findResources('AWS::SES::ConfigurationSetEventDestination', {
    Properties: { EventDestination: { MatchingEventTypes: Match.arrayWith(['delivery']) } },
  });
  expect(Object.keys(found).length > 0).toBe(isReported);
});

it('an owner who says neither yes nor no is told', () => {
  expect(() => built({ deliveryEvents: 'yes' })).toThrow('must be true or false');
});

it('news of the account are heard, of whatever they are about', () => {
  built({}).hasResourceProperties('AWS::Events::Rule', {
    EventPattern: {
      source: ['aws.ses'],
      'detail-type': Match.arrayWith(['Sending Status Disabled']),
      resources: Match.absent(),
    },
  });
});
