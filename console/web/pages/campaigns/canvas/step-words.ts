// A step in words: what it is called in the reader's language, and what it does in a sentence.
import { stepSentence } from '../../../parts/campaign/step-sentence.ts';
import { useWording } from '../../../parts/condition/use-wording.ts';
import { kindOf } from '../steps/kinds.ts';
import type { Step } from '../steps/tree.ts';
import { useSteps } from './use-steps.ts';

interface StepWords {
  readonly kind: string | undefined;
  readonly label: string;
  readonly sentence: string;
}

/* Step types name themselves: t('Send an email') t('Wait') t('Branch') t('Split at random') t('Make an offer')
   t('Update the contact') t('Create a task') t('Call a webhook') t('Enroll in another campaign') t('Leave a campaign')
   t('Emit an event') */
export function useStepWords(step: Step): StepWords {
  const words = useWording();
  const { t } = words;
  const { kinds } = useSteps();
  const kind = kindOf(step);
  const label = kinds.find((one) => one.kind === kind)?.label;
  // Until it is known what they are called nothing stands there that would be taken back.
  const unnamed = kinds.length === 0 ? '…' : kind;
  return {
    kind,
    label: label ? t(label) : (unnamed ?? t('An unknown step')),
    sentence: stepSentence(step, words) ?? t('Not complete yet'),
  };
}
