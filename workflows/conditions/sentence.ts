// A condition as one plain sentence for the marketer.
import type { Condition } from './condition.ts';
import { groupWords } from './group.ts';
import { operatorOf } from './operators.ts';

/** 'has done "Order Completed" at least 2 times in the last 30 days where total is at least 50, and plan is pro'. */
export const sentence = (rule: Condition): string =>
  groupWords(rule, false, (leaf) => operatorOf(leaf).words(leaf as never));
