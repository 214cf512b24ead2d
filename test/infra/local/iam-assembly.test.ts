// What the functions may do under the policies that are deployed.
import { beforeAll, describe, expect, it } from 'vitest';
import { synthesize } from '../../../infra/assembly.ts';
import { type Authorize, createIam } from '../../../infra/local/iam.ts';
import { loadAssembly, type Resource } from '../../../infra/local/template.ts';

const place = { region: 'us-east-1', account: '000000000000', publicUrl: 'http://localhost' };
const ses = 'arn:aws:ses:us-east-1:000000000000';

let resources: Resource[] = [];
let authorize: Authorize;

beforeAll(async () => {
  resources = loadAssembly(await synthesize(), place);
  authorize = createIam(resources);
});

const find = (type: string, start: string) =>
  resources.find(
    (one) => one.type === `AWS::${type}` && one.logicalId.startsWith(start),
  ) as Resource;
const may = (name: string, action: string, resource: string, from?: string) => {
  const context = from ? { context: { 'ses:FromAddress': from } } : {};
  const caller = find('Lambda::Function', `${name}Function`).logicalId;
  return authorize(caller, { action, resource, ...context }).denied === undefined;
};
const onTable = (name: string, action: string, table: string) =>
  may(name, `dynamodb:${action}`, find('DynamoDB::GlobalTable', table).attributes.Arn ?? '');
const onQueue = (name: string, action: string, queue: string) =>
  may(name, `sqs:${action}`, find('SQS::Queue', `${queue}Queue`).attributes.Arn ?? '');

describe('Under the policies that are deployed', () => {
  it('deliver sends from its own address, and from no other', () => {
    const mailFrom = (
      find('Lambda::Function', 'Deliver').properties.Environment as {
        Variables: Record<string, string>;
      }
    ).Variables.MAIL_FROM;
    const address = /[^<\s]+@[^>\s]+/.exec(mailFrom ?? '')?.[0] ?? '';
    expect(may('Deliver', 'ses:SendRawEmail', `${ses}:identity/${address}`, address)).toBe(true);
    expect(
      may('Deliver', 'ses:SendRawEmail', `${ses}:identity/${address}`, 'boss@example.net'),
    ).toBe(false);
    expect(may('Deliver', 'ses:SendRawEmail', `${ses}:identity/${address}`)).toBe(false);
    expect(may('Deliver', 'ses:SendRawEmail', `${ses}:configuration-set/Other`, address)).toBe(
      false,
    );
    expect(may('Tick', 'ses:SendRawEmail', `${ses}:identity/${address}`, address)).toBe(false);
  });

  it('ingest reads write keys, and writes no contact', () => {
    expect(onTable('Ingest', 'GetItem', 'Core')).toBe(true);
    expect(onTable('Ingest', 'PutItem', 'Core')).toBe(false);
    expect(onTable('Ingest', 'PutItem', 'Work')).toBe(true);
    expect(onQueue('Ingest', 'SendMessage', 'Inbox')).toBe(true);
    expect(onQueue('Ingest', 'SendMessage', 'Send')).toBe(false);
  });

  it('advance writes contacts and counts, and reads no claim', () => {
    expect(onTable('Advance', 'PutItem', 'Core')).toBe(true);
    expect(onTable('Advance', 'UpdateItem', 'Work')).toBe(true);
    expect(onTable('Advance', 'GetItem', 'Work')).toBe(false);
    expect(onTable('Deliver', 'GetItem', 'Work')).toBe(true);
  });

  it('no function deletes from the tables that are kept, but the API (drafts, lines of lists) and crawl (who is erased)', () => {
    const functions = resources
      .filter(({ type }) => type === 'AWS::Lambda::Function')
      .map(({ logicalId }) => logicalId.replace(/Function.*/, ''));
    const deleting = (table: string) =>
      functions.filter((name) => onTable(name, 'DeleteItem', table));
    expect([deleting('Core'), deleting('Activity')]).toEqual([['Crawl', 'Api'], []]);
  });
});
