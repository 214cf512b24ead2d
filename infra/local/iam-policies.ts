// What each function may do: the statements of the policies attached to its role. Read strictly: what is not known
// here would be allowed or denied by accident, so it is refused at start, by the name of its policy.
import * as z from 'zod';
import type { Resource } from './template.ts';

export interface Identity {
  /** Who the function is when it calls: a session of its role, under the name of the function. */
  readonly session: string;
  readonly statements: readonly Statement[];
}

export type Statement = z.infer<typeof statement>;

const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => [value].flat(), z.array(item).min(1));
const text = z.string().refine((one) => !one.includes('${'), 'Policy variables are not known here');
const glob = text.transform((one) => {
  const literal = one.replace(/[\\^$.+()[\]{}|]/g, '\\$&');
  return new RegExp(`^${literal.replaceAll('*', '.*').replaceAll('?', '.')}$`);
});
const statement = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: listOf(z.string().toLowerCase().pipe(glob)),
  Resource: listOf(glob),
  // Only a key that calls bring along: any other would never deny anything.
  Condition: z
    .strictObject({ StringEquals: z.strictObject({ 'ses:FromAddress': listOf(text) }) })
    .optional(),
});

const ownPolicies = ['Policies', 'ManagedPolicyArns', 'PermissionsBoundary'];
const roleSchema = z.partialRecord(
  z.string().refine((name) => !ownPolicies.includes(name), 'Only attached policies are known here'),
  z.unknown(),
);
const document = z.strictObject({ Version: z.literal('2012-10-17'), Statement: listOf(statement) });
const policySchema = z.object({ Roles: z.array(z.string()), PolicyDocument: document });

/** By the logical id of the function, which is its access key. Throws if a policy is not known here. */
export function identities(resources: readonly Resource[]): ReadonlyMap<string, Identity> {
  const typed = (type: string) => resources.filter((one) => one.type === `AWS::${type}`);
  for (const role of typed('IAM::Role')) read(role, roleSchema);
  const policies = typed('IAM::Policy').map((policy) => read(policy, policySchema));
  const functions = typed('Lambda::Function').map(({ logicalId, ref, properties }) => {
    const [account, path = ''] = String(properties.Role).split(':').slice(4);
    const role = path.slice(path.lastIndexOf('/') + 1);
    const statements = policies
      .filter(({ Roles }) => Roles.includes(role))
      .flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
    const session = `arn:aws:sts::${account}:assumed-role/${role}/${ref}`;
    return [logicalId, { session, statements }] as const;
  });
  return new Map(functions);
}

function read<T>({ stack, logicalId, properties }: Resource, schema: z.ZodType<T>): T {
  const { success, data, error } = schema.safeParse(properties);
  if (success) return data;
  throw new Error(`${stack}/${logicalId} is not known here:\n${z.prettifyError(error)}`);
}
