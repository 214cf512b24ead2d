// What must be remembered of a contact's past, so that a condition can be answered from the contact alone.
import type { Watch } from '../model/history.ts';
import type { Condition } from './condition.ts';

/** One for each key. */
export function watchesOf(_rule: Condition): Watch[] {
  return [];
}
