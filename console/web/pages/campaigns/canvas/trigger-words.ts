// What lets people in, in a sentence; undefined while it is unfinished.
import { triggerSentence } from '../../../parts/campaign/trigger-sentence.ts';
import { useWording } from '../../../parts/condition/use-wording.ts';
import type { Fields } from '../steps/tree.ts';

export function useTriggerWords({ trigger }: Fields): string | undefined {
  const words = useWording();
  return triggerSentence((trigger ?? {}) as object, words);
}
