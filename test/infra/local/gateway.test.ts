import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { GetSendQuotaCommand, SESClient } from '@aws-sdk/client-ses';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it, vi } from 'vitest';
import type { AwsRequest, Need, Operation, Service } from '../../../infra/local/gateway.ts';
import { createGateway, nameCall } from '../../../infra/local/gateway.ts';
import { serveGateway } from '../../../infra/local/gateway-server.ts';
import { createMeter } from '../../../infra/local/meter.ts';
import { jsonProtocol, queryProtocol } from '../../../infra/local/protocol.ts';
import { clientSettings } from '../../support/local-aws.ts';
import { key, localDynamoDb } from '../../support/local-dynamodb.ts';

const service = (
  protocol: Service['protocol'],
  operation: string,
  perform: Operation['perform'],
) => ({
  protocol,
  operations: {
    [operation]: { needs: () => [{ action: `test:${operation}`, resource: 'arn:x' }], perform },
  },
});
const servicesThat = (perform: Operation['perform']) => ({
  dynamodb: service(jsonProtocol('1.0'), 'GetItem', perform),
  sqs: service(jsonProtocol('1.0'), 'SendMessage', perform),
  events: service(jsonProtocol('1.1'), 'PutEvents', perform),
  ses: service(queryProtocol('x'), 'GetSendQuota', perform),
});

type Settings = ReturnType<typeof clientSettings>;

const calls: readonly [string, (settings: Settings) => Promise<unknown>][] = [
  [
    'DynamoDB',
    (settings) =>
      new DynamoDBClient(settings).send(new GetItemCommand({ TableName: 'core', Key: key('C#1') })),
  ],
  [
    'SQS',
    (settings) =>
      new SQSClient(settings).send(
        new SendMessageCommand({ QueueUrl: 'http://sqs.local/0/send', MessageBody: 'a' }),
      ),
  ],
  [
    'EventBridge',
    (settings) => new EventBridgeClient(settings).send(new PutEventsCommand({ Entries: [] })),
  ],
  ['SES', (settings) => new SESClient(settings).send(new GetSendQuotaCommand({}))],
];

describe.each(calls)('A call of %s', (service, call) => {
  it('that the role does not allow fails as in the cloud, and is not performed', async () => {
    let performed = 0;
    const asked: [string, Need][] = [];
    const gateway = createGateway({
      services: servicesThat(() => {
        performed += 1;
        return {};
      }),
      authorize: (caller, need) => {
        asked.push([caller, need]);
        return { denied: 'User: x is not authorized to perform: y' };
      },
    });
    await expect(call(clientSettings(gateway, 'Deliver'))).rejects.toMatchObject({
      name: service === 'SES' ? 'AccessDenied' : 'AccessDeniedException',
      message: 'User: x is not authorized to perform: y',
      $metadata: { httpStatusCode: service === 'SES' ? 403 : 400 },
    });
    expect(performed).toBe(0);
    expect(asked[0]?.[0]).toBe('Deliver');
  });

  it('to a service that the template does not use says so', async () => {
    await expect(call(clientSettings(createGateway({ services: {} })))).rejects.toThrow();
  });

  it('that runs into a bug of the local runtime fails like AWS itself, and is shown', async () => {
    const shown = vi.spyOn(console, 'error').mockReturnValue();
    const gateway = createGateway({
      services: servicesThat(() => {
        throw new TypeError('a bug');
      }),
    });
    await expect(call(clientSettings(gateway))).rejects.toMatchObject({
      name: 'InternalFailure',
      $metadata: { httpStatusCode: 500 },
    });
    expect(shown).toHaveBeenCalledWith(new TypeError('a bug'));
    shown.mockRestore();
  });
});

it('A wrapped gateway sees who calls what, and can cut the call', async () => {
  const seen: unknown[] = [];
  const gateway = async (request: AwsRequest) => {
    seen.push(nameCall(request));
    throw new Error('cut');
  };
  for (const [, call] of calls)
    await expect(call(clientSettings(gateway, 'Deliver'))).rejects.toThrow('cut');
  expect(seen).toEqual([
    { caller: 'Deliver', service: 'dynamodb', operation: 'GetItem' },
    { caller: 'Deliver', service: 'sqs', operation: 'SendMessage' },
    { caller: 'Deliver', service: 'events', operation: 'PutEvents' },
    { caller: 'Deliver', service: 'ses', operation: 'GetSendQuota' },
  ]);
});

it('Calls are counted by service and operation', async () => {
  const meter = createMeter();
  const gateway = createGateway({ services: servicesThat(() => ({})), meter });
  const [[, read] = []] = calls;
  await read?.(clientSettings(gateway));
  await read?.(clientSettings(gateway));
  expect(meter.snapshot().requests).toEqual({ 'dynamodb:GetItem': 2 });
  meter.reset();
  expect(meter.snapshot().requests).toEqual({});
});

it('The same gateway answers over HTTP, many calls at once', async () => {
  const { dynamodb } = localDynamoDb();
  dynamodb.load('core', [{ ...key('C#1'), name: { S: 'سارا' } }]);
  const server = await serveGateway(createGateway({ services: { dynamodb } }));
  const { requestHandler: _, ...settings } = clientSettings(createGateway({ services: {} }));
  const client = new DynamoDBClient({ ...settings, endpoint: server.url });
  const read = () => client.send(new GetItemCommand({ TableName: 'core', Key: key('C#1') }));
  const answers = await Promise.all(Array.from({ length: 50 }, read));
  expect(answers.map(({ Item }) => Item?.name)).toEqual(Array(50).fill({ S: 'سارا' }));
  client.destroy();
  await server.close();
});
