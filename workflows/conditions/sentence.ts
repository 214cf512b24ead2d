// A condition as one plain sentence for the marketer.
import type { Condition } from './condition.ts';

export function sentence(rule: Condition): string {
  return JSON.stringify(rule);
}
