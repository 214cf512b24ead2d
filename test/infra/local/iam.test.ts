// What a function may call, under small policies made here. The real ones: iam-assembly.test.ts.
import { describe, expect, it } from 'vitest';
import { createIam } from '../../../infra/local/iam.ts';
import { allow, deny, from, lambda, policed, policy } from '../../support/iam-policies.ts';

const table = 'arn:aws:dynamodb:us-east-1:000000000000:table/core';
const queue = 'arn:aws:sqs:us-east-1:000000000000:send';
const ses = 'arn:aws:ses:us-east-1:000000000000';
const session = 'arn:aws:sts::000000000000:assumed-role/Perennial-DeliverRole/Perennial-Deliver';

const reading = { action: 'dynamodb:GetItem', resource: table };
const writing = { action: 'dynamodb:PutItem', resource: table };
const sending = (resourceName: string, address?: string) => ({
  action: 'ses:SendRawEmail',
  resource: `${ses}:${resourceName}`,
  ...(address && { context: { 'ses:FromAddress': address } }),
});

describe('A function may', () => {
  const authorize = policed(
    allow(['dynamodb:GetItem', 'dynamodb:Batch?etItem'], table),
    allow('DYNAMODB:query', [`${table}*`]),
    allow('ses:*', [`${ses}:identity/*`, `${ses}:configuration-set/Mail`], from('news@a.example')),
  );

  it.each([
    ['a call by its name', reading],
    ['a call by a ? for one letter', { ...reading, action: 'dynamodb:BatchGetItem' }],
    ['a call by a name in other cases', { ...reading, action: 'dynamodb:Query' }],
    ['a resource by a * for the rest', { action: 'dynamodb:Query', resource: `${table}/index/a` }],
    ['a resource by a * for nothing', { action: 'dynamodb:Query', resource: table }],
    ['a sender under its condition', sending('identity/a.example', 'news@a.example')],
    ['each resource of a list', sending('configuration-set/Mail', 'news@a.example')],
  ])('make %s', (_, need) => {
    expect(authorize('Deliver', need)).toEqual({});
  });

  it.each([
    ['another call', writing],
    ['a call with more letters than its ?', { ...reading, action: 'dynamodb:BatchGGetItem' }],
    ['a call with fewer letters than its ?', { ...reading, action: 'dynamodb:BatchetItem' }],
    ['a call of which only the end is allowed', { ...reading, action: 'xdynamodb:GetItem' }],
    ['a call of which only the start is allowed', { ...reading, action: 'dynamodb:GetItems' }],
    ['another table', { ...reading, resource: `${table}2` }],
    ['a table in other cases', { ...reading, resource: table.toUpperCase() }],
    ['another sender', sending('identity/a.example', 'boss@a.example')],
    ['a sender in other cases', sending('identity/a.example', 'News@a.example')],
    ['no sender', sending('identity/a.example')],
    ['another configuration set', sending('configuration-set/Other', 'news@a.example')],
  ])('not make %s', (_, need) => {
    expect(authorize('Deliver', need)).toHaveProperty('denied');
  });

  it('not use the rights of another function', () => {
    expect(authorize('Idle', reading)).toHaveProperty('denied');
    expect(authorize('Nobody', reading)).toHaveProperty('denied');
  });

  it('be one of several senders', () => {
    const both = policed(allow('ses:SendRawEmail', '*', from(['a@a.example', 'b@a.example'])));
    expect(both('Deliver', sending('identity/a.example', 'b@a.example'))).toEqual({});
    expect(both('Deliver', sending('identity/a.example', 'c@a.example'))).toHaveProperty('denied');
  });

  it('do what one of several policies allows', () => {
    const authorize = createIam([
      lambda('Deliver'),
      policy(allow('sqs:*', '*')),
      policy(allow('dynamodb:*', '*')),
    ]);
    expect(authorize('Deliver', reading)).toEqual({});
  });
});

describe('A dot in a resource', () => {
  it('stands for itself', () => {
    const authorize = policed(allow('ses:SendRawEmail', `${ses}:identity/a.example`));
    expect(authorize('Deliver', sending('identity/a.example'))).toEqual({});
    expect(authorize('Deliver', sending('identity/axexample'))).toHaveProperty('denied');
  });
});

describe('A denial', () => {
  it.each([
    ['before', [deny('dynamodb:Put*', '*'), allow('dynamodb:*', table)]],
    ['after', [allow('dynamodb:*', table), deny('dynamodb:Put*', '*')]],
  ])('wins over the permission %s it, and over nothing else', (_, statements) => {
    const authorize = policed(...statements);
    expect(authorize('Deliver', writing)).toHaveProperty('denied');
    expect(authorize('Deliver', reading)).toEqual({});
  });

  it('holds only under its condition', () => {
    const authorize = policed(allow('ses:*', '*'), deny('ses:*', '*', from('boss@a.example')));
    expect(authorize('Deliver', sending('identity/a', 'boss@a.example'))).toHaveProperty('denied');
    expect(authorize('Deliver', sending('identity/a', 'news@a.example'))).toEqual({});
    expect(authorize('Deliver', sending('identity/a'))).toEqual({});
  });
});

describe('The words of a refusal are those of AWS', () => {
  const words = (need: typeof reading, ...statements: unknown[]) =>
    policed(allow('logs:PutLogEvents', '*'), ...statements)('Deliver', need).denied;

  it('when nothing allows the call', () => {
    expect(words(writing)).toBe(
      `User: ${session} is not authorized to perform: dynamodb:PutItem on resource: ${table} ` +
        'because no identity-based policy allows the dynamodb:PutItem action',
    );
  });

  it('when something denies it', () => {
    expect(words(writing, deny('dynamodb:*', '*'))).toBe(
      `User: ${session} is not authorized to perform: dynamodb:PutItem on resource: ${table} ` +
        'with an explicit deny in an identity-based policy',
    );
  });

  it('in lower case from SQS, and in its own form from SES', () => {
    expect(words({ action: 'sqs:SendMessage', resource: queue })).toBe(
      `User: ${session} is not authorized to perform: sqs:sendmessage on resource: ${queue} ` +
        'because no identity-based policy allows the sqs:sendmessage action',
    );
    expect(words(sending('identity/a.example'))).toBe(
      `User \`${session}' is not authorized to perform \`ses:SendRawEmail' on resource ` +
        `\`${ses}:identity/a.example'`,
    );
  });
});

describe('A question that was asked before', () => {
  it('gets the same answer, and another one does not', () => {
    const authorize = policed(allow('ses:*', '*', from('news@a.example')));
    const good = sending('identity/a.example', 'news@a.example');
    const bad = sending('identity/a.example', 'boss@a.example');
    for (const _ of [1, 2]) {
      expect(authorize('Deliver', good)).toEqual({});
      expect(authorize('Deliver', bad)).toHaveProperty('denied');
      expect(authorize('Idle', good)).toHaveProperty('denied');
    }
    expect(authorize('Deliver', good)).toBe(authorize('Deliver', good));
  });
});
