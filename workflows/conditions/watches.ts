// What must be remembered of a contact's past, so that a condition can be answered from the contact alone.
import type { Watch } from '../model/history.ts';
import type { Condition } from './condition.ts';
import { leavesOf } from './group.ts';
import { operatorOf } from './operators.ts';
import { unite } from './watch.ts';

/** One for each key. */
export const watchesOf = (rule: Condition): Watch[] =>
  unite(leavesOf(rule).flatMap((leaf) => operatorOf(leaf).watches?.(leaf as never) ?? []));
