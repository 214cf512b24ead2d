// One decision as a sentence, how far its message is, and the reason behind it.
import { Reason, useSpeech } from '../said/said.tsx';
import { type Decided, textIn } from './decided.ts';
import { decisionSentence } from './decision-sentence.ts';
import { withheldWords } from './withheld-words.ts';

interface DecisionParts {
  readonly one: Decided;
  /** Of the message that it asked for. */
  readonly status?: string | undefined;
}

/* t('message: queued') t('message: sent') t('message: delivered') t('message: opened') t('message: clicked')
   t('message: bounced') t('message: complained') t('message: withheld') t('message: failed') t('message: skipped')
   t('message: doubt') t('message: delayed') t('message: released') t('message: claimed') */
export function DecisionText({ one, status }: DecisionParts) {
  const speech = useSpeech();
  const because = textIn(one, 'because');
  const reason = textIn(one, 'reason');
  return (
    <>
      {decisionSentence(one, speech)}
      {status !== undefined && ` · ${speech.t(`message: ${status}`, status)}`}
      {because !== '' ? (
        <i>
          {' — '}
          <Reason text={because} />
        </i>
      ) : (
        reason !== '' && <i>{` — ${withheldWords(speech.t)[reason] ?? reason}`}</i>
      )}
    </>
  );
}
