// Small policies for functions called Deliver and Idle.
import { createIam } from '../../infra/local/iam.ts';
import type { Resource } from '../../infra/local/template.ts';

const resource = (logicalId: string, type: string, properties: Resource['properties']) => ({
  stack: 'Perennial',
  logicalId,
  type: `AWS::${type}`,
  ref: `Perennial-${logicalId}`,
  attributes: {},
  properties,
});
export const lambda = (name: string) =>
  resource(name, 'Lambda::Function', {
    Role: `arn:aws:iam::000000000000:role/Perennial-${name}Role`,
  });
export const role = (properties = {}) => resource('DeliverRole', 'IAM::Role', properties);
export const policy = (Statement: unknown, more = {}) =>
  resource('DeliverPolicy', 'IAM::Policy', {
    Roles: ['Perennial-DeliverRole'],
    PolicyDocument: { Version: '2012-10-17', Statement, ...more },
  });
export const allow = (Action: unknown, Resource: unknown, more = {}) => ({
  Effect: 'Allow',
  ...{ Action, Resource, ...more },
});
export const deny = (Action: unknown, Resource: unknown, more = {}) => ({
  ...allow(Action, Resource, more),
  Effect: 'Deny',
});
export const from = (address: unknown) => ({
  Condition: { StringEquals: { 'ses:FromAddress': address } },
});

/** Under one policy with these statements. */
export const policed = (...statements: unknown[]) =>
  createIam([lambda('Deliver'), lambda('Idle'), role(), policy(statements)]);
