// What the templates promise, whatever they look like.
import { beforeAll, describe, expect, it } from 'vitest';
import { synthesize } from '../../infra/assembly.ts';
import { loadAssembly, type Resource } from '../../infra/local/template.ts';

const place = { region: 'us-east-1', account: '000000000000', publicUrl: 'http://localhost' };

interface Statement {
  readonly Action: string | string[];
  readonly Resource: string | string[];
  readonly Condition?: unknown;
}

let resources: Resource[] = [];

beforeAll(async () => {
  resources = loadAssembly(await synthesize(), place);
});

const typed = (type: string) => resources.filter((resource) => resource.type === `AWS::${type}`);
const arnOf = (resource: Resource) => resource.attributes.Arn ?? '';
const nameOf = ({ logicalId }: Resource) => logicalId.replace(/(Function|Queue)?[0-9A-F]{8}$/, '');

/** What a function may do, as "action on resource" with the last part of the resource's ARN. */
function allowed(name: string): string[] {
  const [role] = typed('IAM::Role').filter(({ logicalId }) => logicalId.startsWith(`${name}Role`));
  return typed('IAM::Policy')
    .filter(({ properties }) => (properties.Roles as string[]).includes(role?.ref ?? ''))
    .flatMap(
      ({ properties }) => (properties.PolicyDocument as { Statement: Statement[] }).Statement,
    )
    .flatMap(({ Action, Resource }) =>
      [Resource].flat().flatMap((on) => [Action].flat().map((it) => `${it} on ${on}`)),
    );
}

describe('a function', () => {
  it('has a role of its own', () => {
    const roles = typed('Lambda::Function').map(({ properties }) => properties.Role);
    expect(roles).toHaveLength(12);
    expect(new Set(roles).size).toBe(roles.length);
  });

  it('is allowed no action by wildcard, and no resource by wildcard but an identity of SES, what it tells of ours, and its quota', () => {
    const wide = typed('Lambda::Function')
      .flatMap((each) => allowed(nameOf(each)))
      .filter((permission) => permission.includes('*') && !permission.includes(':log-group:'));
    expect(new Set(wide)).toEqual(
      new Set([
        'ses:SendRawEmail on arn:aws:ses:us-east-1:000000000000:identity/*',
        'ses:GetSendQuota on *',
        'ses:GetIdentityVerificationAttributes on *',
        'ses:GetIdentityDkimAttributes on *',
        'ses:GetIdentityMailFromDomainAttributes on *',
      ]),
    );
  });

  it.each(['Ingest', 'Pack', 'Advance', 'Tick', 'Feedback', 'Pages', 'Crawl', 'Webhook', 'Setup'])(
    'that is not the mailer sends no mail: %s',
    (name) => {
      expect(allowed(name).filter((permission) => permission.startsWith('ses:'))).toEqual([]);
    },
  );

  it('that answers the API sends tests, beside receipts and never beside marketing', () => {
    const ses = allowed('Api').filter((permission) => permission.startsWith('ses:Send'));
    expect(ses).toEqual([
      'ses:SendRawEmail on arn:aws:ses:us-east-1:000000000000:identity/*',
      expect.stringContaining(':configuration-set/PerennialApp-TransactionalMail'),
    ]);
  });

  it('that mails or takes events in changes no contact', () => {
    const core = arnOf(
      typed('DynamoDB::GlobalTable').find((it) => nameOf(it) === 'Core') as Resource,
    );
    for (const name of ['Ingest', 'Deliver']) {
      const onCore = allowed(name).filter((permission) => permission.endsWith(core));
      expect(onCore.filter((permission) => /Put|Update|Delete|Write/.test(permission))).toEqual([]);
    }
  });
});

describe('a queue', () => {
  it('that is worked on hides a message six times as long as a try may take, and gives up after five', () => {
    for (const { properties } of typed('Lambda::EventSourceMapping')) {
      const queue = typed('SQS::Queue').find((it) => arnOf(it) === properties.EventSourceArn);
      const worker = typed('Lambda::Function').find((it) => it.ref === properties.FunctionName);
      const hidden = Number(queue?.properties.VisibilityTimeout);
      expect(hidden).toBeGreaterThanOrEqual(6 * Number(worker?.properties.Timeout));
      expect(queue?.properties.RedrivePolicy).toMatchObject({ maxReceiveCount: 5 });
      expect(properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
    }
  });

  it('that must stay empty has an alarm, and keeps what it gets for 14 days', () => {
    const resting = typed('SQS::Queue').filter(({ properties }) => !properties.RedrivePolicy);
    expect(resting).toHaveLength(2);
    const watched = typed('CloudWatch::Alarm').map(({ properties }) =>
      JSON.stringify(properties.Dimensions),
    );
    for (const queue of resting) {
      expect(queue.properties.MessageRetentionPeriod).toBe(14 * 86_400);
      expect(watched.some((dimensions) => dimensions?.includes(queue.logicalId))).toBe(true);
    }
  });
});

it('what a rule cannot hand over is kept', () => {
  const [undelivered] = typed('SQS::Queue').filter((it) => nameOf(it) === 'Undelivered');
  for (const { properties } of typed('Events::Rule'))
    expect(properties.Targets).toMatchObject([
      { DeadLetterConfig: { Arn: arnOf(undelivered as Resource) } },
    ]);
});

it('tables stay when their stack goes, and the core can be taken back to any second', () => {
  const tables = typed('DynamoDB::GlobalTable');
  expect(tables.map(nameOf)).toEqual(['Core', 'Activity', 'Work']);
  expect(new Set(tables.map(({ stack }) => stack))).toEqual(new Set(['PerennialData']));
  const [core] = tables;
  expect(core?.properties.Replicas).toMatchObject([
    {
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    },
  ]);
});

it('only SES reports about our own mail are listened to', () => {
  const sets = typed('SES::ConfigurationSet');
  expect(sets.map(nameOf)).toEqual(['TransactionalMail', 'MarketingMail']);
  const rule = typed('Events::Rule').find(({ logicalId }) => logicalId.startsWith('Reports'));
  expect(rule?.properties.EventPattern).toMatchObject({
    source: ['aws.ses'],
    resources: sets.map(({ ref }) => `arn:aws:ses:us-east-1:000000000000:configuration-set/${ref}`),
  });
});
