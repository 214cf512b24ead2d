// May this function make this call? Asks the policies of its role in the template, as AWS would.
import { runSimulation } from '@cloud-copilot/iam-simulate';
import type { Need } from './gateway.ts';
import { type Identity, identities } from './iam-policies.ts';
import type { Resource } from './template.ts';

export interface Verdict {
  /** Why not, in AWS's words; absent if the call is allowed. */
  readonly denied?: string;
}

/** Answers at once for what it was asked before. */
export type Authorize = (caller: string, need: Need) => Verdict | Promise<Verdict>;

export function createIam(resources: readonly Resource[]): Authorize {
  const known = identities(resources);
  const verdicts = new Map<string, Verdict>();
  return (caller, need) => {
    const key = JSON.stringify([caller, need]);
    return verdicts.get(key) ?? decide(known.get(caller), caller, need).then(remember(key));
  };

  function remember(key: string) {
    return (verdict: Verdict) => {
      // A context may name a person: such questions never repeat.
      if (verdicts.size < 10_000) verdicts.set(key, verdict);
      return verdict;
    };
  }
}

async function decide(
  identity: Identity | undefined,
  caller: string,
  need: Need,
): Promise<Verdict> {
  const { action, resource, context = {} } = need;
  if (!identity)
    return { denied: `The security token included in the request is invalid: ${caller}` };
  const result = await runSimulation(
    {
      request: {
        principal: identity.roleArn,
        action,
        resource: { resource, accountId: identity.account },
        contextVariables: { 'aws:SecureTransport': 'true', ...context },
      },
      identityPolicies: identity.policies.map(({ name, policy }) => ({ name, policy })),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    },
    {},
  );
  if (result.resultType === 'error') throw new Error(JSON.stringify(result.errors));
  return result.overallResult === 'Allowed' ? {} : { denied: words(identity, caller, need) };
}

const words = ({ role, account }: Identity, caller: string, { action, resource }: Need): string =>
  `User: arn:aws:sts::${account}:assumed-role/${role}/${caller} is not authorized to perform: ` +
  `${action} on resource: ${resource} because no identity-based policy allows the ${action} action`;
