import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { beforeEach, describe, expect, it } from 'vitest';
import { openAws } from '../../../infra/local/aws.ts';
import type { BusEntry } from '../../../infra/local/event-bus.ts';
import { openQueues } from '../../../infra/local/queue.ts';
import type { Resource } from '../../../infra/local/template.ts';
import { clientSettings } from '../../support/local-aws.ts';
import { key, tableOf } from '../../support/local-dynamodb.ts';

const arn = (service: string, name: string) => `arn:aws:${service}:us-east-1:000000000000:${name}`;
const role = 'arn:aws:iam::000000000000:role/App-DeliverRole';

const resource = (
  logicalId: string,
  type: string,
  properties: object,
  attributes: Resource['attributes'] = {},
): Resource => ({
  ...{ stack: 'App', logicalId, type, ref: `App-${logicalId}`, attributes },
  properties: properties as Resource['properties'],
});

const policy = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: 'dynamodb:PutItem', Resource: arn('dynamodb', 'table/App-Core') },
    { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: arn('sqs', 'App-Jobs') },
    {
      Effect: 'Allow',
      Action: 'ses:SendRawEmail',
      Resource: [arn('ses', 'identity/*'), arn('ses', 'configuration-set/App-Mail')],
    },
  ],
};
const { TableName: _, ...keys } = tableOf('');
const ttl = { AttributeName: 'ttl', Enabled: true };

const resources = [
  resource('Core', 'AWS::DynamoDB::GlobalTable', { ...keys, TimeToLiveSpecification: ttl }),
  resource('Work', 'AWS::DynamoDB::GlobalTable', keys),
  resource('Jobs', 'AWS::SQS::Queue', {}, { QueueName: 'App-Jobs' }),
  resource('Sender', 'AWS::SES::EmailIdentity', {
    EmailIdentity: 'Example.com',
    ConfigurationSetAttributes: { ConfigurationSetName: 'App-Mail' },
  }),
  resource('Mail', 'AWS::SES::ConfigurationSet', {}),
  resource('Reports', 'AWS::SES::ConfigurationSetEventDestination', {
    ConfigurationSetName: 'App-Mail',
    EventDestination: {
      Enabled: true,
      MatchingEventTypes: ['SEND'],
      EventBridgeDestination: { EventBusArn: arn('events', 'event-bus/default') },
    },
  }),
  resource('Deliver', 'AWS::Lambda::Function', { Role: role }),
  resource('DeliverRole', 'AWS::IAM::Role', {}),
  resource('DeliverPolicy', 'AWS::IAM::Policy', {
    Roles: ['App-DeliverRole'],
    PolicyDocument: policy,
  }),
];

const now = Date.UTC(2026, 10, 21);
let reported: BusEntry[] = [];
let { aws, queues } = open();
let settings = clientSettings(aws.gateway, 'Deliver');

function open() {
  const queues = openQueues(':memory:', () => now);
  queues.create({ name: 'App-Jobs', visibilityTimeout: 30, delay: 0, retention: 86_400 });
  const put = (bus: string, entries: readonly BusEntry[]) =>
    entries.map((entry) => `${bus}-${reported.push(entry)}`);
  const region = 'us-east-1';
  const account = '000000000000';
  const parts = { resources, region, account, queues, now: () => now };
  return { aws: openAws({ ...parts, bus: { put } }), queues };
}

beforeEach(() => {
  reported = [];
  ({ aws, queues } = open());
  settings = clientSettings(aws.gateway, 'Deliver');
});

const put = (TableName: string, pk: string) =>
  new DynamoDBClient(settings).send(
    new PutItemCommand({ TableName, Item: { ...key(pk), ttl: { N: String(now / 1000 - 1) } } }),
  );
const mail = (from: string) =>
  new SESClient(settings).send(
    new SendRawEmailCommand({
      RawMessage: { Data: Buffer.from(`From: ${from}\r\nSubject: Hi\r\n\r\nHi`) },
      Destinations: ['sara@example.org'],
    }),
  );

describe('The AWS of a template', () => {
  it('has its tables, with their time to live', async () => {
    await put('App-Core', 'C#1');
    expect(aws.dynamodb.expire()).toBe(1);
  });

  it('has its queues', async () => {
    const QueueUrl = 'http://sqs.local/000000000000/App-Jobs';
    await new SQSClient(settings).send(new SendMessageCommand({ QueueUrl, MessageBody: 'a' }));
    expect(queues.counts('App-Jobs').visible).toBe(1);
  });

  it('sends from its identity, and reports what its configuration set publishes', async () => {
    await mail('news@example.com');
    expect(aws.outbox.count()).toBe(1);
    expect(reported.map(({ DetailType }) => DetailType)).toEqual(['Email Sent']);
    await expect(mail('news@example.net')).rejects.toThrow(/not verified/);
  });

  it('allows each function what its role allows, and nothing else', async () => {
    await expect(put('App-Work', 'C#1')).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining(
        'assumed-role/App-DeliverRole/App-Deliver is not authorized',
      ),
    });
    settings = clientSettings(aws.gateway, 'Stranger');
    await expect(put('App-Core', 'C#1')).rejects.toThrow(/security token/);
  });
});
