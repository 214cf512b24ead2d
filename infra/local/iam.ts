// May this function make this call? Asks the policies of its role in the template, as AWS would: one statement must
// allow it, and none may deny it. Knows only what our templates use; iam-policies.ts refuses the rest.
import type { Need } from './gateway.ts';
import { type Identity, identities, type Statement } from './iam-policies.ts';
import type { Resource } from './template.ts';

interface Verdict {
  /** Why not, in AWS's words; absent if the call is allowed. */
  readonly denied?: string;
}

export type Authorize = (caller: string, need: Need) => Verdict;

/** Throws if a policy says what is not known here. */
export function createIam(resources: readonly Resource[]): Authorize {
  const known = identities(resources);
  const verdicts = new Map<string, Verdict>();
  return (caller, need) => {
    const key = JSON.stringify([caller, need]);
    const verdict = verdicts.get(key) ?? decide(known.get(caller), caller, need);
    // A context may name a person: such questions never repeat.
    if (verdicts.size < 10_000) verdicts.set(key, verdict);
    return verdict;
  };
}

function decide(identity: Identity | undefined, caller: string, need: Need): Verdict {
  if (!identity)
    return { denied: `The security token included in the request is invalid: ${caller}` };
  const about = identity.statements.filter((statement) => applies(statement, need));
  const effects = new Set(about.map(({ Effect }) => Effect));
  if (effects.has('Allow') && !effects.has('Deny')) return {};
  return { denied: words(identity.session, need, effects.has('Deny')) };
}

function applies({ Action, Resource, Condition }: Statement, need: Need): boolean {
  return (
    Action.some((pattern) => pattern.test(need.action.toLowerCase())) &&
    Resource.some((pattern) => pattern.test(need.resource)) &&
    // A key that the call does not bring along equals nothing.
    Object.entries(Condition?.StringEquals ?? {}).every(([key, values]) =>
      values.some((value) => value === need.context?.[key]),
    )
  );
}

/** SES has words of its own, and SQS writes actions in lower case. */
function words(user: string, { action, resource }: Need, explicitly: boolean): string {
  if (action.startsWith('ses:'))
    return `User \`${user}' is not authorized to perform \`${action}' on resource \`${resource}'`;
  const named = action.startsWith('sqs:') ? action.toLowerCase() : action;
  const reason = explicitly
    ? 'with an explicit deny in an identity-based policy'
    : `because no identity-based policy allows the ${named} action`;
  return `User: ${user} is not authorized to perform: ${named} on resource: ${resource} ${reason}`;
}
