import { describe, expect, it } from 'vitest';
import { createIam } from '../../../infra/local/iam.ts';
import type { Resource } from '../../../infra/local/template.ts';

const table = 'arn:aws:dynamodb:us-east-1:000000000000:table/core';
const ses = 'arn:aws:ses:us-east-1:000000000000';

const resource = (logicalId: string, type: string, properties: Resource['properties']) => ({
  stack: 'Perennial',
  logicalId,
  type,
  ref: `Perennial-${logicalId}`,
  attributes: {},
  properties,
});
const statement = (Action: string[], Resource: string[], Condition?: object) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action, Resource, ...(Condition && { Condition }) }],
});

const authorize = createIam([
  resource('Deliver', 'AWS::Lambda::Function', {
    Role: 'arn:aws:iam::000000000000:role/Perennial-DeliverRole',
  }),
  resource('DeliverRole', 'AWS::IAM::Role', {
    Policies: [{ PolicyName: 'Read', PolicyDocument: statement(['dynamodb:GetItem'], [table]) }],
  }),
  resource('DeliverPolicy', 'AWS::IAM::Policy', {
    Roles: ['Perennial-DeliverRole'],
    PolicyDocument: statement(
      ['ses:SendRawEmail'],
      [`${ses}:identity/*`, `${ses}:configuration-set/Mail`],
      { StringEquals: { 'ses:FromAddress': 'news@example.com' } },
    ),
  }),
  resource('Idle', 'AWS::Lambda::Function', {
    Role: 'arn:aws:iam::000000000000:role/Perennial-IdleRole',
  }),
]);

const sending = (resourceName: string, from: string) => ({
  action: 'ses:SendRawEmail',
  resource: `${ses}:${resourceName}`,
  context: { 'ses:FromAddress': from },
});

describe('A function may', () => {
  it("do what its role's own policies allow", async () => {
    const need = { action: 'dynamodb:GetItem', resource: table };
    expect(await authorize('Deliver', need)).toEqual({});
  });

  it('do what a policy attached to its role allows, under its conditions', async () => {
    expect(await authorize('Deliver', sending('identity/example.com', 'news@example.com'))).toEqual(
      {},
    );
    expect(
      await authorize('Deliver', sending('configuration-set/Mail', 'news@example.com')),
    ).toEqual({});
  });

  it('hear its second answer at once', async () => {
    const need = { action: 'dynamodb:GetItem', resource: table };
    await authorize('Deliver', need);
    expect(authorize('Deliver', need)).toEqual({});
  });
});

describe('A function may not', () => {
  it('do what no policy allows, and hears why in the words of AWS', async () => {
    expect(await authorize('Deliver', { action: 'dynamodb:PutItem', resource: table })).toEqual({
      denied:
        'User: arn:aws:sts::000000000000:assumed-role/Perennial-DeliverRole/Deliver is not authorized ' +
        `to perform: dynamodb:PutItem on resource: ${table} because no identity-based policy allows ` +
        'the dynamodb:PutItem action',
    });
  });

  it.each([
    ['another sender', sending('identity/example.com', 'boss@example.com')],
    ['another configuration set', sending('configuration-set/Other', 'news@example.com')],
    ['another table', { action: 'dynamodb:GetItem', resource: `${table}2` }],
  ])('use %s', async (_, need) => {
    expect(await authorize('Deliver', need)).toHaveProperty('denied');
  });

  it('use the rights of another function', async () => {
    const need = { action: 'dynamodb:GetItem', resource: table };
    expect(await authorize('Idle', need)).toHaveProperty('denied');
    expect(await authorize('Nobody', need)).toHaveProperty('denied');
  });
});
