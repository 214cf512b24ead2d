// Which policies stand behind each function: its role's own and those attached to the role.
// Policies that AWS manages are left out: they are about logs and traces, which do not exist here.
import type { Resource } from './template.ts';

export interface Policy {
  readonly name: string;
  readonly policy: unknown;
}

export interface Identity {
  readonly role: string;
  readonly roleArn: string;
  readonly account: string;
  readonly policies: readonly Policy[];
}

interface InlinePolicy {
  readonly PolicyName: string;
  readonly PolicyDocument: unknown;
}

/** By the logical id of the function, which is its access key. */
export function identities(resources: readonly Resource[]): ReadonlyMap<string, Identity> {
  const policies = policiesByRole(resources);
  return new Map(
    resources
      .filter(({ type }) => type === 'AWS::Lambda::Function')
      .map(({ logicalId, properties }) => {
        const roleArn = String(properties.Role);
        const role = roleArn.slice(roleArn.lastIndexOf('/') + 1);
        const account = roleArn.split(':')[4] ?? '';
        return [logicalId, { role, roleArn, account, policies: policies.get(role) ?? [] }];
      }),
  );
}

function policiesByRole(resources: readonly Resource[]): ReadonlyMap<string, Policy[]> {
  const found = resources.flatMap((resource) => [
    ...inlinePolicies(resource),
    ...attached(resource),
  ]);
  return Map.groupBy(found, ({ role }) => role);
}

type RolePolicy = Policy & { readonly role: string };

function inlinePolicies({ type, ref: role, properties }: Resource): readonly RolePolicy[] {
  if (type !== 'AWS::IAM::Role') return [];
  return ((properties.Policies ?? []) as readonly InlinePolicy[]).map(
    ({ PolicyName: name, PolicyDocument: policy }) => ({ role, name, policy }),
  );
}

const attachable = new Set(['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy']);

function attached({ type, logicalId, properties }: Resource): readonly RolePolicy[] {
  if (!attachable.has(type)) return [];
  const roles = (properties.Roles ?? []) as readonly string[];
  return roles.map((role) => ({ role, name: logicalId, policy: properties.PolicyDocument }));
}
