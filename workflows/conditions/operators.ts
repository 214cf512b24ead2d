// Every operator of the rule language. A new one is one entry in its family's table.
import { emailOperators } from './email.ts';
import { valueOperators } from './filter.ts';
import { membershipOperators } from './membership.ts';
import type { Operator, Shape } from './operator.ts';
import { performedOperators } from './performed.ts';
import { personOperators } from './person.ts';
import { sequenceOperators } from './sequence.ts';
import { standingOperators } from './standing.ts';
import { turningOperators } from './turning.ts';
import { unchangedOperators } from './unchanged.ts';

export const operators = [
  ...valueOperators,
  ...unchangedOperators,
  ...performedOperators,
  ...turningOperators,
  ...sequenceOperators,
  ...emailOperators,
  ...membershipOperators,
  ...standingOperators,
  ...personOperators,
] as const;

type AnyOperator = Operator<string, Shape>;

const byName = new Map(operators.map((one) => [one.op as string, one as unknown as AnyOperator]));

/** Throws on a rule that no schema has accepted. */
export function operatorOf({ op }: { readonly op: string }): AnyOperator {
  const found = byName.get(op);
  if (!found) throw new Error(`No operator ${op}`);
  return found;
}
