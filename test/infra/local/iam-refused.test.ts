// What a template may not say about permissions, since the evaluation here does not know it.
import { describe, expect, it } from 'vitest';
import { createIam } from '../../../infra/local/iam.ts';
import { allow, deny, from, policed, policy, role } from '../../support/iam-policies.ts';

const variable = ['$', '{aws:username}'].join('');

describe('What is not known here is refused at start, by the name of its policy', () => {
  it.each([
    ['NotAction', { Effect: 'Allow', NotAction: 's3:*', Resource: '*' }],
    ['NotAction', allow('s3:*', '*', { NotAction: 's3:Get*' })],
    ['NotResource', allow('s3:*', '*', { NotResource: 'arn:aws:s3:::home' })],
    ['Principal', allow('s3:*', '*', { Principal: '*' })],
    ['StringLike', allow('s3:*', '*', { Condition: { StringLike: { 'ses:FromAddress': '*' } } })],
    ['Bool', allow('s3:*', '*', { Condition: { Bool: { 'aws:SecureTransport': 'true' } } })],
    ['aws:SourceIp', deny('s3:*', '*', { Condition: { StringEquals: { 'aws:SourceIp': '::1' } } })],
    ['ses:FromAddress', allow('s3:*', '*', { Condition: { StringEquals: {} } })],
    ['variables', allow('s3:*', `arn:aws:s3:::home/${variable}`)],
    ['variables', allow('ses:*', '*', from(variable))],
    ['Effect', allow('s3:*', '*', { Effect: 'allow' })],
    ['Resource', { Effect: 'Allow', Action: 's3:*' }],
    ['Resource', allow('s3:*', [])],
    ['Action', allow({ Ref: 'Nothing' }, '*')],
  ])('%s', (what, statement) => {
    expect(() => policed(statement)).toThrow('Perennial/DeliverPolicy');
    expect(() => policed(statement)).toThrow(what);
  });

  it('a policy of another version', () => {
    const old = policy([allow('s3:*', '*')], { Version: '2008-10-17' });
    expect(() => createIam([old])).toThrow(/Perennial\/DeliverPolicy.*Version/s);
  });

  it.each(['Policies', 'ManagedPolicyArns', 'PermissionsBoundary'])('%s of a role', (name) => {
    expect(() => createIam([role({ [name]: ['x'] })])).toThrow(
      new RegExp(`Perennial/DeliverRole.*${name}`, 's'),
    );
  });
});
