// Pausing, resuming and stopping a broadcast: at once, but for the few mails that the sender has in hand.
import { useTranslation } from 'react-i18next';
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';
import { AskButton } from '../../../parts/ask-button.tsx';
import { PauseButton, StopButton, stateChanges } from '../../../parts/campaign/state-buttons.tsx';
import { useStanding } from '../use-results.ts';
import { isOpen, useRuns } from '../use-runs.ts';
import type { Broadcast } from './broadcast-page.tsx';

export function Steering({ broadcast: { id, state } }: { readonly broadcast: Broadcast }) {
  const { data } = useRuns(id);
  const standing = useStanding(id, state);
  const isIdle = data !== undefined && !data.items.some(isOpen);
  const isOver = standing === 'done';
  return (
    <>
      {state === 'live' && !isOver && <Pause id={id} />}
      {state === 'paused' && <Resume id={id} />}
      {(state === 'live' || state === 'paused') && !isOver && <Stop id={id} />}
      {state === 'live' && isIdle && <Again id={id} />}
    </>
  );
}

interface OneParts {
  readonly id: string;
}

function Pause({ id }: OneParts) {
  const { t } = useTranslation();
  return (
    <PauseButton id={id} question={t('Pause this broadcast?')} done={t('Paused.')}>
      {t(
        'Nobody else gets it until you resume it. A few mails that are already on their way still arrive.',
      )}
    </PauseButton>
  );
}

function Resume({ id }: OneParts) {
  const { t } = useTranslation();
  const params = { path: { id } };
  const resume = useAct({
    run: () =>
      answered(client.POST('/api/campaigns/{id}/resume', { params, body: { stale: 'send' } })),
    changes: stateChanges,
    done: t('It goes on.'),
  });
  return (
    <AskButton
      label={t('Resume')}
      question={t('Resume this broadcast?')}
      act={() => resume.mutateAsync()}
    >
      {t('Whoever has not got it yet gets it now.')}
    </AskButton>
  );
}

function Stop({ id }: OneParts) {
  const { t } = useTranslation();
  return (
    <StopButton id={id} question={t('Stop this broadcast for good?')} done={t('Stopped.')}>
      {t(
        'Whoever has not got it does not get it. It cannot be resumed; to hold it for a while, pause it.',
      )}
    </StopButton>
  );
}

function Again({ id }: OneParts) {
  const { t } = useTranslation();
  const params = { path: { id } };
  const again = useAct({
    run: () => answered(client.POST('/api/campaigns/{id}/runs', { params })),
    changes: stateChanges,
    done: t('It is running.'),
  });
  return (
    <AskButton
      variant="default"
      label={t('Run it now')}
      question={t('Run this broadcast now?')}
      act={() => again.mutateAsync()}
    >
      {t('Beside what is scheduled. Whoever may not enter a second time is left out.')}
    </AskButton>
  );
}
