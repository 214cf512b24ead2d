// What lets people in, in a sentence; undefined while it is unfinished.
import { triggerTypeOf } from '../../../../../workflows/triggers/index.ts';
import type { Fields } from '../steps/tree.ts';

export function triggerWords({ trigger }: Fields): string | undefined {
  try {
    return triggerTypeOf(trigger as never).sentence(trigger as never);
  } catch {
    return undefined;
  }
}
